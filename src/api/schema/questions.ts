import type { Statement } from '../../graph/library/header.js';
import type { Library } from '../../graph/library/library.js';
import { AppError } from '../../kernel/error.js';
import { type ApiContext, requireRole, type Services } from '../../security/index.js';
import type { AreaSlice } from './areas.js';
import { questionSdl } from './question-types.js';

/** Most rows a question may be asked for. */
export const MOST_ROWS = 1000;
/** Parameters that say how many rows. */
export const ROW_LIMITS: readonly string[] = ['limit', 'first'];

/** The questions of the library that carry an `api` line, by that name. Throws SETUP when a name is there twice. */
export function publishedQuestions(library: Library): ReadonlyMap<string, Statement> {
  const published = new Map<string, Statement>();
  for (const statement of library.values()) {
    if (statement.api === null || statement.mode !== 'read') continue;
    const other = published.get(statement.api);
    if (other)
      throw new AppError(
        'SETUP',
        `cypher/${statement.name}.cypher: "${statement.api}" is published by ${other.name} already`,
        'give it another name on its `api` line',
      );
    published.set(statement.api, statement);
  }
  return published;
}

/** Asks a published question for this viewer. Throws FORBIDDEN, INPUT, TOO_MUCH (more than 1,000 rows), and what the database throws. */
export async function askQuestion(
  { graph, viewer }: Services,
  statement: Statement,
  given: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>[]> {
  requireRole(viewer, ...statement.roles);
  for (const name of ROW_LIMITS) {
    const asked = given[name];
    if (typeof asked === 'number' && (asked < 1 || asked > MOST_ROWS))
      throw new AppError('INPUT', `${statement.api}: ${name} must be 1..${MOST_ROWS}`, 'ask for fewer rows');
  }
  return graph.ask(statement.name, given);
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
