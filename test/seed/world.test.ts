import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COLUMNS, MANIFEST_FILE, readTruth, writeWorld } from '../../seed/world/index.js';
import { UNTIL } from './default-world.js';
import { readCsv } from './read-csv.js';

const folder = mkdtempSync(join(tmpdir(), 'guanxi-world-'));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the same options give the same hash, another seed, size or day another one', async () => {
  const first = await writeWorld({ out: at('a'), until: UNTIL, seed: 5, customers: 120 });
  const again = await writeWorld({ out: at('b'), until: UNTIL, seed: 5, customers: 120 });
  const others = [
    await writeWorld({ out: at('c'), until: UNTIL, seed: 6, customers: 120 }),
    await writeWorld({ out: at('c'), until: UNTIL, seed: 5, customers: 121 }),
    await writeWorld({ out: at('c'), seed: 5, customers: 120, until: '2026-09-30' }),
  ];
  expect(again.hash).toBe(first.hash);
  expect(readFileSync(join(at('a'), 'ties.csv'))).toEqual(readFileSync(join(at('b'), 'ties.csv')));
  expect(new Set([first, ...others].map(({ hash }) => hash)).size).toBe(4);
});

test.each([50, 51, 97, 333])('a world of %i has all files, and the counts it tells', async (customers) => {
  const out = at(`n${customers}`);
  const { counts, files } = await writeWorld({ out, until: UNTIL, customers });
  expect(Object.keys(counts).sort()).toEqual(Object.keys(COLUMNS).sort());
  expect(files).toHaveLength(Object.keys(COLUMNS).length);
  for (const [name, rows] of Object.entries(counts)) expect([name, readCsv(out, name).length]).toEqual([name, rows]);
  expect(counts['customers.csv']).toBe(customers);
  const truth = await readTruth(out);
  expect(Object.keys(truth.communityOf)).toHaveLength(customers);
  expect(truth.leaders.length * truth.bridges.length * truth.marginals.length * truth.rings.length).toBeGreaterThan(0);
  const manifest = JSON.parse(readFileSync(join(out, MANIFEST_FILE), 'utf8'));
  expect(manifest).toMatchObject({ format: 'canonical', customers, seed: 1, until: UNTIL });
});

test('tells how far it is, up to all', async () => {
  const told: number[] = [];
  await writeWorld({ out: at('p'), until: UNTIL, customers: 400, onProgress: (written) => told.push(written) });
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.at(-1)).toBe(400);
});

test.each([
  [{ customers: 49 }, /customers must be a whole number from 50/],
  [{ customers: 0 }, /customers/],
  [{ customers: 70.5 }, /customers/],
  [{ customers: Number.NaN }, /customers/],
  [{ customers: 5_000_001 }, /customers/],
  [{ seed: -1 }, /seed/],
  [{ until: '2026-02-30' }, /until/],
  [{ until: 'today' }, /until/],
  [{ until: '1989-12-31' }, /until/],
  [{ until: '2100-01-01' }, /until/],
  [{ format: 'xml' as 'bulk' }, /format/],
  [{ out: ' ' }, /out/],
])('refuses %j with one line what and one line fix', async (wrong, message) => {
  const asked = writeWorld({ out: at('never'), until: UNTIL, ...wrong });
  await expect(asked).rejects.toMatchObject({ kind: 'INPUT', message: expect.stringMatching(message) });
  await expect(asked).rejects.toHaveProperty('hint', expect.stringMatching(/^for example/));
});

test('says so when the folder cannot be written or holds no world', async () => {
  writeFileSync(at('file'), '');
  await expect(writeWorld({ out: at('file'), until: UNTIL, customers: 50 })).rejects.toMatchObject({ kind: 'SETUP' });
  await expect(readTruth(at('nowhere'))).rejects.toMatchObject({ kind: 'NOT_FOUND' });
});
