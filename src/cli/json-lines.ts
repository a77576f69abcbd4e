import { readFileSync } from 'node:fs';
import { AppError } from '../kernel/error.js';

/** The values of a file that holds one JSON value a line. Throws INPUT with the line that is none. */
export function jsonLines(path: string): unknown[] {
  let source: string;
  try {
    source = readFileSync(path, 'utf8');
  } catch {
    throw new AppError('INPUT', `there is no file ${path}`, 'check the path');
  }
  return source.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    try {
      return [JSON.parse(line) as unknown];
    } catch {
      throw new AppError('INPUT', `${path}:${at + 1} is no JSON`, 'write one JSON object a line');
    }
  });
}
