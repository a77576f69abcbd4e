import type { CallToolResult, Tool } from '@modelcontextprotocol/sdk/types.js';
import type { Statement } from '../../graph/library/header.js';
import type { Library } from '../../graph/library/library.js';
import { AppError } from '../../kernel/error.js';
import { personalFields, requireAllowed, type Services } from '../../security/index.js';
import { withoutHidden } from '../gate/hidden-columns.js';
import { operationsOf, pictureOperation } from '../gate/operations.js';
import { valueProblem } from '../gate/value-bounds.js';
import { outerError } from '../http/errors.js';
import { pictureOf } from '../schema/pictures.js';
import { publishedQuestions } from '../schema/published.js';
import { askQuestion, MOST_ROWS, ROW_LIMITS } from '../schema/questions.js';
import {
  MOST_TOLD,
  PICTURE_OUTPUT,
  pictureInput,
  questionInput,
  questionOutput,
  tellsOfCustomers,
} from './json-schema.js';

type Row = Record<string, unknown>;

const READS_ONLY = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

/** The tools that the viewer may call: published questions by their names, pictures as `picture_NAME`. */
export function toolsFor({ graph, viewer }: Pick<Services, 'graph' | 'viewer'>): Tool[] {
  const operations = operationsOf(graph.library);
  const may = (name: string) => {
    try {
      requireAllowed(viewer, operations.get(name)!);
      return true;
    } catch {
      return false;
    }
  };
  const questions = [...publishedQuestions(graph.library)].filter(([name]) => may(name));
  const pictures = [...picturesOf(graph.library)].filter(([, { name }]) => may(pictureOperation(name)));
  return [
    ...questions.map(([name, statement]) => ({
      ...{ name, title: statement.title.split('.')[0]!, description: aboutOf(statement), annotations: READS_ONLY },
      ...{ inputSchema: questionInput(statement), outputSchema: questionOutput(statement, viewer) },
    })),
    ...pictures.map(([name, statement]) => ({
      ...{ name, title: statement.title.split('.')[0]!, description: `${statement.title} As nodes and ties.` },
      ...{ annotations: READS_ONLY, inputSchema: pictureInput(statement), outputSchema: PICTURE_OUTPUT },
    })),
  ];
}

/** Calls one. What goes wrong is told as a result, in the product's form: what happened and how to fix it. */
export async function callTool(services: Services, name: string, args: Row = {}): Promise<CallToolResult> {
  try {
    const structuredContent = await answerOf(services, name, args);
    return { structuredContent, content: [{ type: 'text', text: JSON.stringify(structuredContent) }] };
  } catch (error) {
    const { code, message, hint } = outerError(error, services.log);
    return { isError: true, content: [{ type: 'text', text: `${code}: ${message}\nHow to fix it: ${hint}` }] };
  }
}

async function answerOf(services: Services, name: string, args: Row): Promise<Row> {
  const problem = valueProblem(args);
  if (problem) throw new AppError('INPUT', `${name}: the arguments hold ${problem}`, 'send less, and well-formed text');
  const question = publishedQuestions(services.graph.library).get(name);
  if (question) return rowsOf(services, question, args);
  const picture = picturesOf(services.graph.library).get(name);
  if (picture) return outer(await pictureOf(services, picture.name, args)) as Row;
  throw new AppError('NOT_FOUND', 'no such tool', 'list the tools; there is no free Cypher here');
}

async function rowsOf(services: Services, statement: Statement, { withNames, ...args }: Row): Promise<Row> {
  const wanted = services.viewer.scope
    ? []
    : ROW_LIMITS.filter((limit) => statement.params.some((p) => p.name === limit));
  const bounded = Object.fromEntries(wanted.map((limit) => [limit, boundOf(args[limit], statement, limit)]));
  const found = await askQuestion(services, statement, { ...args, ...bounded });
  const rows = found.slice(0, MOST_TOLD).map((row) => withoutHidden(services.viewer, row));
  const named = withNames === true && tellsOfCustomers(statement) ? await withCustomerNames(services, rows) : rows;
  return { rows: named.map((row) => outer(row)), cut: found.length > MOST_TOLD };
}

/**
 * One row more than is told, so that a cut shows; what is beyond the API's own bound is left for it to refuse, and of
 * limited rows it is not known here how many are left.
 */
function boundOf(asked: unknown, { params }: Statement, limit: string): unknown {
  const wanted = asked ?? params.find(({ name }) => name === limit)?.defaultValue;
  return typeof wanted === 'number' && wanted > MOST_TOLD && wanted <= MOST_ROWS ? MOST_TOLD + 1 : asked;
}

async function withCustomerNames(services: Services, rows: readonly Row[]): Promise<Row[]> {
  const ids = rows.flatMap(({ customerId }) => (typeof customerId === 'string' ? [customerId] : []));
  const people = await personalFields(services, ids, ['name']);
  return rows.map((row) => ({ ...row, customerName: people.get(String(row.customerId))?.name ?? null }));
}

/** Values as JSON carries them: times as text. */
function outer(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(outer);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, outer(inner)]));
}

const drawn = new WeakMap<Library, ReadonlyMap<string, Statement>>();

/** Published pictures by the name of their tool. */
function picturesOf(library: Library): ReadonlyMap<string, Statement> {
  const known = drawn.get(library);
  if (known) return known;
  const published = [...library.values()].filter(({ mode, roles }) => mode === 'picture' && roles.length > 0);
  const made = new Map(published.map((one) => [pictureOperation(one.name).replace(/\W/g, '_'), one]));
  drawn.set(library, made);
  return made;
}

function aboutOf({ title, rows, needs }: Statement): string {
  const columns = rows.filter(({ about }) => about !== '').map(({ name, about }) => `${name}: ${about}`);
  const after = needs.length > 0 ? ` Needs: ${needs.join(', ')}.` : '';
  return `${title}${after} Columns: ${columns.join('; ') || rows.map(({ name }) => name).join(', ')}.`;
}
