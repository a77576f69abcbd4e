import { Command, CommanderError } from 'commander';
import * as analyze from './cli/analyze.js';
import * as audit from './cli/audit.js';
import * as bench from './cli/bench.js';
import * as communities from './cli/communities.js';
import * as company from './cli/company.js';
import * as contagion from './cli/contagion.js';
import type { CliContext } from './cli/context.js';
import * as cypher from './cli/cypher.js';
import * as db from './cli/db.js';
import { explain } from './cli/explain.js';
import * as find from './cli/find.js';
import * as fraud from './cli/fraud.js';
import * as generate from './cli/generate.js';
import * as importing from './cli/import.js';
import * as influence from './cli/influence.js';
import * as jobs from './cli/jobs.js';
import * as keys from './cli/keys.js';
import * as migrate from './cli/migrate.js';
import { requireCommand } from './cli/permitted.js';
import * as policy from './cli/policy.js';
import * as preferences from './cli/preferences.js';
import * as privacy from './cli/privacy.js';
import * as publish from './cli/publish.js';
import * as referral from './cli/referral.js';
import * as rfm from './cli/rfm.js';
import * as rights from './cli/rights.js';
import * as seeds from './cli/seeds.js';
import * as serve from './cli/serve.js';
import * as start from './cli/start.js';
import * as token from './cli/token.js';
import * as tokens from './cli/tokens.js';
import * as users from './cli/users.js';
import * as world from './cli/world.js';
import { readConfig } from './config.js';
import { AppError } from './kernel/error.js';

const GROUPS = [
  start,
  analyze,
  communities,
  influence,
  fraud,
  seeds,
  contagion,
  rfm,
  referral,
  company,
  publish,
  cypher,
  migrate,
  generate,
  db,
  world,
  serve,
  token,
  jobs,
  keys,
  preferences,
  audit,
  find,
  users,
  tokens,
  policy,
  importing,
  rights,
  privacy,
  bench,
];

/** Runs one `guanxi` command. Any failure is one line what, one line fix, and the exit code of its kind. */
export async function main(argv: readonly string[]): Promise<void> {
  let program: Command | undefined;
  try {
    const context: CliContext = {
      config: readConfig(),
      out: (line) => console.log(line),
      err: (line) => console.error(line),
    };
    program = programOf(context);
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    const print = (line: string) => console.error(line);
    if (error instanceof CommanderError && /help|version/i.test(error.code)) return; // was printed
    process.exitCode = explain(
      error instanceof CommanderError ? misused(error, wordsIn(program!, argv)) : error,
      print,
    );
  }
}

/** The words of a command after `guanxi`, like `rights export`. */
function wordsOf(command: Command): string {
  const above = command.parent?.parent ? `${wordsOf(command.parent)} ` : '';
  return `${above}${command.name()}`;
}

/** The command that was begun, as far as it is one: `users add` of `users add x --role boss`. */
function wordsIn({ commands }: Command, [word, ...rest]: readonly string[]): string {
  const command = commands.find((one) => one.name() === word);
  return command ? `${command.name()} ${wordsIn(command, rest)}` : '';
}

/** What commander says of a wrong word, in the product's form: its suggestion is the fix, and the help of that command. */
function misused({ message }: CommanderError, command: string): AppError {
  const [what = '', suggestion] = message.replace(/^error: /, '').split('\n');
  return new AppError(
    'INPUT',
    what,
    `${suggestion ? `${suggestion.replace(/[()]/g, '')} ` : ''}see \`guanxi ${command}--help\``,
  );
}

/** Every command, none of which runs unless the policy lets the command line. */
export function programOf(context: CliContext): Command {
  const program = new Command('guanxi').description(
    "A company's customers as a network: Neo4j, Cypher and GDS behind a GraphQL layer.",
  );
  program
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .helpCommand(false)
    .hook('preAction', (_program, command) => requireCommand(wordsOf(command)));
  for (const group of GROUPS) group.register(program, context);
  return program;
}
