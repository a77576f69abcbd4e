import { type ApiServer, apiServer, ask, emptyDatabase } from '../../api/api-server.js';
import { run } from '../../consent/world.js';

let server: ApiServer;

/**
 * 200 people of four communities who consent to marketing by SMS and to profiling, twenty of whom are in the segment at
 * first.
 */
beforeAll(async () => {
  await emptyDatabase();
  server = await apiServer();
  await run(
    server.graph,
    `CREATE (s:Segment {id: 's'}), (all:Segment {id: 'circles'}) WITH s, all
     MATCH (p:Purpose {id: 'marketing'}) UNWIND range(0, 199) AS n
     CREATE (c:Customer:Profiled {id: 'p' + toString(1000 + n), alias: 'C-' + n, communityId: 'k' + toString(n / 50), rfmSegment: 'champions'})
     CREATE (c)-[:CONSENTS_TO {key: c.id + '|marketing|SMS', channel: 'SMS', since: datetime('2026-01-05')}]->(p)
     FOREACH (_ IN CASE WHEN n < 20 THEN [1] ELSE [] END | CREATE (c)-[:IN_SEGMENT]->(s))
     FOREACH (_ IN CASE WHEN n >= 100 THEN [1] ELSE [] END | CREATE (c)-[:IN_SEGMENT]->(all))`,
  );
});
afterAll(() => server?.end());

const VARIANTS = [
  { name: 'A', share: 0.5 },
  { name: 'B', share: 0.5 },
];
const campaign = async (id: string, segment: string) => {
  const input = { id, name: id, purpose: 'marketing', channel: 'SMS', segment, variants: VARIANTS };
  const create = 'mutation ($input: CreateCampaignInput!) { createCampaign(input: $input) { id } }';
  expect((await ask(server, 'marketer', create, { input })).errors).toEqual([]);
};
const launch = async (id: string, again = false) => {
  const { errors } = await ask(
    server,
    'marketer',
    `mutation { launchCampaign(id: "${id}", again: ${again}) { touched } }`,
  );
  expect(errors).toEqual([]);
};
const touched = (id: string) =>
  run(
    server.graph,
    `MATCH (c:Customer)-[:RECEIVED]->(t:Touch)-[:OF_VARIANT]->(v:Variant)<-[:HAS_VARIANT]-(:Campaign {id: $id})
     OPTIONAL MATCH (c)-[tried:TRIED]->(v)
     RETURN c.id AS id, c.communityId AS community, v.name AS variant, tried.holdout AS holdout ORDER BY id`,
    { id },
  );
const BANDIT =
  '{ bandit(campaign: "k") { policy arms { context variant successes failures pending chanceBest } chosen { people successes } heldOut { people } } }';

test('a campaign gives each community as a whole what its experiment drew', async () => {
  await campaign('x', 'circles');
  const make = `mutation { createExperiment(input: {id: "e", name: "E", campaign: "x", unit: COMMUNITY}) { id campaignId segment variants { id } } }`;
  const made = await ask(server, 'marketer', make);
  expect(made.data.createExperiment).toMatchObject({
    campaignId: 'x',
    segment: 'circles',
    variants: [{ id: 'x|A' }, { id: 'x|B' }],
  });
  expect((await ask(server, 'marketer', 'mutation { startExperiment(id: "e") { assigned } }')).data).toEqual({
    startExperiment: { assigned: 100 },
  });
  await launch('x');
  const rows = await touched('x');
  expect(rows).toHaveLength(100);
  expect(rows.every(({ holdout, variant }) => holdout === null && variant !== null)).toBe(true);
  const drawn = new Set(rows.map(({ community, variant }) => `${community} ${variant}`));
  expect(drawn.size).toBe(2);
  const { data } = await ask(server, 'analyst', '{ experimentResults(id: "e") { people arms { people } } }');
  expect(data.experimentResults.people).toBe(100);
});

test('a bandit chooses for a launch, spreads whom it knows nothing of, and keeps some out', async () => {
  await campaign('k', 's');
  const set =
    'mutation { setBandit(input: {campaign: "k", policy: UCB1, holdout: 0.3, context: RFM_SEGMENT}) { policy holdout arms { variant } } }';
  expect((await ask(server, 'marketer', set)).data.setBandit).toEqual({ policy: 'UCB1', holdout: 0.3, arms: [] });
  await launch('k');
  const rows = await touched('k');
  const chosen = rows.filter(({ holdout }) => holdout === false);
  expect(rows).toHaveLength(20);
  expect(chosen.length).toBeGreaterThan(8);
  expect(chosen.length).toBeLessThan(20);
  const ofA = chosen.filter(({ variant }) => variant === 'A').length;
  expect(Math.abs(2 * ofA - chosen.length)).toBeLessThanOrEqual(1);
  const { arms } = (await ask(server, 'analyst', BANDIT)).data.bandit;
  expect(arms.map((arm: { context: string }) => arm.context)).toEqual(['champions', 'champions']);
  expect(arms.reduce((sum: number, arm: { pending: number }) => sum + arm.pending, 0)).toBe(20);
});

test('it learns of late rewards, and the next launch follows', async () => {
  await run(
    server.graph,
    `MATCH (t:Touch)-[:OF_VARIANT]->(v:Variant)<-[:HAS_VARIANT]-(:Campaign {id: 'k'}) SET t.at = datetime() - duration('P20D')
     WITH t, v WHERE v.name = 'B' CREATE (t)-[:LEADS_TO]->(:Conversion {id: 'c' + t.id, at: t.at + duration('P1D')})`,
  );
  const { data } = await ask(server, 'analyst', BANDIT);
  const [a, b] = data.bandit.arms;
  expect([a.successes, b.failures, a.pending + b.pending]).toEqual([0, 0, 0]);
  expect(b.chanceBest).toBeGreaterThan(0.99);
  await run(
    server.graph,
    "MATCH (c:Customer), (s:Segment {id: 's'}) WHERE c.id >= 'p1020' AND c.id < 'p1080' MERGE (c)-[:IN_SEGMENT]->(s)",
  );
  await launch('k', true);
  const later = (await touched('k')).filter(({ id, holdout }) => (id as string) >= 'p1020' && holdout === false);
  const ofB = later.filter(({ variant }) => variant === 'B').length;
  expect(later.length).toBeGreaterThan(30);
  expect(ofB).toBeGreaterThan(0.7 * later.length);
  await launch('k', true);
  expect(await touched('k')).toHaveLength(80);
});
