import type { Tool } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import type { Statement } from '../../graph/library/header.js';
import type { Viewer } from '../../kernel/services.js';
import { withoutHidden } from '../gate/hidden-columns.js';
import { questionQuery, questionResponse } from '../schema/question-zod.js';

type ToolSchema = Tool['inputSchema'];

/** Most rows that a tool hands to an agent, whatever it asks for. */
export const MOST_TOLD = 200;

const WITH_NAMES = z
  .boolean()
  .optional()
  .describe('add customerName to each row: masked unless the role may see names, and each opening is recorded');

/** What a tool of a question takes: one plain object, its parameters with their defaults. */
export const questionInput = onceFor((statement) => {
  const query = questionQuery(statement);
  return objectSchema(tellsOfCustomers(statement) ? query.extend({ withNames: WITH_NAMES }) : query, 'input');
});

/** What a tool of a question answers, to this viewer: the declared columns without those that the policy hides. */
export function questionOutput(statement: Statement, viewer: Viewer): ToolSchema {
  const columns = [...statement.rows].map(({ name }) => [name, true]);
  const shown = Object.keys(withoutHidden(viewer, Object.fromEntries(columns)));
  return shown.length === columns.length ? wholeOutput(statement) : outputOf(statement, viewer);
}

const wholeOutput = onceFor((statement) => outputOf(statement, null));

function outputOf(statement: Statement, viewer: Viewer | null): ToolSchema {
  const { element } = questionResponse(statement).shape.rows as z.ZodArray<z.ZodObject>;
  const shown = viewer ? z.object(withoutHidden(viewer, element.shape)) : element;
  const row = tellsOfCustomers(statement) ? shown.extend({ customerName: z.string().nullable().optional() }) : shown;
  const answer = z.object({
    rows: z.array(row),
    cut: z.boolean().describe(`whether there were more than the ${MOST_TOLD} rows that are told`),
  });
  return objectSchema(answer, 'output');
}

/** What a tool of a picture takes. */
export const pictureInput = onceFor((statement) => objectSchema(questionQuery(statement), 'input'));

const properties = z.record(z.string(), z.unknown());

/** What every picture answers. */
export const PICTURE_OUTPUT: ToolSchema = objectSchema(
  z.object({
    nodes: z.array(z.object({ id: z.string(), labels: z.array(z.string()), properties })),
    ties: z.array(z.object({ id: z.string(), from: z.string(), to: z.string(), type: z.string(), properties })),
  }),
  'output',
);

/** Whether rows have one customer each. */
export function tellsOfCustomers({ rows }: Statement): boolean {
  return rows.some(({ name }) => name === 'customerId');
}

function objectSchema(schema: z.ZodObject, io: 'input' | 'output'): ToolSchema {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { target: 'draft-7', io });
  return { ...plain, additionalProperties: false } as ToolSchema;
}

/** A schema made at the first question after it, and kept: an agent lists the tools at each of its starts. */
function onceFor(make: (statement: Statement) => ToolSchema): (statement: Statement) => ToolSchema {
  const made = new WeakMap<Statement, ToolSchema>();
  return (statement) => {
    const schema = made.get(statement) ?? make(statement);
    made.set(statement, schema);
    return schema;
  };
}
