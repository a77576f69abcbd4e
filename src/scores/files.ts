import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../kernel/root.js';
import { filled } from './blocks.js';
import { scoresPage } from './page.js';

/**
 * The files that follow from the registry: statements with lists of scores, and the page of docs. Path below the root,
 * and the text they must hold.
 */
export function scoreFiles(): { path: string; text: string }[] {
  const folder = join(packageRoot, 'cypher');
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  const statements = all
    .filter((file) => file.endsWith('.cypher'))
    .map((file) => ({ file, source: readFileSync(join(folder, file), 'utf8') }))
    .filter(({ source }) => source.includes('// each '))
    .map(({ file, source }) => ({ path: `cypher/${file}`, text: filled(file, source) }));
  return [...statements, { path: 'docs/data/scores.md', text: scoresPage() }];
}
