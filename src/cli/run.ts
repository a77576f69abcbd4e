import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CommanderError, Command as Program } from 'commander';
import { checked } from '../kernel/checked.js';
import { AppError } from '../kernel/error.js';
import { packageRoot } from '../kernel/root.js';
import type { Answer, Command } from './command.js';
import { COMMANDS, GROUPS } from './commands/index.js';
import type { CliContext } from './context.js';
import { choice } from './options.js';
import { requireDoor } from './permitted.js';
import { withServices } from './session.js';
import { FORMATS, formatRows } from './table.js';

const ABOUT = "A company's customers as a network: Neo4j, Cypher and GDS behind a GraphQL layer.";

/** The program of all commands, none of which runs unless the policy lets the command line. */
export function programOf(context: CliContext): Program {
  const program = new Program('guanxi').description(ABOUT).version(version(), '--version', 'print the version');
  program.addHelpText('after', () => '\nExample:\n  $ guanxi influencers --first 3');
  settle(program);
  for (const declared of COMMANDS) build(parentOf(program, declared.name), declared, context);
  return program;
}

function version(): string {
  return (JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }).version;
}

function settle(program: Program): Program {
  return program
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .helpCommand(false)
    .helpOption('-h, --help', 'print this help');
}

/** The program itself, or the group that the first of two words names. */
function parentOf(program: Program, name: string): Program {
  const [group, word] = name.split(' ');
  if (word === undefined) return program;
  const known = program.commands.find((one) => one.name() === group);
  return known ?? settle(program.command(group!).description(GROUPS[group!]!));
}

function build(parent: Program, declared: Command, context: CliContext): void {
  const { name, about, example, args = [], options = [], formats = FORMATS } = declared;
  const built = settle(parent.command(name.split(' ').at(-1)!)).description(about);
  for (const one of args) built.addArgument(one);
  for (const one of options) built.addOption(one);
  if (formats.length > 0)
    built.addOption(choice('--format <format>', 'how the answer is printed', formats, formats[0]));
  if (declared.anyOption) built.allowUnknownOption();
  built.addHelpText('after', () => `\nExample:\n  $ guanxi ${example}`);
  built.action((...given: unknown[]) => {
    const named = args.map((one, at) => [one.name().replace(/-./g, (found) => found[1]!.toUpperCase()), given[at]]);
    return perform(declared, { ...Object.fromEntries(named), ...built.opts() }, context);
  });
}

async function perform(declared: Command, given: Record<string, unknown>, context: CliContext): Promise<void> {
  requireDoor(declared.door);
  const { answer, run, formats = FORMATS } = declared;
  const { format = formats[0], ...rest } = given as { format?: string };
  const own = formats.includes('parquet') ? given : rest; // a file is no text to print: the command writes it itself
  const input = (declared.input ? checked(declared.input, own, `guanxi ${declared.name}`) : own) as never;
  const found = answer
    ? await withServices(context, (services, session) => answer(services, input, { ...session, context }))
    : await run!(context, input);
  if (found) print(found, format ?? 'table', context);
}

function print(
  { rows, table = rows, instead, whole, said, notes = [], failure }: Answer,
  format: string,
  at: CliContext,
) {
  if (format === 'json') at.out(JSON.stringify(whole ?? rows, null, 2));
  else if (format === 'csv' && rows) at.out(formatRows(rows, 'csv'));
  else {
    if (table && !instead) at.out(formatRows(table, 'table', at.width));
    for (const line of [...linesOf(instead), ...linesOf(said)]) at.out(line);
  }
  for (const line of notes) at.err(line);
  if (failure) throw failure;
}

function linesOf(said: Answer['said']): string[] {
  return typeof said === 'string' ? [said] : (said ?? []).filter((line) => line !== null);
}

/**
 * What commander says of a wrong word, in the product's form: its suggestion is the fix, and the help of that command.
 */
export function misused({ message }: CommanderError, program: Program, argv: readonly string[]): AppError {
  const [, what = message, suggestion = ''] =
    /^(?:error: )?(.*?)(?:(?:\n|\. (?=Allowed|write))(.*))?$/s.exec(message) ?? [];
  const hint = suggestion.replace(/[()]/g, '').replace(/^Allowed choices are (.*)\.$/, 'one of $1;');
  return new AppError('INPUT', what, `${hint ? `${hint} ` : ''}see \`guanxi ${wordsIn(program, argv)}--help\``);
}

/** The command that was begun, as far as it is one: `users add` of `users add x --role boss`. */
function wordsIn({ commands }: Program, [word, ...rest]: readonly string[]): string {
  const known = commands.find((one) => one.name() === word);
  return known ? `${known.name()} ${wordsIn(known, rest)}` : '';
}
