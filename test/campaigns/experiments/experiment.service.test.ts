import { memberOf, partsOf } from '../../../seed/experiment/members.js';
import { experimentOf } from '../../../src/campaigns/experiments/experiment.service.js';
import type { ExperimentRow } from '../../../src/campaigns/experiments/input.js';
import { outcomeSums } from '../../../src/campaigns/experiments/outcomes.service.js';
import { type ApiServer, apiServer, ask, emptyDatabase, rest } from '../../api/api-server.js';
import { run, servicesAt } from '../../consent/world.js';

let server: ApiServer;
const NOW = '2026-03-01T00:00:00Z';
const services = () => servicesAt(server.graph, NOW);

/**
 * 160 people in 16 communities who know those of their own; ten more do not consent to profiling. Half bought before.
 */
beforeAll(async () => {
  await emptyDatabase();
  server = await apiServer();
  await run(
    server.graph,
    `UNWIND range(0, 169) AS n
     CREATE (c:Customer {id: 'p' + toString(1000 + n), alias: 'C-' + n})
     FOREACH (_ IN CASE WHEN n < 160 THEN [1] ELSE [] END | SET c:Profiled, c.communityId = 'k' + toString(n / 10))
     FOREACH (_ IN CASE WHEN n % 2 = 0 THEN [1] ELSE [] END |
       CREATE (c)-[:PLACED]->(:Order {id: 'before' + n, at: datetime() - duration('P3D'), amountMinor: 1000 + n, currency: 'CNY'}))`,
  );
  await run(
    server.graph,
    `MATCH (a:Profiled), (b:Profiled) WHERE a.communityId = b.communityId AND a.id < b.id
     CREATE (a)-[:KNOWS {pair: a.id + '|' + b.id, closeness: 0.5}]->(b)`,
  );
});
afterAll(() => server?.end());

const CREATE =
  'mutation ($input: ExperimentInput!) { createExperiment(input: $input) { id status planned variants { name share } } }';
const START = 'mutation ($id: ID!) { startExperiment(id: $id) { assigned leftOut planned } }';
const RESULTS = `query ($id: ID!) { experimentResults(id: $id) { people confidence srm { p alarm }
  arms { variant control people communities value low high comparison { difference p method interval { low high } alwaysValid { low high } cuped { difference } }
    byPerson { p } exposed { difference } guardrails { metric broken } } spillOver { people } verdict { kind winner text textZh } } }`;
const results = async (id: string) => {
  const { data, errors } = await ask(server, 'analyst', RESULTS, { id });
  expect(errors).toEqual([]);
  return data.experimentResults;
};
const make = async (input: object) => {
  const { errors } = await ask(server, 'marketer', CREATE, { input });
  expect(errors).toEqual([]);
};
const tried = (experiment: string) =>
  run(
    server.graph,
    `MATCH (c:Customer)-[t:TRIED {experiment: $experiment}]->(v:Variant)
     RETURN c.id AS id, c.communityId AS community, v.name AS variant ORDER BY id`,
    { experiment },
  );
/** Orders of today for people of a variant. */
const buy = (experiment: string, variant: string, people: number) =>
  run(
    server.graph,
    `MATCH (c:Customer)-[:TRIED {experiment: $experiment}]->(:Variant {name: $variant}) WITH c ORDER BY c.id LIMIT toInteger($people)
     CREATE (c)-[:PLACED]->(:Order {id: $experiment + c.id, at: datetime() - duration('PT1M'), amountMinor: 5000, currency: 'CNY'})`,
    { experiment, variant, people },
  );
/** As if everybody had drawn yesterday. */
const yesterday = (experiment: string) =>
  run(server.graph, "MATCH ()-[t:TRIED {experiment: $experiment}]->() SET t.at = t.at - duration('P1D')", {
    experiment,
  });

test('an experiment is made once, and its id means nothing else', async () => {
  const input = { id: 'menu', name: 'Menu', nameZh: '菜单', effect: 0.5 };
  await make(input);
  await make(input);
  const other = await ask(server, 'marketer', CREATE, { input: { ...input, metric: 'REVENUE' } });
  expect(other.errors[0]).toMatchObject({ extensions: { code: 'CONFLICT' } });
  const wrong = await ask(server, 'marketer', CREATE, { input: { ...input, guardrails: ['CONVERSION'] } });
  const fault = { path: 'guardrails', textZh: '主指标不能同时作护栏指标' };
  expect(wrong.errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', faults: [fault] } });
  const { data } = await ask(server, 'analyst', '{ experiments { nameZh } experiment(id: "menu") { nameZh } }');
  expect(data).toEqual({ experiments: [{ nameZh: '菜单' }], experiment: { nameZh: '菜单' } });
});

test('both designs are planned side by side, from what the same people did before', async () => {
  const query =
    '{ experimentPlan(id: "menu") { people communities mean icc designs { unit units peopleAnArm enough exposed crossing } } }';
  const { data } = await ask(server, 'analyst', query);
  expect(data.experimentPlan).toMatchObject({ people: 160, communities: 16, mean: 0.5 });
  const [persons, communities] = data.experimentPlan.designs;
  expect(persons).toMatchObject({ unit: 'PERSON', units: 160, crossing: 0.5, enough: true });
  expect(communities).toMatchObject({ unit: 'COMMUNITY', units: 16, exposed: 1, crossing: 0 });
});

test('whoever consents to profiling draws, once; a difference that holds at every look names a winner', async () => {
  const started = await ask(server, 'marketer', START, { id: 'menu' });
  expect(started.data.startExperiment).toMatchObject({ assigned: 160, leftOut: 10, planned: 58 });
  expect((await ask(server, 'marketer', START, { id: 'menu' })).data.startExperiment.assigned).toBe(0);
  const before = await tried('menu');
  await yesterday('menu');
  expect((await results('menu')).verdict).toMatchObject({ winner: null });
  await buy('menu', 'variant', 60);
  const found = await results('menu');
  expect(found).toMatchObject({ people: 160, srm: { alarm: false }, verdict: { kind: 'WINNER', winner: 'variant' } });
  expect(found.arms[1].comparison.method).toBe('two-proportion z, Newcombe interval');
  expect(found.arms[1].comparison.alwaysValid.low).toBeGreaterThan(0);
  expect(found.arms[1].guardrails).toEqual([{ metric: 'UNSUBSCRIBED', broken: false }]);
  expect(await tried('menu')).toEqual(before);
});

test('by community: all of one get the same, and the error is that of communities', async () => {
  await make({ id: 'circle', name: 'Circle', unit: 'COMMUNITY', metric: 'REVENUE' });
  await ask(server, 'marketer', START, { id: 'circle' });
  const rows = await tried('circle');
  const variants = new Map(rows.map(({ community, variant }) => [community, variant]));
  expect(rows).toHaveLength(160);
  expect(rows.every(({ community, variant }) => variants.get(community) === variant)).toBe(true);
  await yesterday('circle');
  await buy('circle', 'variant', 30);
  const { arms } = await results('circle');
  expect(arms[0].communities + arms[1].communities).toBe(16);
  expect(arms[1].comparison.method).toBe('Welch t over communities');
  expect(arms[1].comparison.p).toBeGreaterThan(arms[1].byPerson.p);
  expect(arms[1].comparison.cuped).not.toBeNull();
  expect(arms[1].exposed).not.toBeNull();
});

test('what the graph sums up, however small the pages, is what one finds person by person', async () => {
  const row = (await experimentOf(services(), 'circle')) as ExperimentRow;
  const until = new Date(Date.now() + 60_000);
  const pages = await Promise.all([7, 159, 20_000].map((size) => outcomeSums(services(), row, until, size)));
  const found = pages.map((arms) => [...arms.values()]);
  expect(found[0]).toEqual(found[2]);
  expect(found[1]).toEqual(found[2]);
  const members = await run(
    server.graph,
    `MATCH (c:Profiled)-[t:TRIED {experiment: 'circle'}]->(v:Variant)
     OPTIONAL MATCH (c)-[:KNOWS]-(:Profiled)-[:TRIED {experiment: 'circle'}]->(theirs:Variant)
     WITH c, t, v, count(theirs) AS neighbours, count(CASE WHEN theirs = v THEN 1 END) AS alike,
       count(CASE WHEN theirs.position > 1 THEN 1 END) AS treated
     OPTIONAL MATCH (c)-[:PLACED]->(o:Order)
     WITH c, t, v, neighbours, alike, treated, collect({after: o.at >= t.at, minor: o.amountMinor}) AS all
     WITH *, [one IN all WHERE one.after | one.minor] AS bought, [one IN all WHERE NOT one.after | one.minor] AS before
     RETURN v.id AS variant, t.cluster AS cluster, toFloat(neighbours) AS neighbours, toFloat(alike) AS alike, toFloat(treated) AS treated,
       CASE WHEN size(bought) > 0 THEN 1.0 ELSE 0.0 END AS converted, toFloat(size(bought)) AS orders,
       toFloat(reduce(s = 0, x IN bought | s + x)) AS spendMinor, toFloat(size(before)) AS ordersBefore,
       toFloat(reduce(s = 0, x IN before | s + x)) AS spendBeforeMinor`,
  );
  const wanted = row.variants.map(({ id }) =>
    partsOf(
      members.filter(({ variant }) => variant === id).map((one) => memberOf(one as never)),
      row.exposure,
    ),
  );
  expect(found[2]).toEqual(wanted);
  expect(wanted[1]!.all.persons.sum[3]).toBeGreaterThan(0);
});

test('an app asks for the variant of one customer', async () => {
  const [{ id, variant }] = (await tried('menu')) as [{ id: string; variant: string }];
  const response = await rest(server, 'service', `/api/experiments/menu/variant?customer=${id}`);
  expect(await response.json()).toMatchObject({ experiment: 'menu', customerId: id, variant });
  const none = await rest(server, 'service', '/api/experiments/menu/variant?customer=p1165');
  expect(await none.json()).toMatchObject({ variant: null });
});

test('people who are lost on one side only raise the alarm', async () => {
  await run(
    server.graph,
    "MATCH ()-[t:TRIED {experiment: 'menu'}]->(:Variant {name: 'control'}) WITH t LIMIT 60 DELETE t",
  );
  expect(await results('menu')).toMatchObject({ srm: { alarm: true }, verdict: { kind: 'WRONG_SPLIT', winner: null } });
});

test('whoever withdraws consent to profiling is in no experiment from then on', async () => {
  const [{ id }] = (await tried('circle')) as [{ id: string }];
  const now = new Date(NOW);
  await server.graph.write('consent/steps/ledger/consent-profile', { customerIds: [id], now });
  expect((await tried('circle')).map((row) => row.id)).not.toContain(id);
  expect((await results('circle')).people).toBe(159);
});

test('a stopped experiment counts nothing that comes later, and starts no more', async () => {
  const stop = 'mutation { stopExperiment(id: "menu") { status endedAt } }';
  const first = await ask(server, 'marketer', stop);
  expect(first.data.stopExperiment).toMatchObject({ status: 'STOPPED' });
  expect((await ask(server, 'marketer', stop)).data).toEqual(first.data);
  const again = await ask(server, 'marketer', START, { id: 'menu' });
  expect(again.errors[0]).toMatchObject({ extensions: { code: 'CONFLICT' } });
  const listed = await ask(server, 'analyst', '{ experiments { id status variants people } }');
  expect(listed.data.experiments.map((one: { id: string }) => one.id)).toEqual(['circle', 'menu']);
});
