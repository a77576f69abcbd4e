import { getNamedType, isObjectType } from 'graphql';
import { buildSchema } from '../../src/api/schema/schema.js';
import { testDriver } from '../setup/database.js';
import { type ApiServer, apiServer, ask, emptyDatabase, LIBRARY } from './api-server.js';

let server: ApiServer;

beforeAll(async () => {
  await emptyDatabase();
  await testDriver().executeQuery(`
    UNWIND [4, 2, 5, 1, 3] AS n
    CREATE (c:Customer:Profiled {id: 'c' + n, alias: 'C-' + n, spendMinor: [null, 7, 7, null, 3, 7][n],
      joinedAt: [null, null, datetime('2026-01-01T00:00:00.000000001Z'), null, null, datetime('2026-01-01')][n]})
    WITH collect(c) AS people
    UNWIND people AS a UNWIND people AS b WITH a, b WHERE a.id < b.id
    CREATE (a)-[:KNOWS {pair: a.id + '|' + b.id, closeness: 0.5, kinds: ['FOLLOWS']}]->(b)
    CREATE (a)-[:FOLLOWS {platform: 'weibo', since: datetime('2026-01-01')}]->(b)`);
  await testDriver().executeQuery(`
    CREATE (m:Campaign {id: 'm1', name: 'm1', channel: 'SMS', purpose: 'marketing', status: 'LAUNCHED'})
      -[:HAS_VARIANT]->(v:Variant {id: 'm1|A', name: 'A'})
    CREATE (:Campaign {id: 'm2', name: 'm2'})-[:HAS_VARIANT]->(:Variant {id: 'm2|A', name: 'A'})<-[:OF_VARIANT]-(:Touch {id: 'm2|c1', campaignId: 'm2'})
    WITH v MATCH (c:Customer)
    CREATE (c)-[:RECEIVED]->(:Touch {id: 'm1|' + c.id, campaignId: 'm1', channel: 'SMS', state: 'SENT', at: datetime()})-[:OF_VARIANT]->(v)
    WITH DISTINCT 1 AS one
    CREATE (s:Segment {id: 's1', name: 's1'}) WITH s MATCH (c:Customer) CREATE (c)-[:IN_SEGMENT {since: datetime()}]->(s)`);
  server = await apiServer();
});

afterAll(() => server?.end());

test('every connection, and whatever else is paged by `after`, says in which order it is', async () => {
  const { schema } = await buildSchema(LIBRARY);
  const fields = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ at: `${type.name}.${field.name}`, field })));
  const paged = fields.filter(({ field }) => field.args.some(({ name }) => name === 'after'));
  const connections = fields.filter(({ field }) => getNamedType(field.type).name.endsWith('Connection'));
  expect(connections.length).toBeGreaterThan(30);
  const silent = [...new Set([...paged, ...connections])].filter(
    ({ field }) => !/\border\b|(newest|oldest|latest|soonest) first|`next`/i.test(field.description ?? ''),
  );
  expect(silent.map(({ at }) => at)).toEqual([]);
});

const pages = {
  customersConnection: (after: string) =>
    `{ page: customersConnection(first: 2, after: ${after}) { edges { cursor node { id } } pageInfo { endCursor } } }`,
  knowsConnection: (after: string) =>
    `{ customers(where: { id: { eq: "c3" } }) {
        page: knowsConnection(first: 2, after: ${after}) { edges { cursor node { id } } pageInfo { endCursor } } } }`,
};

test.each(Object.entries(pages))('%s gives each once, in the order of ids', async (name, query) => {
  const found: string[] = [];
  for (let after = 'null'; ; ) {
    const { data, errors } = await ask(server, 'analyst', query(after));
    expect(errors).toEqual([]);
    const { edges, pageInfo } = data.page ?? data.customers[0].page;
    if (edges.length === 0) break;
    found.push(...edges.map(({ node }: { node: { id: string } }) => node.id));
    after = JSON.stringify(pageInfo.endCursor);
  }
  expect(found).toEqual(['c1', 'c2', ...(name === 'knowsConnection' ? [] : ['c3']), 'c4', 'c5']);
});

/** Under names that are other fields', and by way of fragments. */
const aliased = (sort: string) => `query Page($after: String) {
    page: customersConnection(first: 2, after: $after, sort: ${sort}) {
      edges: totalCount totalCount: edges { node: cursor ...Named @include(if: true) }
      ... on CustomersConnection { pageInfo { hasNextPage: endCursor endCursor: hasNextPage hasPreviousPage } } } }
  fragment Named on CustomerEdge { cursor: node { who: id } }`;

async function walked(sort: string): Promise<string[]> {
  const found: string[] = [];
  for (let after: string | null = null; ; ) {
    const { data, errors } = await ask(server, 'analyst', aliased(sort), { after });
    expect(errors).toEqual([]);
    const { edges: total, totalCount: edges, pageInfo } = data.page;
    expect([total, pageInfo.hasPreviousPage]).toEqual([5, after !== null]);
    expect(edges.at(-1).node).toBe(pageInfo.hasNextPage);
    found.push(...edges.map(({ cursor }: { cursor: { who: string } }) => cursor.who));
    if (!pageInfo.endCursor) return found;
    after = pageInfo.hasNextPage;
  }
}

test.each([
  ['[{ spendMinor: DESC }, { joinedAt: ASC }]', 'c.spendMinor DESC, c.joinedAt, c.id'],
  ['[{ joinedAt: DESC, spendMinor: ASC }]', 'c.joinedAt DESC, c.spendMinor, c.id'],
])('sorted by %s each once, in the order of the database', async (sort, order) => {
  const { records } = await testDriver().executeQuery(`MATCH (c:Customer) RETURN c.id AS id ORDER BY ${order}`);
  expect(await walked(sort)).toEqual(records.map((record) => record.get('id')));
});

const packed = (...keys: unknown[]) => Buffer.from(JSON.stringify(keys)).toString('base64url');
const garbage = [
  ...['garbage', '', 'c1', 'YXJyYXljb25uZWN0aW9uOi01', 'YXJyYXljb25uZWN0aW9uOnR3bw==', 'arrayconnection:1'],
  ...[packed(['id', 'DESC', 'c1']), packed(['id', 'ASC', null]), packed(['id', 'ASC', { gt: 'c1' }])],
  ...[packed(['spendMinor', 'ASC', 'c1'], ['id', 'ASC', 'c1']), packed(['constructor', 'ASC', 'c1']), packed()],
];
test.each(Object.entries(pages))('%s refuses any other text', async (_name, query) => {
  for (const after of garbage) {
    const { errors } = await ask(server, 'analyst', query(JSON.stringify(after)));
    expect([after, errors.map(({ extensions }) => extensions?.code)]).toEqual([after, ['BAD_USER_INPUT']]);
  }
});

test('a cursor of a time that is none is refused as an argument of it is', async () => {
  const after = packed(['joinedAt', 'ASC', '2026-01-01T24:00:00Z'], ['id', 'ASC', 'c1']);
  const query = `{ customersConnection(first: 2, sort: { joinedAt: ASC }, after: "${after}") { edges { cursor } } }`;
  const { errors } = await ask(server, 'analyst', query);
  expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
});

test('one kind of connection refuses the cursor of the other', async () => {
  const [ofQuery, ofNode] = [packed(['id', 'ASC', 'c1']), 'YXJyYXljb25uZWN0aW9uOjE='];
  for (const [query, own, other] of [
    [pages.customersConnection, ofQuery, ofNode],
    [pages.knowsConnection, ofNode, ofQuery],
  ] as const) {
    expect((await ask(server, 'analyst', query(JSON.stringify(own)))).errors).toEqual([]);
    const { errors } = await ask(server, 'analyst', query(JSON.stringify(other)));
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  }
});

test.each([
  'customers(limit: 0) { id }',
  'customersConnection(first: 0) { totalCount }',
  'customers { knowsConnection(first: 0) { totalCount } }',
])('no rows are not asked for by %s, which the generated reads would take for all', async (field) => {
  const { errors } = await ask(server, 'analyst', `{ ${field} }`);
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});

test('the same by a variable, which says how to mend it', async () => {
  const query = 'query Page($after: String) { customersConnection(first: 1, after: $after) { edges { node { id } } } }';
  const { errors } = await ask(server, 'analyst', query, { after: 'garbage' });
  expect(errors).toMatchObject([
    { extensions: { code: 'BAD_USER_INPUT', hint: expect.stringContaining('endCursor') } },
  ]);
});

const lists = {
  segmentMembers: [
    (after: string) => `{ rows: segmentMembers(id: "s1", limit: 2, after: "${after}") { customerId } }`,
    'c2',
  ],
  touches: [
    (after: string) => `{ rows: touches(campaign: "m1", first: 2, after: "${after}") { customerId } }`,
    'm1|c2',
  ],
} as const;

test.each(Object.entries(lists))('%s pages by the last id, and takes no other', async (_name, [query, last]) => {
  const shown = async (after: string) => (await ask(server, 'admin', query(after))).data.rows;
  expect(await shown('')).toEqual([{ customerId: 'c1' }, { customerId: 'c2' }]);
  expect(await shown(last)).toEqual([{ customerId: 'c3' }, { customerId: 'c4' }]);
  for (const after of ['garbage', '!', 'm2|c1']) {
    const { errors } = await ask(server, 'admin', query(after));
    expect(errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', hint: expect.stringContaining('last row') } },
    ]);
  }
});

test.each([
  'auditEntries(after: 99999999) { seq }',
  'audience(segmentId: "s1", purposeId: "marketing", channel: "SMS", after: "x") { customerId }',
  'consentsToRenew(purposeId: "marketing", after: "x") { customerId }',
  'segmentMoves(since: "2026-01-01T00:00:00Z", after: "x") { key }',
])('%s is refused', async (field) => {
  const { errors } = await ask(server, 'admin', `{ ${field} }`);
  expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
});
