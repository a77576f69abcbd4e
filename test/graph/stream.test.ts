import { scaffold } from '../../src/cli/scaffold.js';
import type { Graph } from '../../src/graph/graph.js';
import { parseStatement } from '../../src/graph/library/header.js';
import { rowsAsTheyCome } from '../../src/graph/stream.js';
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

test('rows come one after another, all of them, as plain values', async () => {
  const ids: unknown[] = [];
  let first: Record<string, unknown> | undefined;
  for await (const row of rowsAsTheyCome(graph, 'scores/scored-customers', {})) {
    first ??= row;
    ids.push(row.customerId);
  }
  expect([ids.length, new Set(ids).size]).toEqual([2000, 2000]); // who does not consent to profiling is left out
  expect(first).toMatchObject({ customerId: 'C0000002', influence: 2 / 3, joinedAt: new Date('2025-12-31T16:00:00Z') });
  expect(first).toEqual((await graph.ask('scores/scored-customers', {}))[0]);
});

test('whoever stops reading leaves nothing open, and a wrong parameter is said before anything runs', async () => {
  for await (const row of rowsAsTheyCome(graph, 'scores/scored-customers', {})) if (row.customerId) break;
  const wrong = rowsAsTheyCome(graph, 'scores/scored-customers', { limit: 3 }).next();
  await expect(wrong).rejects.toMatchObject({ kind: 'INPUT', message: expect.stringContaining('limit') });
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
