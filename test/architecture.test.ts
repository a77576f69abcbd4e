import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { packageRoot } from '../src/kernel/root.js';

/** The rooms of the house from the ground up: each may import, types included, only those before it. */
const HOUSE = [
  'kernel',
  'graph',
  'database',
  'jobs',
  'scores',
  'security',
  'consent',
  'identity',
  'network',
  'intake',
  'analysis',
  'value',
  'voice',
  'recommend',
  'campaigns',
  'insight',
  'rights',
  'publish',
  'api',
  'packs',
  'config.ts',
  'app.ts',
  'main.ts',
  'cli',
  'cli.ts',
];
/** The ground: what every area stands on, imported file by file. All others are entered by their `index.ts`. */
const GROUND = ['kernel', 'graph', 'database', 'jobs'];
/** Above the areas: their resolvers and REST operations are put together here. */
const SLICES = /\/(resolvers|rest)\.ts$/;
const DESK = ['desk'];

const LONGEST_FILE = 200;

interface Import {
  readonly file: string;
  readonly target: string;
}

const files = sourceFiles('src').filter((file) => !DESK.includes(roomOf(file)));
const imports = files.flatMap(importsOf);
const inside = imports.filter(({ target }) => target.startsWith('src/'));
const across = inside.filter(({ file, target }) => roomOf(file) !== roomOf(target));

test('every room is one of the house', () => {
  expect([...new Set(files.map(roomOf))].filter((room) => !HOUSE.includes(room))).toEqual([]);
});

test('only graph/ and database/ talk to the driver; others name its types at most', () => {
  const others = imports.filter(
    ({ file, target }) => target === 'neo4j-driver' && !['graph', 'database'].includes(roomOf(file)),
  );
  expect(names(others.filter(({ file }) => !/import type [^;]* from 'neo4j-driver'/.test(read(file))))).toEqual([]);
});

test.each(HOUSE)('%s imports only what stands below it', (room) => {
  const upward = across.filter(
    ({ file, target }) => roomOf(file) === room && HOUSE.indexOf(roomOf(target)) > HOUSE.indexOf(room),
  );
  expect(names(upward)).toEqual([]);
});

test('an area is entered by its index only', () => {
  const past = across.filter(({ file, target }) => {
    const room = roomOf(target);
    if (GROUND.includes(room) || !target.includes('/', 'src/'.length)) return false;
    if (['api', 'cli'].includes(room) || (roomOf(file) === 'api' && SLICES.test(target))) return false;
    return target !== `src/${room}/index.ts`;
  });
  expect(names(past)).toEqual([]);
});

test('what is compiled imports nothing that is left out of the image', () => {
  const left = read('.dockerignore')
    .split('\n')
    .filter((line) => /^[a-z]+$/.test(line));
  expect(left).toEqual(expect.arrayContaining(['test', 'examples']));
  const compiled = [...files, ...sourceFiles('bench')].flatMap(importsOf);
  expect(names(compiled.filter(({ target }) => left.includes(target.split('/')[0]!)))).toEqual([]);
});

test('no file imports itself in a circle', () => {
  expect(circles(inside)).toEqual([]);
});

/** Makes statements that are committed and read like any other. */
const GENERATOR = 'src/intake/generated/';

test('no default exports, no string-built Cypher outside graph/', () => {
  const sources = files.map((file) => ({ file, text: read(file) }));
  expect(sources.filter(({ text }) => /^export default /m.test(text)).map(({ file }) => file)).toEqual([]);
  const cypher = /[`'"]\s*(?:MATCH|MERGE|UNWIND|OPTIONAL MATCH)\s*[(\s$]/;
  expect(
    sources
      .filter(({ file }) => roomOf(file) !== 'graph' && !file.startsWith(GENERATOR))
      .filter(({ text }) => cypher.test(text))
      .map(({ file }) => file),
  ).toEqual([]);
});

/** Read by who runs the product, in English: files of settings, and the environment. */
const OPERATORS = /\/(?:settings|key-settings|key-file|channels-file|mapping-form|format|grid|rules|role-map)\.ts$/;

test('what a form says of an input in its own words it says in both languages', () => {
  const english =
    /\b(?:error|message): (?:\(\) => )?['"`]|\.(?:regex|refine)\([^'"`;]*?,\s*['"`]|\.(?:min|max|length)\([^'"`;()]*, ['"`]/g;
  const forms = files.filter((file) => /from 'zod'/.test(read(file)) && !OPERATORS.test(file));
  expect(forms.length).toBeGreaterThan(80);
  expect(forms.flatMap((file) => [...read(file).matchAll(english)].map(([words]) => `${file}: ${words}`))).toEqual([]);
});

test(`no source file has more than ${LONGEST_FILE} lines`, () => {
  const long = sourceFiles('src')
    .filter((file) => !file.endsWith('.gen.ts'))
    .filter((file) => read(file).split('\n').length > LONGEST_FILE + 1);
  expect(long).toEqual([]);
});

function sourceFiles(folder: string): string[] {
  const all = readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' });
  return all.filter((f) => /\.tsx?$/.test(f)).map((f) => `${folder}/${f.replaceAll('\\', '/')}`);
}

function read(file: string): string {
  return readFileSync(join(packageRoot, file), 'utf8');
}

function importsOf(file: string): Import[] {
  return [...read(file).matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)['"]([^'"]+)['"]/g)].map((m) => ({
    file,
    target: m[1]!.startsWith('.')
      ? normalize(relative(packageRoot, join(packageRoot, dirname(file), m[1]!))).replace(/\.js$/, '.ts')
      : m[1]!,
  }));
}

function roomOf(file: string): string {
  return file.split('/')[1] ?? '';
}

/** The files from which a walk along imports comes back to where it was. */
function circles(list: readonly Import[]): string[] {
  const targets = new Map<string, string[]>();
  for (const { file, target } of list) targets.set(file, [...(targets.get(file) ?? []), target]);
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (path.includes(file) || done.has(file)) return;
    for (const target of targets.get(file) ?? []) walk(target, [...path, file]);
    done.add(file);
  };
  for (const file of targets.keys()) walk(file, []);
  return found;
}

function names(list: readonly Import[]): string[] {
  return list.map(({ file, target }) => `${file} → ${target}`);
}
