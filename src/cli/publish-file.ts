import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parse } from 'yaml';
import { AppError } from '../kernel/error.js';

/** Throws INPUT when one of the files already exists or could not be: asked before anything is published. */
export function mustBeNew(...paths: readonly string[]): void {
  for (const path of paths) {
    if (existsSync(path)) throw unwritable(path, 'already exists');
    if (!existsSync(dirname(path))) throw unwritable(path, 'is in no folder that is there');
  }
}

/** Writes a file that only its owner may read, and never over another. Throws INPUT when that cannot be. */
export function writePrivately(path: string, text: string): void {
  try {
    writeFileSync(path, text, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw unwritable(path, code === 'EEXIST' ? 'already exists' : `cannot be written (${code})`);
  }
}

function unwritable(path: string, what: string): AppError {
  return new AppError('INPUT', `${path} ${what}`, 'name a new file in a folder that is there');
}

/** What a YAML or JSON file holds; its shape is checked where it is used. Throws INPUT when it cannot be read. */
export function readHierarchies(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const what = (error as NodeJS.ErrnoException).code ?? (error as Error).message.split('\n')[0];
    throw new AppError('INPUT', `${path}: ${what}`, 'see docs/privacy/publishing.md for a hierarchy file');
  }
}
