import { contagionTest } from '../../../src/analysis/index.js';
import { type Graph, openGraph } from '../../../src/graph/graph.js';
import { readTold } from '../../../src/insight/index.js';
import { testDatabase } from '../../setup/database.js';
import { emptySchema } from '../../setup/empty-schema.js';
import { servicesFor, writeNetwork } from '../karate.js';

let graph: Graph;
const asOf = new Date('2026-06-30T00:00:00Z');

const run = (statement: string, params = {}) =>
  graph.driver.executeQuery(statement, params, { database: graph.database });

/** gone1..gone3 know each other; here1 knows two of them and far, here2 one of them; w withdrew. */
beforeAll(async () => {
  graph = openGraph(testDatabase());
  await emptySchema(graph);
  const pairs = [
    'gone1 gone2',
    'gone2 gone3',
    'gone1 gone3',
    'gone1 here1',
    'gone2 here1',
    'here1 far',
    'gone3 here2',
    'far here2',
    'w here2',
    'w gone1',
  ];
  await writeNetwork(
    graph,
    pairs.map((pair) => pair.split(' ') as [string, string]),
  );
  await run(`MATCH (c:Customer) SET c.orders = 1, c.spendMinor = 100, c.rfmSegment = 'rfm:loyal',
    c.lastOrderAt = CASE WHEN c.id STARTS WITH 'gone' OR c.id = 'w' THEN datetime('2025-10-01T00:00:00Z') ELSE datetime('2026-06-01T00:00:00Z') END`);
  await run(`MATCH (c:Customer {id: 'w'}) REMOVE c:Profiled`);
  await run(`MATCH (c:Customer {id: 'far'}) SET c.rfmSegment = 'rfm:lost'`);
  await run(`MATCH (:Customer {id: 'far'})-[k:KNOWS]-(:Customer {id: 'here2'}) SET k.closeness = 0.1`);
  await run(`CREATE (p:Product {id: 'p'})
    WITH p UNWIND [['far', '2026-06-10', 1], ['here1', '2026-06-15', 2], ['gone1', '2026-06-20', 5], ['gone2', '2026-03-01', 1]] AS row
    MATCH (c:Customer {id: row[0]})
    CREATE (c)-[:POSTED]->(:Post {id: 'post-' + row[0], at: datetime(row[1]), rating: row[2]})-[:ABOUT]->(p)`);
});

afterAll(() => graph.close());

const contagion = (params: object) => readTold(graph, 'analysis/contagion', { asOf, ...params });

test('customers still here, by the share of their closeness that is gone, with the reason', async () => {
  expect(await contagion({ least: 1 })).toEqual([
    expect.objectContaining({ customerId: 'here2', exposure: 1, count: 1, closeTies: 1 }),
    expect.objectContaining({
      customerId: 'here1',
      exposure: expect.closeTo(2 / 3, 10),
      count: 2,
      closeTies: 3,
      spendMinor: 100,
    }),
  ]);
  const [first, ...others] = await contagion({});
  expect(others).toEqual([]);
  expect(first).toMatchObject({ customerId: 'here1', why: '2 of 3 close ties have not ordered in 180 days' });
});

test('by RFM segment, and by what was said', async () => {
  const lost = await contagion({ segments: ['rfm:lost'], least: 1 });
  expect(lost.map((r) => [r.customerId, r.count])).toEqual([['here1', 1]]);
  const unhappy = await contagion({ watch: 'UNHAPPY', days: 30, least: 1 });
  expect(unhappy.map((r) => [r.customerId, r.why])).toEqual([
    ['gone1', '1 of 3 close ties said something negative in 30 days'],
    ['gone2', '1 of 3 close ties said something negative in 30 days'],
  ]);
});

test('negative word of mouth: who said it after a close tie did', async () => {
  const found = await readTold(graph, 'analysis/negative-spread', { asOf });
  expect(found).toEqual([
    expect.objectContaining({ customerId: 'here1', fromId: 'far', daysAfter: 5, closeness: 0.5, sameSubject: true }),
  ]);
  expect(found[0]!.why).toBe('5 days after a tie of closeness 0.5 did, about the same subject');
  expect(await graph.read('analysis/negative-spread', { asOf, within: 4 })).toEqual([]);
});

test('the test counts only those who consent and could churn, and says what it finds', async () => {
  const found = await contagionTest(servicesFor(graph), { asOf, strata: 'NONE' });
  expect(found).toMatchObject({ people: 6, ties: 7, marked: 3, joins: 3, permutations: 999, watch: 'CHURNED' });
  // 20 deals of three marks: only gone1, gone2, gone3 and gone1, gone2, here1 are triangles
  expect(Math.abs(found.p - 0.1)).toBeLessThan(0.04);
  expect(found.verdict).toContain('no sign that churn follows ties: 3 ties join two of them');
  expect(await contagionTest(servicesFor(graph), { asOf, strata: 'NONE' })).toEqual(found);
  const inCommunities = contagionTest(servicesFor(graph), { asOf, strata: 'COMMUNITY' });
  await expect(inCommunities).rejects.toMatchObject({ kind: 'CONFLICT', hint: expect.stringContaining('analyze') });
  await run(`MATCH (c:Profiled) SET c.communityId = 'k-1'`);
  const unhappy = await contagionTest(servicesFor(graph), { asOf, watch: 'UNHAPPY', days: 30, strata: 'COMMUNITY' });
  expect(unhappy).toMatchObject({ people: 3, marked: 2, ties: 2, joins: 1 });
  await expect(contagionTest(servicesFor(graph), { permutations: 5 })).rejects.toMatchObject({ kind: 'INPUT' });
});
