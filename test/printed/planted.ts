import type { Truth } from '../../seed/world/index.js';
import { decisionChain, kFactor, referralTree } from '../../src/network/index.js';
import { servicesFor } from '../analysis/karate.js';
import { type ApiServer, ask } from '../api/api-server.js';
import { mutualInformation } from '../setup/mutual-information.js';

export type Rows = (name: string, params?: object) => Promise<Record<string, unknown>[]>;

interface Made {
  readonly server: () => ApiServer;
  readonly truth: () => Truth;
  readonly rows: Rows;
}

/** What was planted in the made world is what the product finds there. */
export function plantedIsFound({ server, truth, rows }: Made): void {
  test('planted leaders are those with the most influence', async () => {
    const top = (await rows('analysis/influencers', { first: 20 })).map((r) => r.customerId as string);
    expect(top.filter((id) => truth().leaders.includes(id)).length / 20).toBeGreaterThanOrEqual(0.9);
  });

  test('mean spend and frequency fall from the best segments of RFM to the newest, and from those that cannot be lost to the lost', async () => {
    const found = new Map((await server().graph.read('value/rfm-segments', {})).map((row) => [row.id, row]));
    const means = (id: string) => {
      const { orders, spendMinor, customers } = found.get(`rfm:${id}`)!;
      return { orders: orders / customers, spend: spendMinor / customers };
    };
    for (const ranked of [
      ['champions', 'loyal', 'potential-loyalists', 'recent'],
      ['cannot-lose', 'at-risk', 'hibernating', 'lost'],
    ]) {
      const spends = ranked.map((id) => means(id).spend);
      const orders = ranked.map((id) => means(id).orders);
      expect(spends).toEqual([...spends].sort((a, b) => b - a));
      expect(orders).toEqual([...orders].sort((a, b) => b - a));
    }
  });

  test('planted bridges are found', async () => {
    const found = (await rows('analysis/bridges', { limit: 30 })).map((r) => r.customerId as string);
    expect(
      truth()
        .bridges.slice(0, 20)
        .filter((id) => found.includes(id)).length / 20,
    ).toBeGreaterThanOrEqual(0.9);
  });

  test('planted parts are told as roles: leaders heard elsewhere are KOL, the others lead their community and buy, bridges bridge', async () => {
    const of = async (kind: string) =>
      new Set((await rows('analysis/influencers', { kind, first: 200 })).map((r) => r.customerId as string));
    const [kol, koc, bridge, marginal] = [await of('KOL'), await of('KOC'), await of('BRIDGE'), await of('MARGINAL')];
    const share = (ids: readonly string[], found: ReadonlySet<string>) =>
      ids.filter((id) => found.has(id)).length / ids.length;
    expect(share(truth().voices, kol)).toBeGreaterThanOrEqual(0.8);
    expect(share([...kol], new Set(truth().voices))).toBeGreaterThanOrEqual(0.8);
    const homely = truth().leaders.filter((id) => !truth().voices.includes(id));
    expect(share(homely, koc)).toBeGreaterThanOrEqual(0.9);
    expect([...kol].filter((id) => koc.has(id))).toEqual([]);
    const first = await rows('analysis/influencers', { first: 10 });
    expect(
      first.filter(({ roles }) => (roles as string[]).some((role) => role === 'KOL' || role === 'KOC')),
    ).toHaveLength(10);
    expect(share(truth().bridges, bridge)).toBeGreaterThanOrEqual(0.9);
    expect(share(truth().marginals, marginal)).toBeGreaterThanOrEqual(0.9);
    expect(share([...marginal], new Set(truth().marginals))).toBeGreaterThanOrEqual(0.9);
  });

  test('communities are the planted ones', async () => {
    const { records } = await server().graph.driver.executeQuery(
      'MATCH (c:Profiled) WHERE c.communityId IS NOT NULL RETURN c.id AS id, c.communityId AS community',
    );
    const found = new Map(records.map((r) => [r.get('id') as string, r.get('community') as string]));
    expect(
      mutualInformation([...found].map(([id, community]) => [community, truth().communityOf[id]!])),
    ).toBeGreaterThanOrEqual(0.9);
  });

  test('a community is called by what sets it apart, or by its size', async () => {
    const { records } = await server().graph.driver.executeQuery(
      'MATCH (c:Community) WHERE c.run IS NOT NULL RETURN c.name AS name, c.topics AS topics, c.topicLifts AS lifts',
    );
    const names = records.map((r) => r.get('name') as string);
    expect(names.length).toBeGreaterThan(10);
    const weak = records.flatMap((r) => {
      const [topics, lifts] = [r.get('topics') as string[], r.get('lifts') as number[]];
      const strong = topics.filter((_, at) => lifts[at]! > 1.5);
      const parts = (r.get('name') as string).replace(/ \(\d+\)$/, '').split(' · ');
      return parts[0]!.startsWith('Community ') ? [] : parts.filter((part) => !strong.includes(part));
    });
    expect(weak).toEqual([]);
    expect(names.filter((name) => name.startsWith('Community ')).length).toBeLessThan(names.length / 2);
  });

  test('the month that runs is no trend', async () => {
    const { periods } = await kFactor(servicesFor(server().graph), {});
    expect([periods.at(-1)!.complete, periods.slice(1, -1).every(({ complete }) => complete)]).toEqual([false, true]);
  });

  test('the planted fraud ring is found, and no household is held', async () => {
    const [found, ...others] = await rows('fraud/rings');
    expect([(found!.members as string[]).sort(), others]).toEqual([[...truth().rings[0]!].sort(), []]);
    const held = (await rows('fraud/held', { first: 1000 })).map((r) => r.customerId as string);
    const ring = new Set(truth().rings.flat());
    expect(new Set(held)).toEqual(ring);
    expect(
      truth()
        .households.flat()
        .filter((id) => held.includes(id) && !ring.has(id)),
    ).toEqual([]);
  });

  test('seeds reach more than those who know most people, and more than people drawn at random', async () => {
    const question = `{ seedSet(input: { channel: WECHAT, budget: 20, snapshots: 500, runs: 300 }) {
      seeds { customerId } topDegree { seeds advantage { low } } random { advantage { low } } } }`;
    const { seedSet } = (await ask(server(), 'marketer', question)).data;
    expect([seedSet.seeds.length, seedSet.topDegree.seeds]).toEqual([20, 20]);
    expect(seedSet.topDegree.advantage.low).toBeGreaterThan(0);
    expect(seedSet.random.advantage.low).toBeGreaterThan(100);
  });

  test('planted companies show who decides and every planted chain there, as far as people consent', async () => {
    const { records } = await server().graph.driver.executeQuery('MATCH (c:Profiled) RETURN c.id AS id');
    const shown = new Set(records.map((r) => r.get('id') as string));
    const services = servicesFor(server().graph);
    const companies = truth()
      .companies.filter(({ decisionMaker }) => shown.has(decisionMaker))
      .slice(0, 12);
    for (const { id: company, decisionMaker, chains } of companies) {
      expect((await decisionChain(services, { company })).decisionMaker?.customerId).toBe(decisionMaker);
      const contacts = chains.filter((chain) => chain.every((id) => shown.has(id))).slice(0, 3);
      for (const chain of contacts) {
        const found = await decisionChain(services, { company, contact: chain[0]! });
        expect(found.chains.map(({ people }) => people)).toContainEqual(chain);
      }
    }
  });

  test('planted referral trees are found, and who brought whom', async () => {
    const services = servicesFor(server().graph);
    const { root, edges } = truth().referrals.find((tree) => tree.edges.length >= 10)!;
    const tree = await referralTree(services, { customer: root });
    const planted = new Set(edges.map((edge) => edge.join()));
    expect(tree.people).toBeGreaterThan(edges.length / 2);
    const right = tree.members.filter(({ referrerId, customerId }) => planted.has(`${referrerId},${customerId}`));
    expect(right.length).toBeGreaterThanOrEqual(tree.members.length - 1); // a stray referral may join two trees
  });
}
