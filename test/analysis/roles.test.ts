import neo4j, { type ProfiledPlan } from 'neo4j-driver';
import { ROLES } from '../../src/analysis/explain/explain-roles.js';
import { explainScore, runAnalysis, type ScoreExplanation, type ScoreName } from '../../src/analysis/index.js';
import { type Graph, openGraph } from '../../src/graph/graph.js';
import { readTold } from '../../src/insight/index.js';
import { testDatabase } from '../setup/database.js';
import { emptySchema } from '../setup/empty-schema.js';
import { karatePairs, servicesFor, writeNetwork } from './karate.js';

let graph: Graph;
let report: Awaited<ReturnType<typeof runAnalysis>>;

const rows = async (statement: string, params = {}) =>
  (await graph.driver.executeQuery(statement, params, { database: graph.database })).records.map((r) => r.toObject());
const scores = async () =>
  new Map((await rows('MATCH (c:Profiled) RETURN c.id AS id, properties(c) AS p')).map((r) => [r.id as string, r.p]));

/** Everyone buys; 1 and 34 post and are answered; 12 (one tie) never meets anyone, all others do. */
beforeAll(async () => {
  graph = openGraph(testDatabase());
  await emptySchema(graph);
  await writeNetwork(graph, karatePairs());
  await rows(`
    MATCH (a:Customer)-[:KNOWS]->(b:Customer)
    CREATE (a)-[:FOLLOWS {key: a.id + '|' + b.id, closeness: 0.5, interactions: CASE WHEN 'karate-12' IN [a.id, b.id] THEN 0 ELSE 5 END}]->(b)
    SET a.orders = 3, b.orders = 3`);
  await rows(`
    UNWIND ['karate-01', 'karate-34'] AS id
    MATCH (c:Customer {id: id}), (by:Customer {id: 'karate-09'})
    CREATE (c)-[:POSTED]->(p:Post {id: id, at: datetime()}), (by)-[:LIKED {at: datetime()}]->(p)`);
  await rows(`
    MATCH (a:Customer {id: 'karate-06'}), (b:Customer {id: 'karate-17'})
    CREATE (a)-[:REFERRED {key: 'r', at: datetime(), status: 'CONVERTED', closeness: 0.5}]->(b)`);
  await rows(
    "MERGE (s:Segment {id: 'rfm:champions'}) WITH s MATCH (c:Customer {id: 'karate-33'}) CREATE (c)-[:IN_SEGMENT]->(s)",
  );
  report = await runAnalysis(servicesFor(graph));
});

afterAll(() => graph.close());

function neighbours(): Map<string, Set<string>> {
  const known = new Map<string, Set<string>>();
  for (const [a, b] of karatePairs()) {
    known.set(a, (known.get(a) ?? new Set()).add(b));
    known.set(b, (known.get(b) ?? new Set()).add(a));
  }
  return known;
}

/** Mean of one over the distance to every other, by breadth first search. */
function harmonic(known: Map<string, Set<string>>, from: string): number {
  const distance = new Map([[from, 0]]);
  for (const at of distance.keys())
    for (const next of known.get(at)!) if (!distance.has(next)) distance.set(next, distance.get(at)! + 1);
  return [...distance.values()].reduce((sum, d) => sum + (d > 0 ? 1 / d : 0), 0) / (known.size - 1);
}

test('harmonic closeness and participation of the karate club equal those counted by hand', async () => {
  const [known, found] = [neighbours(), await scores()];
  for (const [id, others] of known) {
    expect(found.get(id)!.harmonicCloseness).toBeCloseTo(harmonic(known, id), 9);
    const into = new Map<string, number>();
    for (const other of others) {
      const community = found.get(other)!.communityId as string;
      into.set(community, (into.get(community) ?? 0) + 1);
    }
    const spread = 1 - [...into.values()].reduce((sum, ties) => sum + (ties / others.size) ** 2, 0);
    expect(found.get(id)!.participation).toBeCloseTo(spread, 5);
  }
});

test('tiers: the two who reach furthest and are answered lead, who brought someone may refer, the others are ordinary', async () => {
  const all = await graph.read('analysis/influencers', { first: 34 });
  const of = (tier: string) => all.filter((r) => r.tier === tier).map((r) => r.customerId);
  expect(of('OPINION_LEADER').sort()).toEqual(['karate-01', 'karate-34']);
  expect(of('POTENTIAL_REFERRER')).toContain('karate-06');
  expect(of('ORDINARY').length).toBeGreaterThan(20);
  const active = all.filter((r) => r.activity === 'ACTIVE').map((r) => r.customerId);
  expect(active.sort()).toEqual(['karate-01', 'karate-06', 'karate-09', 'karate-34']);
});

test('roles: leaders of a community who buy, the marginal one, and filters by kind, community and segment', async () => {
  const of = (kind: string) => graph.read('analysis/influencers', { kind, first: 34 });
  const koc = await of('KOC');
  expect(koc.map((r) => r.customerId)).toContain('karate-33');
  expect(koc).toHaveLength(report.koc);
  expect((await of('MARGINAL')).map((r) => r.customerId)).toEqual(['karate-12']);
  const inside = await graph.read('analysis/influencers', { kind: 'KOC', community: koc[0]!.communityId });
  expect(inside.length).toBeGreaterThan(0);
  expect(inside.every((r) => r.communityId === koc[0]!.communityId)).toBe(true);
  const champions = await graph.read('analysis/influencers', { segment: 'rfm:champions' });
  expect(champions.map((r) => r.customerId)).toEqual(['karate-33']);
});

test('thresholds are settings, recorded with the run; a second run changes nothing', async () => {
  const held = 'c.roles AS r, c.influenceTier AS t, c.activity AS a, c.participation AS p';
  const told = () => rows(`MATCH (c:Profiled) RETURN c.id AS id, ${held} ORDER BY id`);
  const before = await told();
  await runAnalysis(servicesFor(graph));
  expect(await told()).toEqual(before);
  const wide = await runAnalysis(servicesFor(graph), { roles: { bridgeBrokerage: 50, spread: 0.3, kolOutside: 0.1 } });
  expect((await graph.read('analysis/influencers', { kind: 'BRIDGE' })).length).toBeGreaterThan(2);
  expect((await graph.read('analysis/influencers', { kind: 'KOL' })).map((r) => r.customerId)).toContain('karate-01');
  const [run] = await graph.read('analysis/runs', { limit: 1 });
  expect(JSON.parse(run!.parameters)).toMatchObject({ roles: { bridgeBrokerage: 50, kocRank: 3 } });
  expect(wide.notes).toEqual([]);
});

test('where betweenness is sampled, closeness is left out and the run says so', async () => {
  const sampled = await runAnalysis(servicesFor(graph), {
    exactUpTo: 10,
    samples: 20,
    roles: { participationUpTo: 10 },
  });
  expect(sampled.notes).toEqual([
    expect.stringContaining('closeness not measured'),
    expect.stringContaining('participation measured from brokerage 90'),
  ]);
  const found = await scores();
  expect([...found.values()].filter((p) => p.harmonicCloseness !== undefined)).toEqual([]);
  expect([...found.values()].filter((p) => p.participation !== undefined).length).toBeLessThan(12);
  expect((await graph.read('analysis/runs', { limit: 1 }))[0]!.notes).toEqual(sampled.notes);
});

test('degrees by kind and direction come from the ties at once', async () => {
  const of = await readTold(graph, 'analysis/degrees-of', { customerId: 'karate-06' });
  expect(of.find((r) => r.kind === 'KNOWS')).toMatchObject({ direction: 'BOTH', people: 4 });
  expect(of.find((r) => r.kind === 'REFERRED')).toMatchObject({
    direction: 'OUT',
    people: 1,
    why: 'referred 1 person',
  });
  await rows("MATCH (:Customer {id: 'karate-17'})-[f:FOLLOWS]-(:Customer {id: 'karate-06'}) DELETE f");
  const after = await readTold(graph, 'analysis/degrees-of', { customerId: 'karate-06' });
  const follows = (list: typeof of) => list.filter((r) => r.kind === 'FOLLOWS').reduce((sum, r) => sum + r.people, 0);
  expect(follows(after)).toBe(follows(of) - 1);
  const [most] = await graph.read('analysis/top-degree', { kind: 'KNOWS', direction: 'BOTH', limit: 1 });
  expect(most).toMatchObject({ customerId: 'karate-34', people: 17 });
});

test('ties of a kind are found without looking at others', async () => {
  const statement = graph.library.get('analysis/top-degree')!;
  const params = { kind: 'FAMILY_OF', direction: 'BOTH', limit: neo4j.int(20) };
  const { summary } = await graph.driver.executeQuery(`PROFILE ${statement.text}`, params, {
    database: graph.database,
  });
  const hits = (plan: ProfiledPlan): number => plan.dbHits + plan.children.reduce((sum, child) => sum + hits(child), 0);
  expect(hits(summary.profile as ProfiledPlan)).toBeLessThan(10); // there are 78 KNOWS and 34 people
});

describe('explainScore', () => {
  const explain = (customer: string, score: ScoreName) => explainScore(servicesFor(graph), { customer, score });
  const sumOf = (told: ScoreExplanation) => told.parts.reduce((sum, p) => sum + p.contribution!, 0);

  beforeAll(() => runAnalysis(servicesFor(graph)));

  test("every customer's parts sum to the score, and the conditions lead to the roles, tier and activity held", async () => {
    for (const [id, p] of await scores()) {
      const influence = await explain(id, 'INFLUENCE');
      expect(influence.value).toBe(p.influence);
      expect(Math.abs(sumOf(influence) - influence.value!)).toBeLessThanOrEqual(0.011);
      expect(sumOf(await explain(id, 'BETWEENNESS'))).toBe(p.betweenness);
      expect(sumOf(await explain(id, 'PARTICIPATION'))).toBeCloseTo(p.participation, 5);
      const { parts, label } = await explain(id, 'ROLES');
      const held = ROLES.filter((role) => parts.every(({ name, met }) => met || !name.startsWith(`${role}.`)));
      expect([id, held.join(', ') || 'none']).toEqual([id, label]);
      const tier = await explain(id, 'TIER');
      const met = (name: string) => tier.parts.find((part) => part.name === name)!.met;
      expect([id, tier.label === 'OPINION_LEADER']).toEqual([
        id,
        met('OPINION_LEADER.reach') && met('OPINION_LEADER.response'),
      ]);
      expect((await explain(id, 'ACTIVITY')).parts[0]!.met).toBe(p.activity === 'ACTIVE');
    }
  });

  test('who does not consent, is not scored or not there gets that for an answer', async () => {
    await rows("CREATE (:Customer {id: 'silent', influence: 5.0}), (:Customer:Profiled {id: 'fresh'})");
    expect(await explain('silent', 'INFLUENCE')).toMatchObject({
      value: null,
      parts: [],
      why: expect.stringContaining('does not consent'),
    });
    expect(await explain('fresh', 'ROLES')).toMatchObject({
      label: null,
      runId: null,
      why: expect.stringContaining('analyze'),
    });
    await expect(explain('nobody', 'TIER')).rejects.toMatchObject({ kind: 'NOT_FOUND' });
  });
});

test('where nobody knows anybody, nobody leads', async () => {
  await rows("MATCH (c:Customer) OPTIONAL MATCH (c)-[tie]-(end) WHERE end:Customer OR type(tie) = 'LIKED' DELETE tie");
  await runAnalysis(servicesFor(graph));
  expect([...(await scores()).values()].filter((one) => one.influenceTier === 'OPINION_LEADER')).toEqual([]);
  const { label, parts } = await explainScore(servicesFor(graph), { customer: 'karate-01', score: 'TIER' });
  expect([label, parts[0]!.met]).toEqual(['ORDINARY', false]);
});
