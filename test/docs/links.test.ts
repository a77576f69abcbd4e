import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageRoot } from '../../src/kernel/root.js';

const FOLDERS = ['cypher', 'docs', 'findings', 'seed'];
/** Folders may hold no more, so that somebody who looks for a page sees them all. */
const MOST = 20;

const pages = ['.', ...FOLDERS.flatMap((folder) => [folder, ...below(folder)])]
  .flatMap((folder) => readdirSync(join(packageRoot, folder)).map((name) => join(folder, name)))
  .filter((path) => path.endsWith('.md'));

function below(folder: string): string[] {
  const inner = readdirSync(join(packageRoot, folder), { withFileTypes: true }).filter((one) => one.isDirectory());
  return inner.map(({ name }) => join(folder, name)).flatMap((path) => [path, ...below(path)]);
}

/** A page without its blocks of code, in which brackets are no links and # is no heading. */
function proseOf(path: string): string {
  return readFileSync(join(packageRoot, path), 'utf8').replace(/^```.*?^```/gms, '');
}

/** As GitHub makes anchors of headings. */
function anchorsOf(path: string): string[] {
  return [...proseOf(path).matchAll(/^#+\s+(.*)$/gm)].map(([, heading]) =>
    heading!
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path, anchor] = link.split('#');
  const target = path ? join(dirname(page), path) : page;
  if (!existsSync(join(packageRoot, target))) return false;
  return anchor === undefined || !target.endsWith('.md') || anchorsOf(target).includes(anchor);
}

test('every link of a page leads to a file, and to a heading of it where it names one', () => {
  expect(pages.length).toBeGreaterThan(50);
  const links = pages.flatMap((page) =>
    [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => ({ page, link: link! })),
  );
  const inside = links.filter(({ link }) => !/^[a-z]+:/.test(link));
  expect(inside.length).toBeGreaterThan(300);
  expect(inside.filter(({ page, link }) => !leadsSomewhere(page, link))).toEqual([]);
});

test('pages that texts of the program and of the library name are there', () => {
  const sources = ['src', 'bench', 'cypher', 'seed', 'bin', 'notebooks', 'examples'].flatMap((folder) =>
    [folder, ...below(folder)].flatMap((one) => readdirSync(join(packageRoot, one)).map((name) => join(one, name))),
  );
  const named = sources
    .filter((path) => /\.(ts|tsx|mjs|cypher|yaml|graphql|py|ipynb|json)$/.test(path))
    .flatMap((path) =>
      [...readFileSync(join(packageRoot, path), 'utf8').matchAll(/\bdocs\/[\w/-]+\.(?:md|png)/g)].map(([page]) => ({
        path,
        page,
      })),
    );
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter(({ page }) => !existsSync(join(packageRoot, page)))).toEqual([]);
});

test(`no folder of pages holds more than ${MOST} files`, () => {
  const full = ['docs', ...below('docs')].filter(
    (folder) =>
      readdirSync(join(packageRoot, folder)).filter((name) => statSync(join(packageRoot, folder, name)).isFile())
        .length > MOST,
  );
  expect(full).toEqual([]);
});
