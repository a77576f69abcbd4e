import { AppError, ERROR_KINDS } from '../kernel/error.js';
import { systemRandom } from '../kernel/random.js';

/** Prints an error as one line what and one line fix, never a stack trace. Returns the exit code of its kind. */
export function explain(error: unknown, print: (line: string) => void): number {
  if (error instanceof AppError) {
    print(`error: ${error.message}`);
    print(`  fix: ${error.hint}`);
    return ERROR_KINDS[error.kind].exit;
  }
  const id = systemRandom.id().slice(0, 8);
  print(`error: unexpected, id ${id}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
  print('  fix: run again with LOG_LEVEL=debug; if it stays, report it with this id');
  if (process.env.LOG_LEVEL === 'debug' && error instanceof Error) print(error.stack ?? '');
  return 1;
}
