import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the product: where package.json and cypher/ are, whether run from source or compiled. */
export const packageRoot = findRoot(__dirname);

function findRoot(from: string): string {
  if (existsSync(join(from, 'package.json')) && existsSync(join(from, 'cypher'))) return from;
  const up = dirname(from);
  if (up === from) throw new Error('guanxi runs outside its folder: package.json and cypher/ were not found above it');
  return findRoot(up);
}
