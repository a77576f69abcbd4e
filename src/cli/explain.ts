import { translate } from '../graph/driver.js';
import { AppError, ERROR_KINDS, nameOf } from '../kernel/error.js';

/**
 * Prints an error as one line what and one line fix, never a stack trace or a library's text. Returns the exit code of
 * its kind.
 */
export function explain(error: unknown, print: (line: string) => void): number {
  const told = translate(error, 'the command');
  const known = told instanceof AppError ? told : ofSystem(error);
  if (known) {
    print(`error: ${known.message}`);
    print(`  fix: ${known.hint}`);
    return ERROR_KINDS[known.kind].exit;
  }
  const debug = process.env.LOG_LEVEL === 'debug';
  print(`error: unexpected (${nameOf(error) || typeof error})`); // its text could hold a person
  print(`  fix: ${debug ? 'report what follows' : 'run again with LOG_LEVEL=debug, and report what it prints'}`);
  if (debug) print(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return 1;
}

const SYSTEM: Readonly<Record<string, readonly [what: string, fix: string]>> = {
  ENOENT: ['does not exist', 'check the path'],
  EACCES: ['may not be read or written by this user', 'change its owner or mode, or name another path'],
  EPERM: ['may not be changed by this user', 'change its owner or mode, or name another path'],
  EEXIST: ['already exists', 'name another path'],
  EISDIR: ['is a folder', 'name a file'],
  ENOTDIR: ['is a file', 'name a folder'],
  ENOSPC: ['does not fit on the disk', 'free space, or name a path on another disk'],
};

/** What the operating system says of a path. */
function ofSystem(error: unknown): AppError | undefined {
  const { code = '', path } = (error ?? {}) as NodeJS.ErrnoException;
  const said = Object.hasOwn(SYSTEM, code) ? SYSTEM[code] : undefined;
  return said && new AppError('INPUT', `${path ?? 'a file'} ${said[0]}`, said[1]);
}
