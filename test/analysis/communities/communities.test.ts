import { runAnalysis } from '../../../src/analysis/index.js';
import { readTold } from '../../../src/insight/index.js';
import { type ApiServer, apiServer, ask, emptyDatabase } from '../../api/api-server.js';
import { servicesFor, writeNetwork } from '../karate.js';

let server: ApiServer;

const rows = async (statement: string, params = {}) =>
  (await server.graph.driver.executeQuery(statement, params)).records.map((r) => r.toObject());
const analyze = () => runAnalysis(servicesFor(server.graph));
/** Everybody of a circle knows everybody. */
const circle = (name: string, size: number) =>
  Array.from({ length: size }, (_, a) =>
    Array.from({ length: a }, (_, b): [string, string] => [`${name}${b}`, `${name}${a}`]),
  ).flat();
const idOf = async (customer: string) =>
  (await rows('MATCH (c:Customer {id: $customer}) RETURN c.communityId AS id', { customer }))[0]!.id as string;

beforeAll(async () => {
  await emptyDatabase();
  server = await apiServer();
  await writeNetwork(server.graph, [...circle('h', 6), ...circle('t', 6), ['h0', 't0']]);
  await rows(`
    CREATE (hike:Interest {id: 'I1', name: 'Hiking', nameZh: '徒步'}), (tea:Interest {id: 'I2', name: 'Tea', nameZh: '茶道'})
    CREATE (noodles:Product {id: 'P1', name: 'Noodles', nameZh: '面'})
    MERGE (marketing:Purpose {id: 'marketing'})
    WITH * MATCH (c:Customer)
    SET c.city = CASE WHEN c.id STARTS WITH 'h' THEN '苏州' ELSE '西安' END, c.rfmSegment = 'champions'
    FOREACH (i IN CASE WHEN c.id STARTS WITH 'h' THEN [hike] ELSE [tea] END | CREATE (c)-[:INTERESTED_IN {weight: 1.0}]->(i))
    FOREACH (n IN CASE WHEN c.id IN ['h0', 'h1', 'h2'] THEN [1] ELSE [] END |
      CREATE (c)-[:PLACED]->(:Order {id: c.id, amountMinor: 1000, currency: 'CNY', at: datetime()})-[:CONTAINS]->(noodles)
      CREATE (c)-[:CONSENTS_TO {key: c.id, channel: 'SMS', since: datetime()}]->(marketing))`);
});

afterAll(() => server.end());

test('communities are named by what their members share, in English and Chinese', async () => {
  expect(await analyze()).toMatchObject({ communities: 2, born: 2, merged: 0, split: 0 });
  const found = await server.graph.read('analysis/communities', {});
  expect(found.map(({ name, nameZh }) => [name, nameZh]).sort()).toEqual([
    ['Hiking · Suzhou · Noodles', '徒步 · 苏州 · 面'],
    ['Tea · Xi’an', '茶道 · 西安'],
  ]);
});

test('a profile says size, value, leaders, lifecycle, topics with lift and who may be written to', async () => {
  const id = await idOf('h0');
  const { data, errors } = await ask(
    server,
    'marketer',
    `query ($id: ID!) { communityProfile(id: $id) { id name size ties density consentMarketing why
      value { currency orders spendMinor buyers } leaders { customerId } segments { segment members share }
      topics { kind topic topicZh share lift } } }`,
    { id },
  );
  expect(errors).toEqual([]);
  const [profile] = data.communityProfile;
  expect(profile).toMatchObject({ id, size: 6, ties: 15, density: 1, consentMarketing: 3 });
  expect(profile.value).toEqual([{ currency: 'CNY', orders: 3, spendMinor: 3000, buyers: 3 }]);
  expect(profile.leaders[0]).toEqual({ customerId: 'h0' });
  expect(profile.segments).toEqual([{ segment: 'champions', members: 6, share: 1 }]);
  const hiking = { kind: 'interest', topic: 'Hiking', topicZh: '徒步', share: 1, lift: 2 };
  expect(profile.topics).toContainEqual(hiking);
  expect(profile.why).toContain('6 people with 15 ties between them');
});

test('a name that a person gave stays; a made one stays while it is true', async () => {
  const id = await idOf('t0');
  const mutation = 'mutation ($id: ID!, $name: String!) { nameCommunity(id: $id, name: $name) { id name nameZh } }';
  expect((await ask(server, 'service', mutation, { id, name: 'x' })).errors[0]!.extensions!.code).toBe('FORBIDDEN');
  expect((await ask(server, 'analyst', mutation, { id, name: ' ' })).errors[0]!.extensions!.code).toBe(
    'BAD_USER_INPUT',
  );
  expect((await ask(server, 'analyst', mutation, { id: 'none', name: 'x' })).errors[0]!.extensions!.code).toBe(
    'NOT_FOUND',
  );
  const given = { id, name: 'Tea friends', nameZh: 'Tea friends' };
  expect((await ask(server, 'marketer', mutation, { id, name: 'Tea friends' })).data.nameCommunity).toEqual(given);
  await analyze();
  const names = (await server.graph.read('analysis/communities', {})).map(({ name }) => name).sort();
  expect(names).toEqual(['Hiking · Suzhou · Noodles', 'Tea friends']);
});

test('a merger and then a split are told, with why', async () => {
  const [h, t] = [await idOf('h0'), await idOf('t0')];
  const all = ['h', 't'].flatMap((name) => Array.from({ length: 6 }, (_, at) => `${name}${at}`));
  await rows(
    `UNWIND $all AS a UNWIND $all AS b MATCH (x:Customer {id: a}), (y:Customer {id: b}) WHERE a < b
     MERGE (x)-[k:KNOWS {pair: a + '|' + b}]->(y) ON CREATE SET k.closeness = 0.5, k.extra = true`,
    { all },
  );
  expect(await analyze()).toMatchObject({ communities: 1, merged: 1, split: 0, born: 0, closed: 1 });
  const [merged] = await readTold(server.graph, 'analysis/community-changes', {});
  expect(merged).toMatchObject({ kind: 'MERGED', members: 12, into: [await idOf('h0')] });
  expect([...merged!.from].sort()).toEqual([h, t].sort());
  expect(merged!.why).toMatch(/^large parts of .*Tea friends.* are now together in/);
  await rows('MATCH ()-[k:KNOWS {extra: true}]->() DELETE k');
  expect(await analyze()).toMatchObject({ communities: 2, merged: 0, split: 1, born: 1 });
  const { data, errors } = await ask(server, 'analyst', '{ communityChanges { kind from into members run why } }');
  expect(errors).toEqual([]);
  expect(data.communityChanges).toMatchObject([{ kind: 'SPLIT', from: [merged!.into[0]], members: 12 }]);
  const before = await ask(server, 'analyst', 'query ($run: String) { communityChanges(run: $run) { kind } }', {
    run: merged!.run,
  });
  expect(before.data.communityChanges).toEqual([{ kind: 'MERGED' }]);
});

test('the picture shows what members share', async () => {
  const picture = await server.graph.picture('analysis/community-profile.picture', { community: await idOf('h0') });
  expect(picture.ties.length).toBe(6);
});
