import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from './read-csv.js';

const seed = join(__dirname, '..', '..', 'seed');

describe.each([
  { name: 'karate', people: 34, ties: 78 },
  { name: 'les-miserables', people: 77, ties: 254 },
])('the network $name', ({ name, people, ties }) => {
  const customers = readCsv(seed, 'facts', name, 'customers.csv');
  const rows = readCsv(seed, 'facts', name, 'ties.csv');
  const ids = new Set(customers.map((row) => row.id));

  test(`has ${people} people and ${ties} pairs`, () => {
    expect(ids.size).toBe(people);
    expect(new Set(rows.map((row) => [row.fromId, row.toId].sort().join(' '))).size).toBe(ties);
    expect(rows).toHaveLength(ties);
    expect(rows.filter((row) => !ids.has(row.fromId!) || !ids.has(row.toId!) || row.fromId === row.toId)).toEqual([]);
  });

  test('names its source on every row and lets everyone be profiled', () => {
    const consents = readCsv(seed, 'facts', name, 'consents.csv');
    expect([...customers, ...rows].filter((row) => !/Zachary 1977|Knuth 1993/.test(row.source!))).toEqual([]);
    expect(new Set(consents.map((row) => row.customerId))).toEqual(ids);
    expect(new Set(consents.map((row) => `${row.purpose} ${row.channel} ${row.action}`))).toEqual(
      new Set(['profiling ALL GIVEN']),
    );
  });
});

test('Zachary: members 1 and 34 have degree 16 and 17, and 45 triangles stand', () => {
  const rows = readCsv(seed, 'facts', 'karate', 'ties.csv');
  const around = new Map<string, Set<string>>();
  for (const { fromId, toId } of rows)
    for (const [one, other] of [
      [fromId!, toId!],
      [toId!, fromId!],
    ] as const)
      around.set(one, (around.get(one) ?? new Set()).add(other));
  expect(around.get('karate-01')!.size).toBe(16);
  expect(around.get('karate-34')!.size).toBe(17);
  const corners = rows.map(({ fromId, toId }) => [...around.get(fromId!)!].filter((n) => around.get(toId!)!.has(n)));
  expect(corners.flat().length / 3).toBe(45);
});

test('Les Misérables: closeness grows with common chapters, 820 in all', () => {
  const rows = readCsv(seed, 'facts', 'les-miserables', 'ties.csv');
  expect(rows.reduce((sum, row) => sum + Number(row.interactions), 0)).toBe(820);
  for (const row of rows) expect(Number(row.closeness)).toBeCloseTo(1 - 2 ** (-Number(row.interactions) / 3), 4);
});

test('CDNOW holds 6,919 orders of 2,357 customers', () => {
  const lines = readFileSync(join(seed, 'cdnow', 'CDNOW_sample.txt'), 'utf8')
    .trim()
    .split(/\r?\n/);
  const columns = lines.map((line) => line.trim().split(/\s+/));
  expect(lines).toHaveLength(6919);
  expect(new Set(columns.map((row) => row[1])).size).toBe(2357);
  expect(columns.every((row) => row.length === 5 && /^199[78]\d{4}$/.test(row[2]!))).toBe(true);
});
