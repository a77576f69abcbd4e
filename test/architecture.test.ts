import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { packageRoot } from '../src/kernel/root.js';

const AREAS = ['network', 'analysis', 'value', 'recommend', 'feedback', 'campaigns', 'privacy', 'insight'];

/** What an area may import besides itself, kernel and graph: downwards only; privacy is asked by all and asks only network. */
const BELOW: Record<string, readonly string[]> = {
  network: ['privacy'],
  privacy: ['network'],
  analysis: ['network', 'privacy'],
  value: ['network', 'analysis', 'privacy'],
  feedback: ['network', 'analysis', 'privacy'],
  recommend: ['network', 'analysis', 'value', 'feedback', 'privacy'],
  campaigns: ['network', 'analysis', 'value', 'feedback', 'recommend', 'privacy'],
  insight: ['network', 'analysis', 'value', 'feedback', 'recommend', 'campaigns', 'privacy'],
};

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const files = sourceFiles('src');
const imports = files.flatMap(importsOf);

test('only graph/ talks to the driver', () => {
  expect(
    names(imports.filter((i) => i.target === 'neo4j-driver' && !i.file.startsWith('src/graph/') && !i.typeOnly)),
  ).toEqual([]);
});

test('kernel knows nothing above it, but types', () => {
  const above = imports.filter(
    (i) => i.file.startsWith('src/kernel/') && i.target.startsWith('src/') && !i.target.startsWith('src/kernel/'),
  );
  expect(names(above.filter((i) => !i.typeOnly))).toEqual([]);
});

test('graph/ knows no area and no api', () => {
  const forbidden = imports.filter(
    (i) => i.file.startsWith('src/graph/') && isIn(i.target, [...AREAS, 'api', 'cli', 'desk']),
  );
  expect(names(forbidden)).toEqual([]);
});

test.each(AREAS)('%s depends downwards only, and never on cli or desk', (area) => {
  const own = imports.filter((i) => i.file.startsWith(`src/${area}/`));
  const allowed = BELOW[area]!;
  const upward = own.filter((i) =>
    AREAS.some((other) => other !== area && i.target.startsWith(`src/${other}/`) && !allowed.includes(other)),
  );
  expect(names(upward)).toEqual([]);
  expect(names(own.filter((i) => isIn(i.target, ['cli', 'desk'])))).toEqual([]);
  expect(names(own.filter((i) => isIn(i.target, ['api']) && !i.typeOnly))).toEqual([]);
});

test('no default exports, no string-built Cypher outside graph/', () => {
  const sources = files
    .filter((f) => !f.includes('/desk/'))
    .map((file) => ({ file, text: readFileSync(join(packageRoot, file), 'utf8') }));
  expect(sources.filter(({ text }) => /^export default /m.test(text)).map(({ file }) => file)).toEqual([]);
  const cypher = /[`'"]\s*(?:MATCH|MERGE|UNWIND|OPTIONAL MATCH)\s*[(\s$]/;
  expect(
    sources.filter(({ file, text }) => !file.startsWith('src/graph/') && cypher.test(text)).map(({ file }) => file),
  ).toEqual([]);
});

test('no source file has more than 200 lines', () => {
  const long = files
    .filter((f) => !f.endsWith('.gen.ts'))
    .filter((f) => readFileSync(join(packageRoot, f), 'utf8').split('\n').length > 201);
  expect(long).toEqual([]);
});

function sourceFiles(folder: string): string[] {
  const all = readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' });
  return all.filter((f) => /\.tsx?$/.test(f)).map((f) => `${folder}/${f.replaceAll('\\', '/')}`);
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(packageRoot, file), 'utf8');
  return [...text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^;'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)].map((m) => ({
    file,
    target: m[2]!.startsWith('.') ? normalize(relative(packageRoot, join(packageRoot, dirname(file), m[2]!))) : m[2]!,
    typeOnly: m[1] !== undefined,
  }));
}

function isIn(target: string, folders: readonly string[]): boolean {
  return folders.some((folder) => target.startsWith(`src/${folder}/`));
}

function names(list: readonly Import[]): string[] {
  return list.map((i) => `${i.file} → ${i.target}`);
}
