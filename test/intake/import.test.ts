import { join } from 'node:path';
import type { Graph } from '../../src/graph/graph.js';
import { packageRoot } from '../../src/kernel/root.js';
import { openPerson } from '../../src/security/sealing/person.js';
import { customers, smallNetwork } from './small-network.js';
import { clear, emptyGraph, file, fingerprint, importing, run, servicesOf } from './world.js';

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
});
beforeEach(() => clear(graph));
afterAll(() => graph.close());

test('a small network goes in, in whatever order the files are named, and twice is no change', async () => {
  const files = smallNetwork();
  const first = await importing(graph, { files });
  expect(first.files.map(({ rejected, rejects }) => [rejected, rejects])).toEqual(files.map(() => [0, null]));
  const print = await fingerprint(graph);
  const second = await importing(graph, { files });
  expect(await fingerprint(graph)).toBe(print);
  expect(second.files.map(({ created, updated }) => [created, updated])).toEqual(files.map(() => [0, 0]));
  expect(
    await run(graph, 'MATCH (c {id: "c1"}) RETURN c.orders AS orders, c.spendMinor AS spend, c:Profiled AS profiled'),
  ).toEqual([{ orders: 2, spend: 1506, profiled: true }]);
  expect(
    await run(
      graph,
      'MATCH (a)-[k:KNOWS]->(b) RETURN a.id AS a, b.id AS b, k.pair AS pair, k.closeness AS closeness, k.kinds AS kinds, toString(k.since) AS since',
    ),
  ).toEqual([
    {
      a: 'c1',
      b: 'c2',
      pair: 'c1|c2',
      closeness: 0.75,
      kinds: ['FAMILY_OF', 'REFERRED'],
      since: '2019-01-01T00:00:00Z',
    },
  ]);
  expect(
    await run(graph, 'MATCH (:Identity)<-[r:HAS_IDENTITY]-(c) RETURN count(DISTINCT c) AS people, count(r) AS ties'),
  ).toEqual([{ people: 2, ties: 2 }]);
  expect(
    await run(
      graph,
      'MATCH (:Touch)-[:OF_VARIANT]->(v) MATCH (t)-[:LEADS_TO]->(:Conversion)-[:OF_ORDER]->(o) RETURN v.name AS v, o.id AS o',
    ),
  ).toEqual([{ v: 'B', o: 'o1' }]);
  expect(
    await run(
      graph,
      'MATCH (a)-[:EARNED]->(r:Reward)-[:FOR_REFERRAL_OF]->(b) RETURN a.id AS a, b.id AS b, r.status AS s',
    ),
  ).toEqual([{ a: 'c1', b: 'c2', s: 'PENDING' }]);
  expect(await run(graph, 'MATCH (a:Post)-[:REPLY_TO]->(b) RETURN a.id AS a, b.id AS b')).toEqual([
    { a: 't2', b: 't1' },
  ]);
});

test('no sealed value stands in the database in the clear, and each opens with its key', async () => {
  const text = 'a line nobody else wrote';
  await importing(graph, { files: [customers(), file('posts.csv', `id,customerId,text\nt1,c1,${text}\n`)] });
  const everything = JSON.stringify(
    await run(graph, 'MATCH (n) RETURN properties(n) AS p UNION ALL MATCH ()-[r]->() RETURN properties(r) AS p'),
  );
  for (const secret of ['Li Made-Up', '13800000001', text]) expect(everything).not.toContain(secret);
  const [row] = await run(
    graph,
    'MATCH (c:Customer {id: "c1"})-[:POSTED]->(p) RETURN c.keyWrapped AS key, c.sealed AS sealed, p.textSealed AS text, c.alias AS alias',
  );
  const { vault } = servicesOf(graph);
  const key = vault.unwrap(row!.key as string);
  expect(openPerson(vault, key, row!.sealed as string).name).toBe('Li Made-Up');
  expect(vault.open(key, 'text', row!.text as string)).toBe(text);
  expect(row!.alias).toBe(vault.alias('c1'));
});

test('the last of two rows of one key counts and is said; what a file does not name stays', async () => {
  await importing(graph, { files: [customers()] });
  const { files } = await importing(graph, {
    files: [file('customers.csv', 'id,tier\nc1,GOLD\nc1,SILVER\nc2,GOLD\nc2,GOLD\n')],
  });
  expect(files[0]).toMatchObject({ updated: 2, repeated: 1, unchanged: 1 });
  expect(await run(graph, 'MATCH (c:Customer) RETURN c.tier AS tier, c.city AS city ORDER BY c.id LIMIT 2')).toEqual([
    { tier: 'SILVER', city: 'Shanghai' },
    { tier: 'GOLD', city: 'Suzhou' },
  ]);
});

test('totals stay exact over refunds, other amounts and other buyers', async () => {
  const order = (rows: string) =>
    importing(graph, { files: [file('orders.csv', `id,customerId,at,amountMinor,currency,refundedAt\n${rows}\n`)] });
  const totals = () =>
    run(
      graph,
      'MATCH (c:Customer) WHERE c.orders > 0 RETURN c.id AS id, c.orders AS n, c.spendMinor AS sum, toString(c.lastOrderAt) AS last ORDER BY id',
    );
  await importing(graph, { files: [customers()] });
  await order('o1,c1,2026-01-01,100,CNY,\no2,c1,2026-01-05,50,CNY,\no3,c2,2026-01-03,70,CNY,');
  await order('o2,c1,2026-01-05,50,CNY,2026-01-06\no3,c1,2026-01-03,80,CNY,');
  expect(await totals()).toEqual([{ id: 'c1', n: 2, sum: 180, last: '2026-01-03T00:00:00Z' }]);
  await order('o2,c1,2026-01-05,50,CNY,2026-01-06\no3,c2,2026-01-03,80,CNY,');
  expect(await totals()).toEqual([
    { id: 'c1', n: 1, sum: 100, last: '2026-01-01T00:00:00Z' },
    { id: 'c2', n: 1, sum: 80, last: '2026-01-03T00:00:00Z' },
  ]);
});

test('ties: nobody is tied to himself, an empty closeness follows from the kind, both ways round are one', async () => {
  const ties = file(
    'ties.csv',
    'fromId,toId,kind,role\nc1,c1,FOLLOWS,\nc1,c2,WORKS_WITH,\nc2,c1,WORKS_WITH,\nc1,c9,FOLLOWS,\n',
  );
  const { files } = await importing(graph, { files: [customers(), ties] });
  expect(files[1]).toMatchObject({ created: 1, repeated: 1, rejected: 2 });
  expect(await run(graph, 'MATCH (a)-[t:WORKS_WITH]->(b) RETURN a.id AS a, t.closeness AS closeness')).toEqual([
    { a: 'c1', closeness: 0.5 },
  ]);
});

test('consents hold as their times say, whatever order the files come in', async () => {
  const head = 'id,customerId,purpose,channel,action,at,until\n';
  const given = file(
    'consents.csv',
    `${head}e1,c1,marketing,SMS,GIVEN,2026-01-01,\ne2,c1,marketing,MAIL,GIVEN,2026-03-01,\ne3,c1,profiling,ALL,GIVEN,2026-01-01,\ne5,c2,profiling,ALL,GIVEN,2026-01-01,2026-02-01\n`,
  );
  const ended = file('consents.csv', `${head}e4,c1,marketing,,WITHDRAWN,2026-02-01,\n`);
  const prints: string[] = [];
  for (const files of [
    [given, ended],
    [ended, given],
  ]) {
    await clear(graph);
    await importing(graph, { files: [customers()] });
    for (const path of files) await importing(graph, { files: [path] });
    const edges = await run(graph, 'MATCH (c)-[k:CONSENTS_TO]->() RETURN k.key AS key ORDER BY key');
    expect(edges.map(({ key }) => key)).toEqual(['c1|marketing|MAIL', 'c1|profiling|ALL']);
    expect(await run(graph, 'MATCH (c:Profiled) RETURN c.id AS id')).toEqual([{ id: 'c1' }]);
    prints.push(await fingerprint(graph, { sealed: false }));
  }
  expect(prints[1]).toBe(prints[0]);
});

test('the CDNOW orders go in by their mapping, every one', async () => {
  const mapping = join(packageRoot, 'seed', 'mappings', 'cdnow.yaml');
  const report = await importing(graph, { mapping, dir: join(packageRoot, 'seed', 'cdnow') });
  expect(report.rejected).toBe(0);
  expect(
    await run(
      graph,
      'MATCH (c:Profiled) RETURN count(c) AS people, sum(c.orders) AS orders, sum(c.spendMinor) AS spend',
    ),
  ).toEqual([{ people: 2357, orders: 6919, spend: 24409194 }]);
  expect(await run(graph, 'MATCH (o:Order) RETURN count(o) AS orders, sum(o.amountMinor) AS spend')).toEqual([
    { orders: 6919, spend: 24409194 },
  ]);
});
