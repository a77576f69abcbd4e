import { realpathSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { AppError } from '../../kernel/error.js';

/**
 * The path of a file that a mapping names in the folder of an import: below it, as the file system sees it, wherever a
 * link leads. One that is not there is judged by its name. Throws INPUT.
 */
export function below(folder: string, file: string): string {
  const path = join(folder, file);
  const inside = isBelow(resolve(folder), resolve(folder, file)) && isBelow(real(folder), real(path));
  if (inside) return path;
  throw new AppError(
    'INPUT',
    `the mapping names ${file}, which is not below the folder of the import`,
    'put the file, not a link to it, into that folder and name it from there',
    { file },
  );
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === path;
}

/** Where a path really leads; of what is not there, its folder where that is. */
function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = resolve(path, '..');
    return parent === path ? path : join(real(parent), relative(parent, resolve(path)));
  }
}
