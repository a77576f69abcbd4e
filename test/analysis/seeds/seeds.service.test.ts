import { seedSet } from '../../../src/analysis/index.js';
import { type Graph, openGraph } from '../../../src/graph/graph.js';
import { testDatabase } from '../../setup/database.js';
import { emptySchema } from '../../setup/empty-schema.js';
import { servicesFor, writeNetwork } from '../karate.js';

let graph: Graph;

const run = (statement: string, params = {}) =>
  graph.driver.executeQuery(statement, params, { database: graph.database });
const sure = { channel: 'SMS', chance: 1, runs: 100, snapshots: 20 } as const;
const idsOf = ({ seeds }: { seeds: readonly { customerId: string }[] }) => seeds.map(({ customerId }) => customerId);

/** Three stars: a knows seven, b five, c three; b's middle may not be asked, x consents to nothing and joins a to b. */
beforeAll(async () => {
  graph = openGraph(testDatabase());
  await emptySchema(graph);
  const star = (middle: string, points: number) =>
    Array.from({ length: points }, (_, at) => [`${middle}0`, `${middle}${at + 1}`] as const);
  await writeNetwork(graph, [...star('a', 7), ...star('b', 5), ...star('c', 3), ['a0', 'x'], ['b0', 'x']]);
  await run(`MATCH (x:Customer {id: 'x'}) REMOVE x:Profiled`);
  await run('MATCH (c:Profiled) SET c.communityId = left(c.id, 1)');
  await run(`MERGE (p:Purpose {id: 'marketing'}) WITH p
    MATCH (c:Customer) WHERE c.id <> 'b0'
    CREATE (c)-[:CONSENTS_TO {key: c.id, channel: CASE c.id WHEN 'c0' THEN 'ALL' ELSE 'SMS' END, since: datetime(),
      until: CASE c.id WHEN 'b2' THEN datetime() - duration('P1D') END}]->(p)`);
  await run(`MATCH (c:Customer {id: 'b1'}) SET c:DoNotContact`);
});

afterAll(() => graph.close());

test('seeds by what they add; nobody who may not be asked; nothing passes through those without consent', async () => {
  const found = await seedSet(servicesFor(graph), { ...sure, budget: 3 });
  expect(idsOf(found)).toEqual(['a0', 'b3', 'c0']);
  expect(found.seeds.map(({ marginalReach }) => marginalReach)).toEqual([8, 6, 4]);
  expect(found).toMatchObject({
    people: 18,
    ties: 15,
    candidates: 15,
    spent: 3,
    by: 'GAIN',
    unmetFloors: [],
    notes: [],
  });
  expect(found.reach).toEqual({ mean: 18, standardError: 0, low: 18, high: 18, runs: 100 });
  expect(found.seeds[1]!.why).toBe('adds 6.0 people to those reached before; knows 1, mean closeness 0.50');
  expect(found.topDegree.seeds).toBe(3);
  expect(found.random.advantage.mean).toBeGreaterThan(0);
});

test('other channels have other people', async () => {
  expect(idsOf(await seedSet(servicesFor(graph), { ...sure, channel: 'MAIL', budget: 3 }))).toEqual(['c0']);
  const nobody = await seedSet(servicesFor(graph), { ...sure, purpose: 'referral', budget: 3 });
  expect(nobody).toMatchObject({ seeds: [], reach: { mean: 0 }, candidates: 0 });
  expect(nobody.notes).toEqual(['nobody who consents to profiling may be contacted for referral on SMS']);
});

test('costs, people left out, and staying within communities', async () => {
  const costs = [
    { customerId: 'a0', cost: 3 },
    ...['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7'].map((customerId) => ({ customerId, cost: 5 })),
  ];
  const dear = await seedSet(servicesFor(graph), { ...sure, budget: 3, costs });
  expect(idsOf(dear)).toEqual(['b3', 'c0', expect.any(String)]);
  expect(dear).toMatchObject({ by: 'RATIO', reach: { mean: 10 } });
  const without = await seedSet(servicesFor(graph), { ...sure, budget: 1, excluding: ['a0', 'a1'] });
  expect(idsOf(without)).toEqual(['a2']);
  const within = await seedSet(servicesFor(graph), { ...sure, budget: 1, within: ['b', 'c'] });
  expect(within).toMatchObject({ people: 10, seeds: [{ customerId: 'b3', communityId: 'b' }] });
});

test('every community gets its seeds, and what cannot be is said', async () => {
  const floor = { atLeast: 1, communities: ['c', 'b'] };
  const found = await seedSet(servicesFor(graph), { ...sure, budget: 2, perCommunity: floor });
  expect(found.seeds.map(({ communityId, forFloor }) => [communityId, forFloor])).toEqual([
    ['b', true],
    ['c', true],
  ]);
  expect(found.seeds[0]!.why).toContain('a seed for community b');
  const most = await seedSet(servicesFor(graph), {
    ...sure,
    budget: 9,
    perCommunity: { atLeast: 4, communities: ['b'] },
  });
  expect(most.unmetFloors).toEqual([
    { communityId: 'b', wanted: 4, got: 3, why: 'only 3 of the community may be asked on this channel' },
  ]);
  await expect(seedSet(servicesFor(graph), { ...sure, budget: 1, perCommunity: floor })).rejects.toMatchObject({
    kind: 'INPUT',
    message: expect.stringContaining('costs at least 2'),
  });
});

test('the same question has the same answer, and wrong settings are named', async () => {
  const question = { channel: 'SMS', budget: 2, response: 0.4, runs: 100 } as const;
  expect(await seedSet(servicesFor(graph), question)).toEqual(await seedSet(servicesFor(graph), question));
  for (const wrong of [{ budget: 0 }, { response: 2 }, { channel: 'PIGEON' as 'SMS' }, { runs: 1 }])
    await expect(seedSet(servicesFor(graph), { ...question, ...wrong })).rejects.toMatchObject({
      kind: 'INPUT',
      message: expect.stringContaining(Object.keys(wrong)[0]!),
    });
});
