import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lastDay, readTruth, type Truth, writeWorld } from '../seed/world/index.js';
import { settingsTable } from '../src/cli/settings-table.js';
import { formatRows } from '../src/cli/table.js';
import { statementOf } from '../src/graph/library/library.js';
import { told } from '../src/insight/sentences.js';
import { packageRoot } from '../src/kernel/root.js';
import { decisionChain, kFactor, referralTree } from '../src/network/index.js';
import { servicesFor } from './analysis/karate.js';
import { type ApiServer, apiServer, ask, emptyDatabase } from './api/api-server.js';
import { notebookIsTrue } from './docs/notebook.js';
import { packsShowSomething } from './packs/made-world.js';
import { cypherShellTakesWhatIsPrinted } from './printed/cypher-shell.js';
import { deskSpeaksOneLanguage } from './printed/desk-words.js';
import { examplesShowSomething } from './printed/examples.js';
import { browserTakesWhatIsPrinted } from './printed/neo4j-browser.js';
import { guanxi, testHome } from './setup/command.js';
import { deleteAll } from './setup/database.js';
import { mutualInformation } from './setup/mutual-information.js';

/**
 * The main job on the made world that ends yesterday, by the commands that a person types; then every block of the
 * README on it: what it prints is of people and ties, which are the same whichever day the world ends.
 */

const world = join(testHome, 'world');
/** What else a first start does, so that every question has something to show. */
const LATER = [
  ['tiers', 'review'],
  ['churn', 'warn'],
  ['clusters', 'run'],
];
let truth: Truth;
let server: ApiServer;

beforeAll(async () => {
  await emptyDatabase();
  const { files } = await writeWorld({ out: world, until: lastDay(new Date(), 'Asia/Shanghai') }); // as a first start does
  truth = await readTruth(world);
  for (const args of [
    ['import', ...files],
    ['analyze'],
    ['rfm'],
    ['fraud', 'check', '--make-rewards'],
    ['clv', 'fit'],
    ['lifecycle'],
    ...LATER,
  ]) {
    const { code, err } = await guanxi(args);
    expect({ args: args[0], code, err: code === 0 ? '' : err }).toEqual({ args: args[0], code: 0, err: '' });
  }
  server = await apiServer({ GUANXI_HOME: testHome }); // the keys that the import sealed with
}, 480_000);

afterAll(async () => {
  await server.end();
  await deleteAll();
  rmSync(testHome, { recursive: true, force: true });
});

const rows = async (name: string, params = {}) =>
  told(statementOf(server.graph.library, name), await server.graph.ask(name, params), params);

test('planted leaders are those with the most influence', async () => {
  const top = (await rows('analysis/influencers', { first: 20 })).map((r) => r.customerId as string);
  expect(top.filter((id) => truth.leaders.includes(id)).length / 20).toBeGreaterThanOrEqual(0.9);
});

test('mean spend and frequency fall from the best segments of RFM to the newest, and from those that cannot be lost to the lost', async () => {
  const found = new Map((await server.graph.read('value/rfm-segments', {})).map((row) => [row.id, row]));
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
  expect(truth.bridges.slice(0, 20).filter((id) => found.includes(id)).length / 20).toBeGreaterThanOrEqual(0.9);
});

test('planted parts are told as roles: leaders heard elsewhere are KOL, the others lead their community and buy, bridges bridge', async () => {
  const of = async (kind: string) =>
    new Set((await rows('analysis/influencers', { kind, first: 200 })).map((r) => r.customerId as string));
  const [kol, koc, bridge, marginal] = [await of('KOL'), await of('KOC'), await of('BRIDGE'), await of('MARGINAL')];
  const share = (ids: readonly string[], found: ReadonlySet<string>) =>
    ids.filter((id) => found.has(id)).length / ids.length;
  expect(share(truth.voices, kol)).toBeGreaterThanOrEqual(0.8);
  expect(share([...kol], new Set(truth.voices))).toBeGreaterThanOrEqual(0.8);
  const homely = truth.leaders.filter((id) => !truth.voices.includes(id));
  expect(share(homely, koc)).toBeGreaterThanOrEqual(0.9);
  expect([...kol].filter((id) => koc.has(id))).toEqual([]);
  const first = await rows('analysis/influencers', { first: 10 });
  expect(
    first.filter(({ roles }) => (roles as string[]).some((role) => role === 'KOL' || role === 'KOC')),
  ).toHaveLength(10);
  expect(share(truth.bridges, bridge)).toBeGreaterThanOrEqual(0.9);
  expect(share(truth.marginals, marginal)).toBeGreaterThanOrEqual(0.9);
  expect(share([...marginal], new Set(truth.marginals))).toBeGreaterThanOrEqual(0.9);
});

test('communities are the planted ones', async () => {
  const { records } = await server.graph.driver.executeQuery(
    'MATCH (c:Profiled) WHERE c.communityId IS NOT NULL RETURN c.id AS id, c.communityId AS community',
  );
  const found = new Map(records.map((r) => [r.get('id') as string, r.get('community') as string]));
  expect(
    mutualInformation([...found].map(([id, community]) => [community, truth.communityOf[id]!])),
  ).toBeGreaterThanOrEqual(0.9);
});

test('a community is called by what sets it apart, or by its size', async () => {
  const { records } = await server.graph.driver.executeQuery(
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
  const { periods } = await kFactor(servicesFor(server.graph), {});
  expect([periods.at(-1)!.complete, periods.slice(1, -1).every(({ complete }) => complete)]).toEqual([false, true]);
});

test('the planted fraud ring is found, and no household is held', async () => {
  const [found, ...others] = await rows('fraud/rings');
  expect([(found!.members as string[]).sort(), others]).toEqual([[...truth.rings[0]!].sort(), []]);
  const held = (await rows('fraud/held', { first: 1000 })).map((r) => r.customerId as string);
  const ring = new Set(truth.rings.flat());
  expect(new Set(held)).toEqual(ring);
  expect(truth.households.flat().filter((id) => held.includes(id) && !ring.has(id))).toEqual([]);
});

test('seeds reach more than those who know most people, and more than people drawn at random', async () => {
  const question = `{ seedSet(input: { channel: WECHAT, budget: 20, snapshots: 500, runs: 300 }) {
    seeds { customerId } topDegree { seeds advantage { low } } random { advantage { low } } } }`;
  const { seedSet } = (await ask(server, 'marketer', question)).data;
  expect([seedSet.seeds.length, seedSet.topDegree.seeds]).toEqual([20, 20]);
  expect(seedSet.topDegree.advantage.low).toBeGreaterThan(0);
  expect(seedSet.random.advantage.low).toBeGreaterThan(100);
});

test('planted companies show who decides and every planted chain there, as far as people consent', async () => {
  const { records } = await server.graph.driver.executeQuery('MATCH (c:Profiled) RETURN c.id AS id');
  const shown = new Set(records.map((r) => r.get('id') as string));
  const services = servicesFor(server.graph);
  const companies = truth.companies.filter(({ decisionMaker }) => shown.has(decisionMaker)).slice(0, 12);
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
  const services = servicesFor(server.graph);
  const { root, edges } = truth.referrals.find((tree) => tree.edges.length >= 10)!;
  const tree = await referralTree(services, { customer: root });
  const planted = new Set(edges.map((edge) => edge.join()));
  expect(tree.people).toBeGreaterThan(edges.length / 2);
  const right = tree.members.filter(({ referrerId, customerId }) => planted.has(`${referrerId},${customerId}`));
  expect(right.length).toBeGreaterThanOrEqual(tree.members.length - 1); // a stray referral may join two trees
});

test('nothing that names a person lies open in the database', async () => {
  const header = readFileSync(join(world, 'customers.csv'), 'utf8').split('\n').slice(0, 13);
  const columns = header[0]!.split(',');
  const names = header
    .slice(1)
    .map((line) => line.split(',')[columns.indexOf('name')]!)
    .filter(Boolean);
  const { records } = await server.graph.driver.executeQuery(
    `MATCH (n:Customer|SourceRecord|Identity|Post|Event)
     WHERE any(key IN keys(n) WHERE any(name IN $names WHERE toStringOrNull(n[key]) CONTAINS name))
     RETURN count(*) AS open`,
    { names },
  );
  expect(records[0]!.get('open').toNumber()).toBe(0);
});

describe('packs for Bloom, NeoDash and Neo4j Browser', () => packsShowSomething(() => server.graph, world));

describe('what is printed', () => {
  cypherShellTakesWhatIsPrinted();
  browserTakesWhatIsPrinted();
  deskSpeaksOneLanguage(() => server);
  examplesShowSomething(() => server);
});
describe('the notebook', () => notebookIsTrue(() => server.graph));

describe('the README', () => {
  const readme = readFileSync(join(packageRoot, 'README.md'), 'utf8');
  const blocks = [...readme.matchAll(/```(\w*)\n([\s\S]*?)```/g)].map((m) => ({ kind: m[1]!, text: m[2]!.trim() }));
  const pairsOf = (kind: string) =>
    blocks.flatMap((block, at) => (block.kind === kind ? [[block.text, blocks[at + 1]!.text] as const] : []));

  test('has its Cypher as the library has it, and its output as the product prints it', async () => {
    const shown = pairsOf('cypher');
    expect(shown.length).toBeGreaterThan(0);
    for (const [text] of shown) expect([...server.graph.library.values()].map((s) => `${s.text};`)).toContain(text);
    const runs = blocks.filter((b) => b.kind === 'console');
    expect(runs.length).toBeGreaterThan(0);
    for (const { text } of runs) {
      const [first, ...printed] = text.split('\n');
      const [, name, params] = /^\$ guanxi cypher run (\S+) --params '(.*)'$/.exec(first!)!;
      expect(formatRows(await rows(name!, JSON.parse(params!)), 'table')).toBe(printed.join('\n'));
    }
  });

  test('has its GraphQL answered as it says', async () => {
    const shown = pairsOf('graphql');
    expect(shown.length).toBeGreaterThan(0);
    for (const [query, answer] of shown) {
      const { data, errors } = await ask(server, 'analyst', query);
      expect({ data, errors }).toEqual({ ...JSON.parse(answer), errors: [] });
    }
  });

  test('carries a campaign from its segment to touches, as a marketer types it', async () => {
    const typed = blocks.filter(({ kind }) => kind === 'gql').map(({ text }) => text);
    const told = [];
    for (const query of typed) {
      const { data, errors } = await ask(server, 'marketer', query);
      expect([query, errors]).toEqual([query, []]);
      told.push(data as Record<string, Record<string, unknown>>);
    }
    const [preview, created, launched, seen] = told;
    expect(preview!.audiencePreview!.mayBeContacted).toBeGreaterThan(10);
    expect(created!.createCampaign).toMatchObject({ status: 'DRAFT' });
    expect(launched!.launchCampaign!.touched).toBe(preview!.audiencePreview!.mayBeContacted);
    expect(seen!.campaign).toMatchObject({ status: 'LAUNCHED', touched: launched!.launchCampaign!.touched });
  });

  test('has the same headings and blocks in Chinese', () => {
    const chinese = readFileSync(join(packageRoot, 'README.zh-CN.md'), 'utf8');
    const headings = (text: string) =>
      [...text.matchAll(/^(#+) |^!\[.*\]\((.*)\)$/gm)].map(([, level, picture]) => level ?? picture);
    expect(headings(chinese)).toEqual(headings(readme));
    expect([...chinese.matchAll(/```\w*\n[\s\S]*?```/g)].map(([block]) => block)).toEqual(
      [...readme.matchAll(/```\w*\n[\s\S]*?```/g)].map(([block]) => block),
    );
  });

  test('names commands, settings and files that are there', async () => {
    const commands = blocks
      .filter((b) => b.kind === '')
      .flatMap((b) => b.text.split('\n'))
      .filter((line) => line.startsWith('guanxi '));
    for (const name of new Set(commands.map((line) => line.split(' ')[1]!)))
      expect((await guanxi([name, '--help'])).code).toBe(0);
    expect(readme).toContain(settingsTable());
    for (const [, path] of readme.matchAll(/\]\(([^)#:]+)\)/g))
      expect([path, existsSync(join(packageRoot, path!))]).toEqual([path, true]);
  });
});
