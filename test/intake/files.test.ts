import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Graph } from '../../src/graph/graph.js';
import { openPerson } from '../../src/security/sealing/person.js';
import { customers } from './small-network.js';
import { clear, emptyGraph, file, importing, run, servicesOf } from './world.js';

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
});
beforeEach(() => clear(graph));
afterAll(() => graph.close());

test('wrong rows and unknown ends are reported with line, column and reason; the rest goes in; corrected they follow', async () => {
  await importing(graph, { files: [customers()] });
  const bad = file(
    'orders.csv',
    [
      'id,customerId,at,amount,currency',
      'o1,c1,2026-01-02,1.50,CNY',
      'o2,nobody,2026-01-02,1.50,CNY',
      'o3,c1,2026-02-30,1.50,CNY',
      'o4,c1,2026-01-02,1.505,CNY',
      'o5,c1,2026-01-02,"a ""lot""",CNY',
      'o6,c1,2026-01-02',
      ',c1,2026-01-02,1,CNY',
      'o7,c1,2026-01-02,150,JPY',
    ].join('\n'),
  );
  const { files, rejected } = await importing(graph, { files: [bad] });
  expect(rejected).toBe(6);
  expect(files[0]).toMatchObject({ rows: 8, created: 2 });
  const path = files[0]!.rejects!;
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
  const lines = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .sort((a, b) => Number(a.split(',')[1]) - Number(b.split(',')[1]));
  const reasons = lines.map((line) => line.split(',').slice(1, 4).join(' ').replace('"', ''));
  expect(reasons).toEqual([
    '3 customerId no such customer is known; correct the id',
    '4 at is not a time written as iso; write it like 2026-01-31T09:30:00Z or 2026-01-31 (here is a date)',
    '5 amount is not an amount of CNY; write it like 14.96',
    '6 amount is not an amount of CNY; write it like 14.96',
    '7  has 3 columns',
    '8 id is empty; every row needs it (id of the order)',
  ]);
  writeFileSync(path, readFileSync(path, 'utf8').replace('nobody', 'c2').replace('2026-02-30', '2026-02-28'));
  expect((await importing(graph, { rejects: path })).files[0]).toMatchObject({ created: 2, rejected: 4 });
  expect(
    await run(graph, 'MATCH (:Customer)-[:PLACED]->(o) RETURN o.id AS id, o.amountMinor AS minor ORDER BY id'),
  ).toEqual([
    { id: 'o1', minor: 150 },
    { id: 'o2', minor: 150 },
    { id: 'o3', minor: 150 },
    { id: 'o7', minor: 150 },
  ]);
});

test('all that is wrong with a row is told at once, and none of it repeats what the cells hold', async () => {
  await importing(graph, { files: [customers()] });
  const row = 'o1,Nobody Known,31/01/2026,secret,yuan,nowhere';
  const bad = file('orders.csv', `id,customerId,at,amount,currency,storeId\n${row}\n`);
  const { files } = await importing(graph, { files: [bad] });
  const [, line] = readFileSync(files[0]!.rejects!, 'utf8').trim().split('\n');
  expect(line).toBe(
    `orders.csv,2,at currency customerId storeId,"${[
      'at: is not a time written as iso; write it like 2026-01-31T09:30:00Z or 2026-01-31 (here is a date)',
      'currency: is not a currency of three capital letters; write it like CNY (here is a text of 4 characters)',
      'customerId: no such customer is known; correct the id, or import customers.csv first',
      'storeId: no such store is known; correct the id, or import stores.csv first',
    ].join('; ')}",${row}`,
  );
});

test('too long a key is the fault of its row; the others go in', async () => {
  const rows = `id,name\n${'x'.repeat(9_000)},A\nc2,B\n`;
  const { files } = await importing(graph, { files: [file('customers.csv', rows)] });
  expect(files[0]).toMatchObject({ created: 1, rejected: 1 });
  expect(readFileSync(files[0]!.rejects!, 'utf8')).toContain('has 9000 characters; the most are 500: shorten it');
});

test('BOM, gzip, quotes, line breaks in cells, CRLF and columns nobody knows', async () => {
  const text = '\uFEFFid,name,city,colour\r\nc1,"Li, ""Old""\nMade-Up",Shanghai,red\r\nc2,Wu,Suzhou,blue\r\n';
  const { files } = await importing(graph, { files: [file('customers.csv.gz', gzipSync(text))] });
  expect(files[0]).toMatchObject({ created: 2, rejected: 0, extraColumns: ['colour'] });
  const [row] = await run(graph, 'MATCH (c:Customer {id: "c1"}) RETURN c.keyWrapped AS key, c.sealed AS sealed');
  const { vault } = servicesOf(graph);
  expect(openPerson(vault, vault.unwrap(row!.key as string), row!.sealed as string).name).toBe('Li, "Old"\nMade-Up');
});

test('a header without a needed column, an unknown file and a missing one are refused with what to do', async () => {
  const wrong = (options: Parameters<typeof importing>[1]) => importing(graph, options);
  await expect(wrong({ files: [file('ties.csv', 'from,to\na,b\n')] })).rejects.toMatchObject({
    kind: 'INPUT',
    message: 'ties.csv: the header has no column fromId, toId, kind',
  });
  await expect(wrong({ files: [file('people.csv', 'id\n')] })).rejects.toMatchObject({
    kind: 'INPUT',
    hint: expect.stringContaining('customers.csv'),
  });
  await expect(wrong({ files: ['/nowhere/customers.csv'] })).rejects.toMatchObject({
    kind: 'INPUT',
    message: 'there is no file /nowhere/customers.csv',
  });
  await expect(wrong({})).rejects.toMatchObject({ kind: 'INPUT' });
});
