import { type Graph, openGraph } from '../../../src/graph/graph.js';
import { referralPaths } from '../../../src/network/referral/path.service.js';
import { karatePairs, servicesFor, writeNetwork } from '../../analysis/karate.js';
import { testDatabase } from '../../setup/database.js';
import { emptySchema } from '../../setup/empty-schema.js';

let graph: Graph;
const run = (statement: string) => graph.driver.executeQuery(statement, {}, { database: graph.database });
const ask = (from: string, to: string, k = 3) => referralPaths(servicesFor(graph), { from, to, k });

beforeAll(async () => {
  graph = openGraph(testDatabase());
  await emptySchema(graph);
  await writeNetwork(graph, karatePairs());
});

afterAll(() => graph.close());

test('the paths of the karate club from member 17 to the instructor', async () => {
  const { paths, reason } = await ask('karate-17', 'karate-34', 3);
  expect(reason).toBeNull();
  expect(paths).toHaveLength(3);
  expect(paths[0]!.people).toHaveLength(5);
  expect(paths[0]!.closeness).toBeCloseTo(0.5 ** 4, 9);
  for (const { people } of paths) expect(new Set(people).size).toBe(people.length);
});

test('closeness decides, not the number of steps', async () => {
  await run('MATCH (:Customer {id: "karate-09"})-[t:KNOWS]-(:Customer {id: "karate-34"}) SET t.closeness = 0.01');
  const { paths } = await ask('karate-09', 'karate-34', 2);
  expect(paths[0]!.people.length).toBe(3);
  expect(paths[0]!.closeness).toBeCloseTo(0.25, 9);
});

test('nobody without consent is an end or a step', async () => {
  await run('MATCH (c:Customer {id: "karate-01"}) REMOVE c:Profiled');
  const around = await ask('karate-02', 'karate-32', 10);
  expect(around.paths.length).toBeGreaterThan(0);
  for (const { people } of around.paths) expect(people).not.toContain('karate-01');
  expect(await ask('karate-01', 'karate-34')).toEqual({
    paths: [],
    exact: true,
    reason: expect.stringContaining('consent'),
  });
  expect((await ask('karate-12', 'karate-34')).reason).toContain('no path');
  await run('MATCH (c:Customer {id: "karate-01"}) SET c:Profiled');
});

test('the same paths as Yen of GDS', async () => {
  await run(
    'MATCH (a)-[t:KNOWS]-(b) WHERE a.id < b.id SET t.closeness = 0.2 + 0.6 * ((toInteger(right(a.id, 2)) * 37 + toInteger(right(b.id, 2)) * 91) % 101) / 101.0',
  );
  await run(
    'MATCH (a:Profiled)-[t:KNOWS]->(b:Profiled) RETURN gds.graph.project("yen", a, b, {relationshipProperties: {cost: -log(t.closeness)}}, {undirectedRelationshipTypes: ["*"]})',
  );
  const { records } = await run(`MATCH (a:Customer {id: 'karate-17'}), (b:Customer {id: 'karate-27'})
    CALL gds.shortestPath.yens.stream('yen', {sourceNode: a, targetNode: b, k: 30, relationshipWeightProperty: 'cost'})
    YIELD index, nodeIds, totalCost WHERE size(nodeIds) <= 7
    RETURN [n IN nodeIds | gds.util.asNode(n).id] AS people, exp(-totalCost) AS closeness ORDER BY index LIMIT 10`);
  await run('CALL gds.graph.drop("yen") YIELD graphName RETURN graphName');
  const { paths, exact } = await ask('karate-17', 'karate-27', 10);
  expect(exact).toBe(true);
  expect(paths.map((p) => p.people)).toEqual(records.map((r) => r.get('people')));
  expect(paths.map((p) => p.closeness.toFixed(9))).toEqual(records.map((r) => r.get('closeness').toFixed(9)));
});

test('into a company by any of its people, around whom to avoid, within so many steps', async () => {
  await run(
    `CREATE (c:Company {id: 'B1', name: 'n'}) WITH c MATCH (p:Customer) WHERE p.id IN ['karate-33', 'karate-34'] CREATE (p)-[:WORKS_AT {level: 2}]->(c)`,
  );
  const into = (more: object) => referralPaths(servicesFor(graph), { from: 'karate-01', to: 'B1', k: 2, ...more });
  const free = await into({});
  expect(free.paths).toHaveLength(2);
  for (const { people } of free.paths) expect(['karate-33', 'karate-34']).toContain(people.at(-1));
  const avoiding = [...new Set(free.paths.flatMap((p) => p.people.slice(1, -1)))];
  for (const { people } of (await into({ avoiding })).paths)
    for (const id of avoiding) expect(people).not.toContain(id);
  expect((await into({ maxHops: 1 })).reason).toContain('1 steps');
  expect((await into({ avoiding: ['karate-01'] })).reason).toContain('left out');
  expect((await referralPaths(servicesFor(graph), { from: 'B1', to: 'karate-01' })).paths[0]!.closeness).toBeCloseTo(
    free.paths[0]!.closeness,
    9,
  );
});

test('unknown ids are named by their place, wrong numbers by field', async () => {
  await expect(ask('karate-02', 'nobody')).rejects.toMatchObject({ kind: 'NOT_FOUND', details: { which: 'to' } });
  await expect(ask('karate-02', 'karate-03', 11)).rejects.toMatchObject({ kind: 'INPUT' });
  expect((await ask('karate-02', 'karate-02')).reason).toContain('same');
});

test('pictures and ties hold only who consents', async () => {
  await run(
    'MATCH (a:Customer {id: "karate-02"}), (b:Customer {id: "karate-03"}), (c:Customer {id: "karate-04"}) REMOVE c:Profiled CREATE (a)-[:FOLLOWS {key: "x", platform: "WeChat", closeness: 0.3}]->(b), (c)-[:FOLLOWS {key: "y"}]->(a)',
  );
  expect(await graph.read('network/ties-of', { customer: 'karate-02' })).toEqual([
    { customerId: 'karate-03', kind: 'FOLLOWS', outgoing: true, closeness: 0.3, since: null, about: 'WeChat' },
  ]);
  const { nodes, ties } = await graph.picture('network/ties-of.picture', { customer: 'karate-02', limit: 3 });
  expect(nodes.map((n) => n.properties.id)).toContain('karate-02');
  expect(nodes.map((n) => n.properties.id)).not.toContain('karate-04');
  expect(nodes).toHaveLength(4);
  expect(ties.length).toBeGreaterThanOrEqual(3);
});
