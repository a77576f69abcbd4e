import { Command, CommanderError } from 'commander';
import type { CliContext } from './cli/context.js';
import * as cypher from './cli/cypher.js';
import * as db from './cli/db.js';
import { explain } from './cli/explain.js';
import * as generate from './cli/generate.js';
import * as migrate from './cli/migrate.js';
import * as world from './cli/world.js';
import { readConfig } from './config.js';

const GROUPS = [cypher, migrate, generate, db, world];

/** Runs one `guanxi` command. Any failure is one line what, one line fix, and the exit code of its kind. */
export async function main(argv: readonly string[]): Promise<void> {
  try {
    const context: CliContext = {
      config: readConfig(),
      out: (line) => console.log(line),
      err: (line) => console.error(line),
    };
    await programOf(context).parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else process.exitCode = explain(error, (line) => console.error(line));
  }
}

function programOf(context: CliContext): Command {
  const program = new Command('guanxi').description(
    "A company's customers as a network: Neo4j, Cypher and GDS behind a GraphQL layer.",
  );
  program.exitOverride().showHelpAfterError('(see guanxi --help)').configureHelp({ sortSubcommands: false });
  for (const group of GROUPS) group.register(program, context);
  return program;
}
