import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { askQuestion } from '../api/schema/questions.js';
import type { Statement } from '../graph/library/header.js';
import { loadLibrary, statementOf } from '../graph/library/library.js';
import { AppError } from '../kernel/error.js';
import { packageRoot } from '../kernel/root.js';
import { operator, requireAllowed } from '../security/index.js';
import type { CliContext } from './context.js';
import { rowsFormat } from './options.js';
import { withServices } from './session.js';
import { type Format, formatRows } from './table.js';

export function register(program: Command, context: CliContext): void {
  const group = program.command('cypher').description('the Cypher library: every question and change of the product');
  group
    .command('list')
    .argument('[area]', 'only this area, like analysis')
    .description('every statement with its title')
    .addOption(rowsFormat())
    .action((area: string | undefined, options: { format: Format }) => list(context, area, options.format));
  group
    .command('show')
    .argument('<name>', 'like analysis/bridges')
    .description('a file as it is, ready to paste into Neo4j Browser')
    .action((name: string) => show(context, name));
  group
    .command('run')
    .argument('<name>', 'like analysis/bridges')
    .description('run a statement')
    .option('--params <json>', 'parameters as a JSON object', '{}')
    .option('--write', 'allow a statement that changes the graph')
    .addOption(rowsFormat())
    .action((name: string, options: RunOptions) => run(context, name, options));
  group
    .command('open')
    .argument('<name>', 'like analysis/bridges')
    .description('print a link that opens a statement in Neo4j Browser')
    .action((name: string) => open(context, name));
}

interface RunOptions {
  readonly params: string;
  readonly format: Format;
  readonly write?: boolean;
}

function list({ out }: CliContext, area: string | undefined, format: Format): void {
  const all = [...loadLibrary().values()];
  const chosen = all.filter((s) => area === undefined || s.name.startsWith(`${area}/`));
  const areas = [...new Set(all.map((s) => s.name.split('/')[0]))].join(', ');
  if (chosen.length === 0) throw new AppError('NOT_FOUND', `no area "${area}" in cypher/`, `one of ${areas}`);
  out(formatRows(chosen.map(rowOf), format));
}

function rowOf(s: Statement): Record<string, unknown> {
  return { name: s.name, mode: s.mode, api: s.api, title: s.title };
}

function show({ out }: CliContext, name: string): void {
  const statement = statementOf(loadLibrary(), name);
  out(readFileSync(join(packageRoot, 'cypher', `${statement.name}.cypher`), 'utf8').trimEnd());
}

async function run(context: CliContext, name: string, { params, format, write }: RunOptions): Promise<void> {
  const statement = statementOf(loadLibrary(), name);
  if (statement.mode === 'schema') throw new AppError('INPUT', `${name} is a migration`, 'run `guanxi migrate`');
  if (statement.mode === 'write' && !write)
    throw new AppError('INPUT', `${name} changes the graph`, 'add --write if that is what you want');
  const given = parseParams(params);
  if (statement.api === null) requireAllowed(operator(), OWN);
  await withServices(context, async (services) => {
    const { graph } = services;
    const rows = await (statement.api === null ? graph.ask(name, given) : askQuestion(services, statement, given));
    context.out(formatRows(rows, format));
  });
}

/** What is no question of the API is the product's own. */
const OWN = { name: 'cypher run', roles: ['admin'], limited: false } as const;

function parseParams(text: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text);
    if (parsed && typeof parsed === 'object' && !Array.isArray(parsed)) return parsed as Record<string, unknown>;
  } catch {
    // Said below, in the product's form.
  }
  throw new AppError('INPUT', '--params is not a JSON object', `write it like --params '{"limit": 10}'`);
}

async function open(context: CliContext, name: string): Promise<void> {
  const statement = statementOf(loadLibrary(), name);
  await withServices(context, async (_services, { database }) => {
    const { httpUrl, user } = database;
    if (!httpUrl)
      throw new AppError(
        'UNAVAILABLE',
        'the address of Neo4j Browser is not known for this database',
        'open it by hand and paste what `guanxi cypher show` prints',
      );
    context.out(browserLink(httpUrl, statement));
    if (database.startedHere)
      context.err('note: the database ran for this command only; `guanxi start` or `guanxi db start` keeps it up');
    context.err(`login: ${user}, password from \`guanxi db status --show-password\``);
  });
}

/** Neo4j Browser puts `arg` into its editor; the parameters come first, since the file needs them. */
export function browserLink(httpUrl: string, statement: Statement): string {
  const lines = statement.example ? [statement.example, `${statement.text};`] : [`${statement.text};`];
  return `${httpUrl.replace(/\/$/, '')}/browser/?cmd=edit&arg=${encodeURIComponent(lines.join('\n'))}`;
}
