import { runAnalysis } from '../../src/analysis/index.js';
import { recordConsent, withdrawConsent } from '../../src/consent/index.js';
import { readTold } from '../../src/insight/index.js';
import { writeTies } from '../../src/intake/writers/ties.js';
import { type ApiServer, apiServer, ask, emptyDatabase } from '../api/api-server.js';
import { karatePairs, servicesFor, writeNetwork } from './karate.js';

let server: ApiServer;

const rows = async (statement: string, params = {}) =>
  (await server.graph.driver.executeQuery(statement, params)).records.map((r) => r.toObject());
const analyze = (options = {}) => runAnalysis(servicesFor(server.graph), options);
const state = async () => (await readTold(server.graph, 'analysis/state', {}))[0]!;
const degrees = async () =>
  new Map((await rows('MATCH (c:Customer) RETURN c.id AS id, c.degree AS degree')).map((r) => [r.id, r.degree]));
const tie = (fromId: string, toId: string) =>
  writeTies(io(), [{ kind: 'FOLLOWS', fromId, toId, platform: 'WECHAT', closeness: 0.9 }]);
const io = () => {
  const services = servicesFor(server.graph);
  return { ...services, services };
};
const profiling = (customerId: string) => ({
  customerId,
  purpose: 'profiling' as const,
  channel: 'ALL' as const,
  via: 'form',
});

beforeAll(async () => {
  await emptyDatabase();
  server = await apiServer();
  await writeNetwork(server.graph, karatePairs());
  await rows("MERGE (:Purpose {id: 'profiling'})");
});

afterAll(() => server.end());

test('before the first run nothing is counted, and the state says so', async () => {
  expect((await tie('karate-01', 'karate-34')).created).toBe(1);
  expect(await state()).toMatchObject({ runId: null, stale: true, why: 'nothing was analysed yet' });
  expect([...(await degrees()).values()].every((degree) => degree === null)).toBe(true);
});

test('a run makes everything fresh; every answer that rests on it says so, others do not', async () => {
  const { runId } = await analyze();
  expect(await state()).toMatchObject({ runId, changedTies: 0, changedConsents: 0, stale: false, running: false });
  const body = async (query: string) => {
    const { extensions } = (await (await graphql(query)).json()) as { extensions?: { analysis?: object } };
    return extensions?.analysis;
  };
  const fresh = { runId, stale: false, changedTies: 0, why: 'nothing changed since the last run' };
  expect(await body('{ influencers(first: 1) { customerId } }')).toMatchObject(fresh);
  expect(await body('{ customers(limit: 1) { influence } }')).toMatchObject(fresh);
  expect(await body('{ customer360(id: "karate-01") { alias } }')).toMatchObject(fresh);
  expect(await body('{ customers(limit: 1) { id } }')).toBeUndefined();
  await tie('karate-02', 'karate-30');
  expect(await body('{ topCommunities(limit: 1) { id } }')).toMatchObject({ stale: true, changedTies: 1 });
});

test('degrees are exact at once after ties, consents given and withdrawn, as a fresh run finds them', async () => {
  await rows("CREATE (:Customer {id: 'new-1', alias: 'n1'}), (:Customer {id: 'new-2', alias: 'n2'})");
  const services = servicesFor(server.graph);
  await tie('karate-05', 'new-1');
  await tie('new-1', 'karate-09');
  expect((await degrees()).get('new-1')).toBeNull();
  await recordConsent(services, profiling('new-1'));
  await recordConsent(services, profiling('new-2'));
  await tie('new-1', 'new-2');
  await withdrawConsent(services, profiling('karate-34'));
  expect(await state()).toMatchObject({ stale: true, changedConsents: 3 });
  const before = await degrees();
  expect([before.get('new-1'), before.get('karate-34')]).toEqual([3, null]);
  await analyze();
  expect(await degrees()).toEqual(before);
  expect(await state()).toMatchObject({ stale: false, changedTies: 0, changedConsents: 0 });
});

test('what changes while a run is under way still counts, and is put right when it ends', async () => {
  const { withTimeout } = server.graph;
  const graph = { ...server.graph, withTimeout: (ms: number) => interrupting(withTimeout(ms)) };
  const interrupting = (inner: typeof server.graph): typeof server.graph => ({
    ...inner,
    read: async (name, params) => {
      const result = await inner.read(name, params);
      if (name === 'analysis/steps/scores/coreness') {
        await tie('karate-10', 'karate-20');
        await withdrawConsent(servicesFor(server.graph), profiling('karate-33'));
      }
      return result;
    },
  });
  await runAnalysis({ ...servicesFor(server.graph), graph });
  expect(await state()).toMatchObject({ stale: true, changedTies: 1, changedConsents: 1 });
  const [left] = await rows(
    "MATCH (c:Customer {id: 'karate-33'}) RETURN keys(c) AS keys, [(c)-[r:MEMBER_OF]->() | r] AS of",
  );
  expect(left).toEqual({ keys: ['id'], of: [] });
  const before = await degrees();
  await analyze();
  expect(await degrees()).toEqual(before);
});

test('a failed run counts nothing as seen', async () => {
  await tie('karate-11', 'karate-21');
  await expect(analyze({ memoryMb: 1 })).rejects.toThrow('MiB');
  expect(await state()).toMatchObject({ stale: true, changedTies: 1, running: false });
});

test('history keeps what changed: trend, risers, fallers, and a community over the runs', async () => {
  await analyze();
  const hub = 'karate-12';
  const [quiet] = await rows('MATCH (c:Customer {id: $hub}) RETURN c.influence AS influence', { hub });
  const since = new Date();
  for (const other of ['02', '03', '04', '05', '06', '07', '08']) await tie(hub, `karate-${other}`);
  await analyze();
  const trend = await readTold(server.graph, 'analysis/influence-trend', { customer: hub });
  expect(trend[0]).toMatchObject({
    degree: 8,
    communityId: expect.any(String),
    why: expect.stringContaining('7 people more'),
  });
  expect(trend[0]!.influence - quiet!.influence).toBeCloseTo(trend[0]!.change!, 1);
  expect(trend.length).toBeLessThan(7);
  const { data, errors } = await ask(
    server,
    'analyst',
    'query ($since: DateTime) { risers(limit: 3) { customerId change why } fallers { change } late: risers(since: $since, limit: 3) { customerId change } }',
    { since: since.toISOString() },
  );
  expect(errors).toEqual([]);
  expect(data.risers[0]).toMatchObject({ customerId: hub, change: trend[0]!.change });
  expect(data.late[0]).toEqual({ customerId: hub, change: data.risers[0].change });
  expect(data.fallers.every((r: { change: number }) => r.change < 0)).toBe(true);
  const history = await readTold(server.graph, 'analysis/community-history', { id: trend[0]!.communityId! });
  expect(history.at(-1)).toMatchObject({ why: expect.any(String), at: expect.any(Date) });
  expect(history.some((point) => point.size !== null && point.density! > 0)).toBe(true);
});

test('history keeps the last points only, and goes with consent', async () => {
  await analyze({ historyRuns: 2, historyStep: 0 });
  await tie('karate-12', 'karate-09');
  await analyze({ historyRuns: 2, historyStep: 0 });
  expect(await server.graph.read('analysis/influence-trend', { customer: 'karate-12' })).toHaveLength(2);
  await withdrawConsent(servicesFor(server.graph), profiling('karate-12'));
  expect(await server.graph.read('analysis/influence-trend', { customer: 'karate-12' })).toEqual([]);
  expect(await rows("MATCH (c:Customer {id: 'karate-12'}) RETURN keys(c) AS keys")).toEqual([{ keys: ['id'] }]);
});

async function graphql(query: string) {
  const { token } = await import('../api/api-server.js');
  return fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await token('analyst')}` },
    body: JSON.stringify({ query }),
  });
}
