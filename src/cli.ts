import { CommanderError } from 'commander';
import { explain } from './cli/explain.js';
import { misused, programOf } from './cli/run.js';
import { readConfig } from './config.js';

/** Runs one `guanxi` command. Any failure is one line what, one line fix, and the exit code of its kind. */
export async function main(argv: readonly string[]): Promise<void> {
  const print = (line: string) => console.error(line);
  for (const stream of [process.stdout, process.stderr]) stream.on('error', unheard);
  try {
    const width = process.stdout.isTTY ? process.stdout.columns : undefined;
    const program = programOf({ config: readConfig(), out: (line) => console.log(line), err: print, width });
    try {
      await program.parseAsync([...argv], { from: 'user' });
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
      if (!/help|version/i.test(error.code)) throw misused(error, program, argv); // those two were printed
    }
  } catch (error) {
    process.exitCode = explain(error, print);
  }
}

/** Whoever reads may stop, as `| head` does: the command does the rest of its work, and nobody is told. */
function unheard(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
