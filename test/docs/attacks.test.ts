import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/kernel/root.js';

const folder = join(packageRoot, 'docs', 'privacy');
const rows = readFileSync(join(folder, 'attacks.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| (?!attack|---)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

test('each attack has what happened before, what happens now, and a test of that name', () => {
  expect(rows.length).toBeGreaterThan(25);
  for (const [, attack, before, now, held] of rows) {
    expect([attack, before, now].every(Boolean)).toBe(true);
    const [, file, words] = /^(test\/\S+\.test\.ts): (.+)$/.exec(held!) ?? [];
    expect([attack, existsSync(join(packageRoot, file!))]).toEqual([attack, true]);
    const titles = readFileSync(join(packageRoot, file!), 'utf8').match(/(['"`])(?:(?!\1).)*\1,/g) ?? [];
    expect([attack, titles.some((title) => title.includes(words!))]).toEqual([attack, true]);
  }
});

test('every test that a page about privacy names is there', () => {
  for (const page of readdirSync(folder)) {
    const named = readFileSync(join(folder, page), 'utf8').matchAll(/\btest\/[\w./-]+\.test\.ts/g);
    for (const [path] of named) expect([page, path, existsSync(join(packageRoot, path!))]).toEqual([page, path, true]);
  }
});
