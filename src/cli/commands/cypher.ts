import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askQuestion } from '../../api/schema/questions.js';
import { loadLibrary, statementOf } from '../../graph/library/library.js';
import { AppError } from '../../kernel/error.js';
import { packageRoot } from '../../kernel/root.js';
import { command } from '../command.js';
import { argument, option } from '../options.js';
import { requireDoor } from '../permitted.js';
import { withServices } from '../session.js';
import { browserLink } from '../start/browser-link.js';

interface Run {
  readonly name: string;
  readonly params: string;
  readonly write?: boolean;
}

const name = () => argument('<name>', 'like analysis/bridges');

/** `guanxi cypher`: the library of all questions and changes: listed, shown, run, opened in Neo4j Browser. */
export const CYPHER = [
  command<{ area?: string }>({
    name: 'cypher list',
    about: 'list statements with their titles',
    example: 'cypher list analysis',
    door: null,
    args: [argument('[area]', 'only this area, like analysis')],
    run: (_, { area }) => ({ rows: statementsIn(area) }),
  }),
  command<{ name: string }>({
    name: 'cypher show',
    about: 'print a file as it is, ready to paste into Neo4j Browser',
    example: 'cypher show analysis/bridges',
    door: null,
    args: [name()],
    formats: [],
    run: (_, asked) => {
      const statement = statementOf(loadLibrary(), asked.name);
      return { said: readFileSync(join(packageRoot, 'cypher', `${statement.name}.cypher`), 'utf8').trimEnd() };
    },
  }),
  command<Run>({
    name: 'cypher run',
    about: 'run a statement',
    example: 'cypher run analysis/bridges --params \'{"limit": 3}\'',
    door: 'by statement',
    args: [name()],
    options: [
      option('--params <json>', 'parameters as a JSON object', '{}'),
      option('--write', 'allow a statement that changes the graph'),
    ],
    run: (context, asked) => {
      mayRun(asked);
      const given = parseParams(asked.params);
      return withServices(context, async (services) => {
        const statement = statementOf(services.graph.library, asked.name);
        const ofApi = statement.api !== null;
        return {
          rows: await (ofApi ? askQuestion(services, statement, given) : services.graph.ask(asked.name, given)),
        };
      });
    },
  }),
  command<{ name: string }>({
    name: 'cypher open',
    about: 'print a link that opens a statement in Neo4j Browser',
    example: 'cypher open analysis/bridges',
    door: null,
    args: [name()],
    formats: [],
    answer: async ({ graph }, asked, { database }) => {
      const statement = statementOf(graph.library, asked.name);
      const { httpUrl, user, startedHere } = database;
      if (!httpUrl) throw noAddress();
      const only = 'note: the database ran for this command only; `guanxi start` or `guanxi db start` keeps it up';
      const login = `login: ${user}, password from \`guanxi db start --show-password\``;
      return { said: browserLink(httpUrl, statement), notes: startedHere ? [only, login] : [login] };
    },
  }),
];

function statementsIn(area?: string): object[] {
  const all = [...loadLibrary().values()];
  const chosen = all.filter((s) => area === undefined || s.name.startsWith(`${area}/`));
  const areas = [...new Set(all.map((s) => s.name.split('/')[0]))].join(', ');
  if (chosen.length === 0) throw new AppError('NOT_FOUND', `no area "${area}" in cypher/`, `one of ${areas}`);
  return chosen.map((s) => ({ name: s.name, mode: s.mode, api: s.api, title: s.title }));
}

/**
 * Throws INPUT for what is no question, FORBIDDEN unless the operator may ask it; what is no question of the API is for
 * admin.
 */
function mayRun({ name: asked, write }: Run): void {
  const { mode, api } = statementOf(loadLibrary(), asked);
  if (mode === 'schema') throw new AppError('INPUT', `${asked} is a migration`, 'run `guanxi migrate`');
  if (mode === 'write' && !write)
    throw new AppError('INPUT', `${asked} changes the graph`, 'add --write if that is what you want');
  requireDoor(api ?? undefined);
}

function parseParams(text: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text);
    if (parsed && typeof parsed === 'object' && !Array.isArray(parsed)) return parsed as Record<string, unknown>;
  } catch {
    // Said below, in the product's form.
  }
  throw new AppError('INPUT', '--params is not a JSON object', `write it like --params '{"limit": 10}'`);
}

function noAddress(): AppError {
  return new AppError(
    'UNAVAILABLE',
    'the address of Neo4j Browser is not known for this database',
    'open it by hand and paste what `guanxi cypher show` prints',
  );
}
