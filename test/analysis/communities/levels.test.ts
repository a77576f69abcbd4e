import fc from 'fast-check';
import { partsOf } from '../../../src/analysis/communities/community-tree.js';
import { runAnalysis } from '../../../src/analysis/index.js';
import { withProjection } from '../../../src/graph/projection.js';
import { readTold } from '../../../src/insight/index.js';
import { type ApiServer, apiServer, ask, emptyDatabase } from '../../api/api-server.js';
import { servicesFor, writeNetwork } from '../karate.js';

let server: ApiServer;

const rows = async (statement: string, params = {}) =>
  (await server.graph.driver.executeQuery(statement, params)).records.map((r) => r.toObject());
const circle = (name: string) =>
  Array.from({ length: 6 }, (_, a) =>
    Array.from({ length: a }, (_, b): [string, string] => [`${name}${b}`, `${name}${a}`]),
  ).flat();
const between = (a: string, b: string) => [0, 1].map((at): [string, string] => [`${a}${at}`, `${b}${at}`]);

beforeAll(async () => {
  await emptyDatabase();
  server = await apiServer();
  const pairs = ['h', 't', 'b', 'c'].flatMap(circle);
  await writeNetwork(server.graph, [...pairs, ...between('h', 't'), ...between('b', 'c'), ['h5', 'b5']]);
  await rows(`MATCH ()-[k:KNOWS]->() SET k.since = datetime('2020-01-01')
    WITH count(*) AS n MATCH (:Customer {id: 'h5'})-[k:KNOWS]-(:Customer {id: 'b5'}) SET k.since = datetime('2025-01-01')`);
  await rows(`CREATE (i:Interest {id: 'I1', name: 'Hiking', nameZh: '徒步'})
    WITH i MATCH (c:Customer) WHERE c.id STARTS WITH 'h' AND c.id <> 'h5' CREATE (c)-[:INTERESTED_IN]->(i)
    WITH count(*) AS n MATCH (a:Customer {id: 'h0'}), (b:Customer {id: 'h1'})
    CREATE (a)-[:SHARES_INTEREST_WITH {key: 'h0|h1|Hiking', interest: 'Hiking', closeness: 0.3}]->(b)`);
  expect(await runAnalysis(servicesFor(server.graph), { overlapping: true })).toMatchObject({ communities: 4 });
});

afterAll(() => server.end());

const communityOf = async (id: string) =>
  (await rows('MATCH (c:Customer {id: $id}) RETURN c.communityId AS k', { id }))[0]!.k as string;

test('a community stands in two levels above and has two levels of parts', async () => {
  const query = `query ($id: ID!) { communityTree(community: $id) { level id parent name size leaders } }`;
  const id = await communityOf('h0');
  const { data, errors } = await ask(server, 'analyst', query, { id });
  expect(errors).toEqual([]);
  const levels = data.communityTree as { level: number; id: string; parent: string | null; size: number }[];
  expect(levels.slice(0, 3).map(({ level, size }) => [level, size])).toEqual([
    [2, expect.any(Number)],
    [1, 12],
    [0, 6],
  ]);
  expect(levels[2]).toMatchObject({ id, parent: levels[1]!.id });
  const upper = levels.filter(({ level }) => level === -1);
  expect(upper.reduce((sum, { size }) => sum + size, 0)).toBe(6);
  const sibling = (await ask(server, 'analyst', query, { id: await communityOf('t0') })).data.communityTree;
  expect(sibling[1].id).toBe(levels[1]!.id);
  expect((await ask(server, 'analyst', query, { id: 'none' })).errors[0]!.extensions!.code).toBe('NOT_FOUND');
});

test('parts are numbered by size, and each level adds up', () => {
  const part = fc.record({
    upper: fc.integer({ min: 0, max: 3 }),
    lower: fc.integer({ min: 0, max: 9 }),
    size: fc.integer({ min: 1, max: 40 }),
    leaders: fc.constant(['x']),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(part, { selector: ({ upper, lower }) => `${upper} ${lower}`, maxLength: 12 }),
      (parts) => {
        const nodes = partsOf('k', parts);
        const sum = (level: number) => nodes.filter((n) => n.level === level).reduce((s, n) => s + n.size, 0);
        expect([sum(-1), sum(-2)]).toEqual([sum(-1), parts.reduce((s, p) => s + p.size, 0)]);
        expect(sum(-1)).toBe(sum(-2));
        expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
      },
    ),
  );
});

test('overlapping membership is never to the own community, and goes with the next run', async () => {
  const also = await server.graph.read('analysis/also-in', {});
  expect(also.every((r) => r.own !== r.also)).toBe(true);
  await rows(
    `MATCH (c:Customer {id: 'h0'}), (k:Community) WHERE k.id <> c.communityId WITH c, k LIMIT 1 CREATE (c)-[:ALSO_IN]->(k)`,
  );
  expect((await readTold(server.graph, 'analysis/also-in', {}))[0]!.why).toMatch(
    /^\d of the \d people this customer knows are in/,
  );
  await runAnalysis(servicesFor(server.graph));
  expect(await server.graph.read('analysis/also-in', {})).toEqual([]);
});

test('overlapping membership is what so many runs of SLLPA agree on: ten of nine never do', async () => {
  const { graph } = server;
  await withProjection(graph, 'test-overlapping', async (name) => {
    await graph.read('analysis/steps/scores/project', { graph: name, unknown: 0.1 });
    const drawn = async (agree: number) => {
      const { drawn } = await graph.write('analysis/steps/groups/overlapping', { graph: name, strength: 0, agree });
      await graph.write('analysis/steps/groups/overlapping-clear', {});
      return drawn;
    };
    expect(await drawn(1)).toBeGreaterThan(0);
    expect(await drawn(10)).toBe(0);
  });
});

test('an interest circle counts who shares it, knows each other, and said so', async () => {
  const { data, errors } = await ask(
    server,
    'marketer',
    '{ interestCircles(interest: "徒步") { interestId communityId people share ties declared leaders why } }',
  );
  expect(errors).toEqual([]);
  expect(data.interestCircles).toMatchObject([{ interestId: 'I1', people: 5, ties: 10, declared: 1 }]);
  const picture = await server.graph.picture('analysis/interest-circles.picture', {
    interest: 'Hiking',
    community: data.interestCircles[0].communityId,
  });
  expect(picture.nodes).toHaveLength(5);
});

test('as of a date only the ties of then count, and today stays as it is', async () => {
  const scores = () => rows('MATCH (c:Customer) RETURN properties(c) AS p ORDER BY c.id');
  const before = await scores();
  const mutation = 'mutation ($at: DateTime!) { analyzeAsOf(asOf: $at, first: 5) { runId nodes ties communities } }';
  const past = (await ask(server, 'analyst', mutation, { at: '2024-01-01T00:00:00Z' })).data.analyzeAsOf;
  expect(past).toMatchObject({ nodes: 24, ties: 64, communities: 4 });
  const none = (await ask(server, 'analyst', mutation, { at: '2019-01-01T00:00:00Z' })).data.analyzeAsOf;
  expect(none).toMatchObject({ nodes: 24, ties: 0, communities: 24 });
  const leaders = await readTold(server.graph, 'analysis/as-of-leaders', { run: past.runId });
  expect(leaders).toHaveLength(5);
  expect(leaders[0]).toMatchObject({ rank: 1, why: expect.stringContaining('2024-01-01') });
  expect(await scores()).toEqual(before);
  const ahead = await ask(server, 'analyst', mutation, { at: '2999-01-01T00:00:00Z' });
  expect(ahead.errors[0]!.extensions!.code).toBe('BAD_USER_INPUT');
});
