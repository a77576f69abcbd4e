import type { Graph } from '../../src/graph/graph.js';
import type { WriteBatch } from '../../src/intake/rows/outcome.js';
import type { Row } from '../../src/intake/rows/row.js';
import { writeCustomers } from '../../src/intake/writers/customers.js';
import { writeOrders } from '../../src/intake/writers/orders.js';
import { writeTies } from '../../src/intake/writers/ties.js';
import { openPerson } from '../../src/security/sealing/person.js';
import { clear, emptyGraph, file, importing, run, servicesOf } from './world.js';

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
});
beforeEach(async () => {
  await clear(graph);
  await importing(graph, { files: [file('customers.csv', 'id,name\nc1,A\nc2,B\nc3,C\n')] });
});
afterAll(() => graph.close());

const AT = new Date('2026-01-01T00:00:00Z');
const order = (id: string, more: Row = {}): Row => ({
  id,
  customerId: 'c1',
  at: AT,
  amountMinor: 100,
  currency: 'CNY',
  ...more,
});
const tie = (fromId: string, toId: string, more: Row = {}): Row => ({ fromId, toId, kind: 'FOLLOWS', ...more });

/** Four writers at once of the same rows, as several servers would. */
async function contested(write: WriteBatch, rows: readonly Row[]) {
  const services = servicesOf(graph);
  const io = { services, graph, vault: services.vault, clock: services.clock };
  const outcomes = await Promise.all([1, 2, 3, 4].map(() => write(io, rows)));
  return outcomes.reduce((sum, { created }) => sum + created, 0);
}

const totals = () => run(graph, 'MATCH (c:Customer {id: "c1"}) RETURN c.orders AS orders, c.spendMinor AS spend');
const pairs = () =>
  run(
    graph,
    'MATCH (a)-[k:KNOWS]->(b) RETURN k.pair AS pair, k.kinds AS kinds, k.closeness AS closeness, toString(k.since) AS since ORDER BY pair',
  );

test('orders that several writers make at once are made and counted once', async () => {
  const rows = Array.from({ length: 200 }, (_, n) => order(`o${n}`));
  expect(await contested(writeOrders, rows)).toBe(200);
  expect(await totals()).toEqual([{ orders: 200, spend: 20_000 }]);
});

test('ties that several writers make at once are made once, and so is what sums them up', async () => {
  const rows = [
    tie('c1', 'c2', { closeness: 0.5, since: AT }),
    tie('c2', 'c1', { closeness: 0.5 }),
    tie('c3', 'c1', { closeness: 0.5 }),
  ];
  expect(await contested(writeTies, rows)).toBe(3);
  expect(await pairs()).toEqual([
    { pair: 'c1|c2', kinds: ['FOLLOWS'], closeness: 0.75, since: '2026-01-01T00:00:00Z' },
    { pair: 'c1|c3', kinds: ['FOLLOWS'], closeness: 0.5, since: null },
  ]);
});

test('customers that several writers make at once have one key, under which every value lies', async () => {
  const rows = Array.from({ length: 100 }, (_, n) => ({ id: `new${n}`, name: `Made-Up ${n}` }));
  expect(await contested(writeCustomers, rows)).toBe(100);
  const { vault } = servicesOf(graph);
  const made = await run(
    graph,
    'MATCH (c:Customer) WHERE c.id STARTS WITH "new" RETURN c.id AS id, c.keyWrapped AS key, c.sealed AS sealed',
  );
  const names = made.map(({ id, key, sealed }) => [
    id,
    openPerson(vault, vault.unwrap(key as string), sealed as string).name,
  ]);
  expect(names.sort()).toEqual(rows.map(({ id, name }) => [id, name]).sort());
});

test('new and known orders, twice in one file, of nobody and at no store go in side by side', async () => {
  const head = 'id,customerId,at,amountMinor,currency,storeId,refundedAt\n';
  const into = (rows: string) =>
    importing(graph, { files: [file('stores.csv', 'id,name\ns1,S\n'), file('orders.csv', `${head}${rows}\n`)] });
  await into('o1,c1,2026-01-01,100,CNY,s1,\no2,c1,2026-01-02,50,CNY,,');
  const { files } = await into(
    [
      'o1,c1,2026-01-01,100,CNY,s1,',
      'o2,c1,2026-01-02,70,CNY,s1,',
      'o3,c1,2026-01-03,1,CNY,,',
      'o3,c1,2026-01-03,5,CNY,,',
      'o4,c9,2026-01-03,5,CNY,,',
      'o5,c1,2026-01-03,5,CNY,s9,',
      'o6,c2,2026-01-04,9,CNY,s1,2026-01-05',
    ].join('\n'),
  );
  expect(files[1]).toMatchObject({ created: 2, updated: 1, unchanged: 1, repeated: 1, rejected: 2 });
  expect(await totals()).toEqual([{ orders: 3, spend: 175 }]);
  expect(
    await run(
      graph,
      'MATCH (c:Customer)-[:PLACED]->(o)-[:AT_STORE]->(s) RETURN c.id AS c, o.id AS o, c.orders AS n, toString(c.firstOrderAt) AS first ORDER BY o',
    ),
  ).toEqual([
    { c: 'c1', o: 'o1', n: 3, first: '2026-01-01T00:00:00Z' },
    { c: 'c1', o: 'o2', n: 3, first: '2026-01-01T00:00:00Z' },
    { c: 'c2', o: 'o6', n: 0, first: null },
  ]);
});

test('new and known ties of one pair sum up, a changed one keeps what the file does not say', async () => {
  const into = (text: string) => importing(graph, { files: [file('ties.csv', text)] });
  await into('fromId,toId,kind,closeness,since,platform\nc2,c1,FOLLOWS,0.5,2026-02-01,weibo\n');
  const { files } = await into(
    'fromId,toId,kind,closeness,platform\nc2,c1,FOLLOWS,0.6,weibo\nc1,c2,FAMILY_OF,0.5,\nc1,c3,REFERRED,0.4,\nc1,c9,FOLLOWS,0.4,\n',
  );
  expect(files[0]).toMatchObject({ created: 2, updated: 1, rejected: 1 });
  expect(await pairs()).toEqual([
    { pair: 'c1|c2', kinds: ['FAMILY_OF', 'FOLLOWS'], closeness: 0.8, since: '2026-02-01T00:00:00Z' },
    { pair: 'c1|c3', kinds: ['REFERRED'], closeness: 0.4, since: null },
  ]);
});

test('a tie that stands without its KNOWS is found all the same, and gets one', async () => {
  await run(
    graph,
    'MATCH (a:Customer {id: "c1"}), (b:Customer {id: "c2"}) CREATE (a)-[:FOLLOWS {key: "c1|c2|", closeness: 0.5}]->(b)',
  );
  const ties = file('ties.csv', 'fromId,toId,kind,closeness\nc1,c2,FOLLOWS,0.5\nc1,c2,WORKS_WITH,0.5\n');
  const { files } = await importing(graph, { files: [ties] });
  expect(files[0]).toMatchObject({ created: 1, unchanged: 1 });
  expect(await pairs()).toEqual([{ pair: 'c1|c2', kinds: ['FOLLOWS', 'WORKS_WITH'], closeness: 0.75, since: null }]);
});
