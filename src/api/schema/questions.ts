import { SCOPE_PARAM, type Statement } from '../../graph/library/header.js';
import type { Library } from '../../graph/library/library.js';
import { told } from '../../insight/index.js';
import { AppError } from '../../kernel/error.js';
import { type ApiContext, requireCursor, type Services } from '../../security/index.js';
import { ask } from '../gate/gate.js';
import { type Operations, operationsOf } from '../gate/operations.js';
import type { AreaSlice } from './areas.js';
import { publishedQuestions } from './published.js';
import { questionSdl } from './question-types.js';

/** Most rows a question may be asked for. */
export const MOST_ROWS = 1000;
/** Parameters by which an answer is cut. */
export const ROW_LIMITS: readonly string[] = ['limit', 'first'];

/** Parameters of a question that say how many rows: those, and what stands where the database takes a count only. */
export function rowLimitsOf({ params, text }: Statement): readonly string[] {
  const counts = new Set([...text.matchAll(/\b(?:LIMIT|SKIP)\s+\$(\w+)/g)].map(([, name]) => name!));
  return params.map(({ name }) => name).filter((name) => ROW_LIMITS.includes(name) || counts.has(name));
}

/**
 * Asks a published question for this viewer, each row with its sentences where it has any. Throws FORBIDDEN, NOT_FOUND,
 * INPUT (more than 1,000 rows too), and what the database throws.
 */
export async function askQuestion(
  services: Services,
  statement: Statement,
  given: Readonly<Record<string, unknown>>,
  operations: Operations = operationsOf(services.graph.library),
): Promise<Record<string, unknown>[]> {
  const operation = operations.get(statement.api!)!;
  return ask(services, { operation, args: given }, async () =>
    told(statement, await rowsOf(services, statement, given), given),
  );
}

const rowsHint = (asked: number) => (asked < 1 ? 'ask for one row at least' : 'ask for fewer rows');

async function rowsOf(services: Services, statement: Statement, given: Readonly<Record<string, unknown>>) {
  const { graph, viewer } = services;
  for (const name of rowLimitsOf(statement)) {
    const asked = given[name];
    if (typeof asked === 'number' && (asked < 1 || asked > MOST_ROWS))
      throw new AppError('INPUT', `${statement.api}: ${name} must be 1..${MOST_ROWS}`, rowsHint(asked));
  }
  // a question that is paged is paged by its customers
  if (typeof given.after === 'string') await requireCursor(services, { kind: 'CUSTOMER' }, given.after);
  if (statement.tellsOf !== 'scope') return graph.ask(statement.name, given);
  if (SCOPE_PARAM in given)
    throw new AppError(
      'INPUT',
      `${statement.api}: ${SCOPE_PARAM} is not given, it follows from the token`,
      'leave it out',
    );
  return graph.ask(statement.name, { ...given, [SCOPE_PARAM]: viewer.scope ?? null });
}

/** The published questions as a slice of the API. */
export function questionSlice(library: Library): AreaSlice {
  const published = [...publishedQuestions(library).values()];
  const sdl = published.map(questionSdl);
  const fields = Object.fromEntries(
    published.map((statement) => [
      statement.api!,
      (_parent: unknown, args: Record<string, unknown>, { services }: ApiContext) =>
        askQuestion(services, statement, args),
    ]),
  );
  if (published.length === 0) return { area: 'cypher', typeDefs: '', resolvers: {} };
  const query = `extend type Query {\n${sdl.map(({ field }) => field).join('\n')}\n}`;
  return {
    area: 'cypher',
    typeDefs: [...sdl.flatMap(({ types }) => types), query].join('\n\n'),
    resolvers: { Query: fields },
  };
}
