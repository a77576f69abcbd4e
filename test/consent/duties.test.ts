import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/kernel/root.js';

const folder = join(packageRoot, 'docs', 'privacy');
const textOf = (page: string) => readFileSync(join(folder, page), 'utf8');
const pages = readdirSync(folder);

test.each(pages)('%s names only tests and pages that are there', (page) => {
  const text = textOf(page);
  const tests = [...text.matchAll(/\btest\/[\w./-]+\.test\.ts/g)].map(([path]) => join(packageRoot, path));
  const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path]) => join(folder, path!));
  expect([...tests, ...links].filter((path) => !existsSync(path))).toEqual([]);
});

test('the table of duties has a test for each of them, and links every page', () => {
  const rows = textOf('duties.md')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| duty'));
  expect(rows.length).toBeGreaterThan(20);
  for (const row of rows) expect(row).toMatch(/\btest\/[\w./-]+\.test\.ts/);
  for (const page of pages.filter((name) => name !== 'duties.md')) expect(textOf('duties.md')).toContain(`](${page})`);
});
