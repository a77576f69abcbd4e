import { scaffold } from '../../src/cli/scaffold.js';
import type { Graph } from '../../src/graph/graph.js';
import { parseStatement } from '../../src/graph/library/header.js';
import { pagesOf } from '../../src/graph/stream.js';
import { clear, emptyGraph, run } from '../setup/world.js';

let graph: Graph;

beforeAll(async () => {
  graph = await emptyGraph();
  await run(
    graph,
    `UNWIND range(1, 4000) AS n
     CREATE (c:Customer {id: 'C' + right('000000' + n, 7), influence: n / 3.0, joinedAt: datetime('2026-01-01T00:00:00+08:00')})
     FOREACH (_ IN CASE WHEN n % 2 = 0 THEN [1] ELSE [] END | SET c:Profiled)`,
  );
  await run(
    graph,
    `UNWIND [['C0000002', 'C0000004', 0.9], ['C0000004', 'C0000006', 0.1], ['C0000001', 'C0000002', 0.9]] AS pair
     MATCH (a:Customer {id: pair[0]}), (b:Customer {id: pair[1]})
     CREATE (a)-[:KNOWS {pair: pair[0] + '|' + pair[1], closeness: pair[2], kinds: ['FOLLOWS']}]->(b)`,
  );
});

afterAll(async () => {
  await clear(graph);
  await graph.close();
});

test('rows come page by page, all of them, each once', async () => {
  const pages: (readonly Readonly<Record<string, unknown>>[])[] = [];
  for await (const page of pagesOf(graph, 'scores/scored-customers', {}, 500)) pages.push(page);
  expect(pages.map(({ length }) => length)).toEqual([500, 500, 500, 500, 0]);
  const rows = pages.flat();
  expect(new Set(rows.map(({ customerId }) => customerId)).size).toBe(2000); // not who does not consent to profiling
  const joinedAt = new Date('2025-12-31T16:00:00Z');
  expect(rows[0]).toMatchObject({ customerId: 'C0000002', influence: 2 / 3, joinedAt });
  expect(rows).toEqual(await graph.ask('scores/scored-customers', {}));
});

test('a page begins after the pair at which the last one ended', async () => {
  const pairs: unknown[] = [];
  for await (const page of pagesOf(graph, 'network/pairs', {}, 1)) pairs.push(...page);
  expect(pairs).toEqual(await graph.ask('network/pairs', {}));
});

test('a limit of ones own is kept, and a wrong parameter is said before anything runs', async () => {
  const pages = pagesOf(graph, 'scores/scored-customers', { limit: 3 }, 1);
  expect((await pages.next()).value).toHaveLength(3);
  expect((await pages.next()).done).toBe(true);
  const wrong = pagesOf(graph, 'scores/scored-customers', { most: 3 }).next();
  await expect(wrong).rejects.toMatchObject({ kind: 'INPUT', message: expect.stringContaining('most') });
});

test('pairs stand once each, without self loop or missing end, between who consents to profiling', async () => {
  const pairs = await graph.read('network/pairs', {});
  expect(pairs.map(({ fromId, toId, closeness }) => [fromId, toId, closeness])).toEqual([
    ['C0000002', 'C0000004', 0.9],
    ['C0000004', 'C0000006', 0.1],
  ]);
});

test('a new question answers as its test beside it expects', async () => {
  const [question] = scaffold('network/close-friends', 'Who has close friends.');
  const statement = parseStatement('network/close-friends', question!.text);
  const rows = await run(graph, statement.text.replace('$minCloseness', '0.3').replace('$limit', '20'));
  expect(rows).toEqual([
    { customerId: 'C0000002', people: 1 },
    { customerId: 'C0000004', people: 1 },
  ]);
});
