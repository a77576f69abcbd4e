import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { bulkFiles, readTruth, writeWorld } from '../../seed/world/index.js';
import { UNTIL } from './default-world.js';
import { groupBy, readCsv } from './read-csv.js';

const folder = mkdtempSync(join(tmpdir(), 'guanxi-bulk-'));
const bulk = join(folder, 'bulk');
const plain = join(folder, 'plain');
const text = (name: string) => readFileSync(join(bulk, name), 'utf8');
const headed = (header: string, data: string): Record<string, string>[] =>
  parse(text(header) + text(data), { columns: true });
const START = ':START_ID(Customer)';
const END = ':END_ID(Customer)';

beforeAll(async () => {
  await writeWorld({ out: bulk, until: UNTIL, customers: 400, format: 'bulk' });
  await writeWorld({ out: plain, until: UNTIL, customers: 400 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('is the same world as the canonical one: customers, ties and running totals', async () => {
  const customers = headed('customers-header.csv', 'customers.csv');
  const ties = readCsv(plain, 'ties.csv');
  const kinds = [...new Set(ties.map((tie) => tie.kind!))];
  const written = kinds.flatMap((kind) =>
    headed('ties-header.csv', `${kind}.csv`).map(
      (row) => `${row[START]} ${row[END]} ${kind} ${row['closeness:double']}`,
    ),
  );
  expect(new Set(written)).toEqual(new Set(ties.map((t) => `${t.fromId} ${t.toId} ${t.kind} ${t.closeness}`)));
  const orders = groupBy(readCsv(plain, 'orders.csv'), (row) => row.customerId!);
  for (const row of customers) {
    const own = orders.get(row['id:ID(Customer)']!) ?? [];
    const kept = own.filter((order) => order.refundedAt === '');
    expect(Number(row['orders:long'])).toBe(own.length);
    expect(Number(row['spendMinor:long'])).toBe(kept.reduce((sum, o) => sum + Math.round(Number(o.amount) * 100), 0));
    expect(row['lastOrderAt:datetime']).toBe(
      own
        .map((o) => o.at!)
        .sort()
        .at(-1) ?? '',
    );
  }
  expect((await readTruth(bulk)).communityOf).toEqual((await readTruth(plain)).communityOf);
});

test('KNOWS: one per pair, from the smaller id, closeness summed up over the ties', () => {
  const apart = new Map<string, number>();
  for (const { fromId, toId, closeness } of readCsv(plain, 'ties.csv')) {
    const pair = [fromId, toId].sort().join('|');
    apart.set(pair, (apart.get(pair) ?? 1) * (1 - Number(closeness)));
  }
  const knows = headed('knows-header.csv', 'KNOWS.csv');
  expect(knows).toHaveLength(apart.size);
  for (const row of knows) {
    const pair = row['pair:string']!;
    expect(pair).toBe(`${row[START]}|${row[END]}`);
    expect(row[START]! < row[END]!).toBe(true);
    expect(Number(row['closeness:double'])).toBeCloseTo(1 - apart.get(pair)!, 5);
  }
});

test('labels follow the consent to profiling, aliases are unique, nothing personal is written', () => {
  const customers = headed('customers-header.csv', 'customers.csv');
  const state = new Map<string, boolean>();
  for (const row of readCsv(plain, 'consents.csv'))
    if (row.purpose === 'profiling') state.set(row.customerId!, row.action === 'GIVEN');
  for (const row of customers)
    expect(row[':LABEL']).toBe(state.get(row['id:ID(Customer)']!) ? 'Customer;Profiled' : 'Customer');
  expect(new Set(customers.map((row) => row['alias:string'])).size).toBe(customers.length);
  const all = text('customers.csv');
  for (const { name, phone, email } of readCsv(plain, 'customers.csv'))
    expect([name, phone, email].filter((value) => value && all.includes(value))).toEqual([]);
});

test('the manifest names every file and what to hand to the importer', async () => {
  const manifest = JSON.parse(text('manifest.json'));
  const { nodes, relationships } = await bulkFiles(bulk);
  expect(relationships.map((argument) => argument.split('=')[0])).toContain('KNOWS');
  const named = [...nodes, ...relationships].flatMap((argument) => argument.replace(/^\w+=/, '').split(','));
  const listed = (manifest.files as { name: string }[]).map(({ name }) => join(bulk, name));
  expect(new Set([...named, join(bulk, 'truth.json')])).toEqual(new Set(listed));
  for (const { name, bytes } of manifest.files) expect([name, Buffer.byteLength(text(name))]).toEqual([name, bytes]);
  await expect(bulkFiles(plain)).rejects.toMatchObject({ kind: 'NOT_FOUND' });
});
