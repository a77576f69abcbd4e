import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askQuestion } from '../../api/schema/questions.js';
import { loadLibrary, statementOf } from '../../graph/library/library.js';
import { asPasted } from '../../graph/library/tried.js';
import { pagesOf } from '../../graph/stream.js';
import { AppError } from '../../kernel/error.js';
import { packageRoot } from '../../kernel/root.js';
import { recordAudit, type Services } from '../../security/index.js';
import { columnsOf, rowsIn } from '../columns.js';
import { type Answer, command } from '../command.js';
import { argument, option } from '../options.js';
import { writeParquet } from '../parquet-file.js';
import { requireDoor } from '../permitted.js';
import { scaffold, writeScaffold } from '../scaffold.js';
import { withServices } from '../session.js';
import { browserLink } from '../start/browser-link.js';
import { FORMATS, type Format, formatRows } from '../table.js';

interface Run {
  readonly name: string;
  readonly params: string;
  readonly write?: boolean;
  readonly format: string;
  readonly flatten?: boolean;
  readonly out?: string;
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
    about: 'print a file as Neo4j Browser and cypher-shell take it, values to begin with ahead of it',
    example: 'cypher show analysis/bridges',
    door: null,
    args: [name()],
    formats: [],
    run: (_, asked) => {
      const statement = statementOf(loadLibrary(), asked.name);
      return {
        said: asPasted(statement, readFileSync(join(packageRoot, 'cypher', `${statement.name}.cypher`), 'utf8')),
      };
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
      option('--flatten', 'a column for each field of a record, one text for a list'),
      option('--out <file>', 'write to this file; --format parquet needs it'),
    ],
    formats: [...FORMATS, 'parquet'],
    run: (context, asked) => {
      mayRun(asked);
      const given = parseParams(asked.params);
      return withServices(context, (services) => answerOf(services, asked, given));
    },
  }),
  command<{ name: string; title: string }>({
    name: 'cypher new',
    about: 'write a new question, its header and its test, to begin with',
    example: "cypher new network/best-connected --title 'Who knows most people.'",
    door: null,
    args: [argument('<name>', 'like network/best-connected')],
    options: [option('--title <sentence>', 'what it answers', 'What it answers, in one sentence.')],
    formats: [],
    run: (_, asked) => {
      const written = writeScaffold(scaffold(asked.name, asked.title));
      return { said: [...written, 'next: write the question, then `npm run cypher:types` and the test'] };
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

async function answerOf(services: Services, asked: Run, given: Record<string, unknown>): Promise<Answer> {
  const statement = statementOf(services.graph.library, asked.name);
  const columns = columnsOf(statement, asked.flatten === true);
  const rowsOf = () =>
    statement.api === null ? services.graph.ask(asked.name, given) : askQuestion(services, statement, given);
  if (asked.format !== 'parquet') {
    const rows = await rowsOf();
    return written(asked, asked.flatten ? rowsIn(columns, rows) : rows);
  }
  if (asked.out === undefined)
    throw new AppError('INPUT', 'Parquet is no text to print', 'name a file: --out customers.parquet');
  const streamed = statement.api === null && statement.mode === 'read';
  const pages = streamed ? pagesOf(services.graph, asked.name, given) : [(await rowsOf()) as Record<string, unknown>[]];
  const count = await writeParquet(asked.out, columns, pages);
  await recordAudit(services, { action: 'EXPORTED', subject: asked.name, count, detail: { format: 'parquet' } });
  return { said: `${asked.out}: ${count} rows, ${columns.length} columns` };
}

/** To the file that is named, else as any answer. */
function written({ out, format }: Run, rows: object[]): Answer {
  if (out === undefined) return { rows };
  writeFileSync(out, `${formatRows(rows, format as Format)}\n`);
  return { said: `${out}: ${rows.length} rows` };
}

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
