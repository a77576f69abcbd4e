import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operationsOf } from '../../../src/api/gate/operations.js';
import { schemaOf } from '../../../src/api/schema/schema.js';
import { inScope } from '../../../src/security/index.js';
import { readPolicy, SHIPPED, usePolicy } from '../../../src/security/policy/index.js';
import { personalFields } from '../../../src/security/sealing/customer-view.js';
import { sealPerson } from '../../../src/security/sealing/person.js';
import type { Services } from '../../../src/security/services.js';
import { type ApiServer, apiServer, emptyDatabase, LIBRARY } from '../../api/api-server.js';
import { servicesAt } from '../../consent/world.js';
import { testDriver } from '../../setup/database.js';
import { everythingOf } from './cells.js';
import { limitedClient, WORLD } from './rows.setup.js';

const folder = mkdtempSync(join(tmpdir(), 'guanxi-policy-'));
let server: ApiServer;
beforeAll(async () => {
  await emptyDatabase();
  await testDriver().executeQuery(WORLD);
  const file = join(folder, 'policy.yaml');
  const departments = 'departments: { west: { regions: [四川] }, deep: { cities: [深圳] }, shop: { stores: [s1] } }';
  writeFileSync(file, readFileSync(SHIPPED, 'utf8').replace('departments: {}', departments));
  server = await apiServer({ GUANXI_POLICY: file });
});
afterAll(async () => {
  await server?.end();
  usePolicy(readPolicy());
  rmSync(folder, { recursive: true });
});

const { fetched, asked } = limitedClient(() => server);
const WEST = { department: 'west' };
const OUT = /c3|c4|C-0000003|C-0000004/;

test.each([
  [WEST, ['c1', 'c2']],
  [{ department: 'deep' }, ['c3']],
  [{ department: 'shop' }, ['c1']],
  [{ purpose: 'marketing' }, ['c1', 'c3']],
  [{ department: 'west', purpose: 'marketing' }, ['c1']],
  [{}, ['c1', 'c2', 'c3', 'c4']],
])('a viewer of %o sees %o', async (claims, ids) => {
  const query =
    '{ customers(sort: [{ id: ASC }]) { id } customersConnection { totalCount } orders { id } posts { id } }';
  const { data } = await asked(claims, query);
  expect(data).toMatchObject({ customers: ids.map((id) => ({ id })), customersConnection: { totalCount: ids.length } });
  expect([data!.orders, data!.posts].map((list) => (list as object[]).length)).toEqual([ids.length, ids.length]);
});

test.each([
  [
    'ties',
    '{ customer(id: "c1") { knows { id alias } family { id } knowsConnection { totalCount edges { node { id } } } } }',
  ],
  ['ties of ties', '{ customers { knows { knows { id family { id } } } } }'],
  ['colleagues', '{ companies { people { id } peopleConnection { totalCount edges { node { id } } } } }'],
  ['interests', '{ interests { people(limit: 10) { id } } }'],
  [
    'fragments and own filters',
    'query($w: CustomerWhere) { customers(where: $w) { ...f } } fragment f on Customer { knows(where: { region: { eq: "广东" } }) { id } id }',
  ],
  [
    'a filter that asks for them',
    '{ customers(where: { OR: [{ id: { in: ["c3", "c4"] } }, { id: { eq: "c1" } }] }) { id } }',
  ],
  ['negation', '{ customers(where: { NOT: { id: { eq: "c1" } } }) { id } }'],
  ['customer360', '{ customer360(id: "c1") { customerId closestTies { customerId alias customer { id } } } }'],
  ['a question', '{ influencers { customerId customer { id knows { id } } } }'],
  ['ties as a question', '{ tiesOf(customer: "c1") { customerId kind } }'],
  [
    'the audience',
    '{ audience(segmentId: "all", purposeId: "marketing", channel: "SMS", now: "2026-03-01T00:00:00Z") { customerId } }',
  ],
])('%s name nobody out of sight', async (_what, query) => {
  const { errors, text, data } = await asked(WEST, query, { w: { id: { in: ['c1', 'c3'] } } });
  expect(errors).toBeUndefined();
  expect(JSON.stringify(data).replaceAll(/"totalCount":\d/g, '')).not.toMatch(OUT);
  expect(text).toMatch(/c1|c2/);
  expect([...text.matchAll(/"totalCount":(\d)/g)].every(([, count]) => Number(count) <= 2)).toBe(true);
  expect((await asked({}, query)).text).toMatch(OUT);
});

test.each([
  ['that the caller leaves out', undefined],
  ['that the caller repeats', { w: { id: { in: ['c1', 'c3'] } } }],
])('the default of a variable filters as well, beside the rows in sight: one %s', async (_what, variables) => {
  const query =
    'query($w: CustomerWhere = { id: { in: ["c1", "c3"] } }) { customers(where: $w, sort: [{ id: ASC }]) { id } }';
  expect((await asked(WEST, query, variables)).data).toEqual({ customers: [{ id: 'c1' }] });
  expect((await asked({}, query, variables)).data).toEqual({ customers: [{ id: 'c1' }, { id: 'c3' }] });
  const hidden = 'query($w: CustomerWhere = { knows: { some: { id: { eq: "c3" } } } }) { customers(where: $w) { id } }';
  expect((await asked(WEST, hidden)).text).toContain('FORBIDDEN');
});

test('no operation that is open to limited rows names anybody out of sight, in any of its fields', async () => {
  const { schema } = await schemaOf(LIBRARY);
  const open = [...operationsOf(LIBRARY).values()].filter(({ limited, kind }) => limited && kind === 'query');
  expect(open.length).toBeGreaterThan(20);
  const named: string[] = [];
  for (const { name, roles } of open) {
    const { text } = await asked({ ...WEST, role: roles[0]! }, everythingOf(schema, name, { ID: '"c1"' }));
    if (OUT.test(text)) named.push(`${name}: ${text}`);
  }
  expect(named).toEqual([]);
});

test('a total that takes scope counts the customers in sight', async () => {
  const query = '{ spend { orders } }';
  expect((await asked(WEST, query)).data).toEqual({ spend: [{ orders: 2 }] });
  expect((await asked({ department: 'shop' }, query)).data).toEqual({ spend: [{ orders: 1 }] });
  expect((await asked({ purpose: 'marketing' }, query)).data).toEqual({ spend: [{ orders: 2 }] });
  expect((await asked({}, query)).data).toEqual({ spend: [{ orders: 4 }] });
  expect((await fetched(WEST, '/api/questions/spend?scope=x')).status).toBe(400);
});

test('one out of sight is as if not there', async () => {
  expect((await asked(WEST, '{ customer(id: "c3") { id } }')).data).toEqual({ customer: null });
  expect((await asked(WEST, '{ customer(id: "c3") { id knows { id } } }')).data).toEqual({ customer: null });
  for (const query of [
    '{ customer360(id: "c3") { customerId } }',
    '{ tiesOf(customer: "c3") { customerId } }',
    '{ mayContact(customer: "c3", purpose: marketing, channel: SMS) { allowed } }',
  ])
    expect((await asked(WEST, query)).errors![0]!.extensions.code).toBe('NOT_FOUND');
  expect((await fetched(WEST, '/api/customers/c3/may-contact?purpose=marketing&channel=SMS')).status).toBe(404);
  expect((await fetched({}, '/api/customers/c3/may-contact?purpose=marketing&channel=SMS')).status).toBe(200);
});

test.each([
  '{ customers(where: { knows: { some: { region: { eq: "广东" } } } }) { id } }',
  '{ customersConnection(where: { familyConnection: { some: { node: { city: { eq: "深圳" } } } } }) { totalCount } }',
  '{ orders(where: { by: { some: { id: { eq: "c3" } } } }) { id } }',
])('filtering through others is refused: %s', async (query) => {
  expect((await asked(WEST, query)).errors![0]!.extensions.code).toBe('FORBIDDEN');
  expect((await asked({}, query)).errors).toBeUndefined();
});

test('what tells of everybody is refused', async () => {
  for (const query of [
    '{ headline { customers } }',
    '{ fraudQuality { rings } }',
    '{ segments { id customers } }',
    '{ events { id } }',
  ])
    expect([query, (await asked(WEST, query)).text]).toEqual([
      query,
      expect.stringMatching(/FORBIDDEN|BAD_USER_INPUT|GRAPHQL_VALIDATION/),
    ]);
  expect((await fetched(WEST, '/api/questions/headline')).status).toBe(403);
  expect((await fetched(WEST, '/api/pictures/overview')).status).toBe(403);
});

test('REST rows and pictures leave them out too', async () => {
  const rows = await fetched(WEST, '/api/questions/influencers');
  expect([rows.status, rows.text]).toEqual([200, expect.stringMatching(/c1/)]);
  expect(rows.text).not.toMatch(OUT);
  const picture = await fetched(WEST, '/api/pictures/ties-of?customer=c1');
  expect([picture.status, picture.text]).toEqual([200, expect.stringMatching(/c2/)]);
  expect(picture.text).not.toMatch(OUT);
  expect((await fetched(WEST, '/api/pictures/ties-of?customer=c3')).status).toBe(404);
});

test('a campaign of a limited viewer touches their customers only', async () => {
  const made = await asked(
    { department: 'shop' },
    'mutation { createCampaign(input: { id: "k1", name: "k", channel: SMS, segment: "all" }) { id } }',
  );
  expect(made.errors).toBeUndefined();
  const { data, errors } = await asked(
    { department: 'shop' },
    'mutation { launchCampaign(id: "k1") { inSegment touched } }',
  );
  expect(errors).toBeUndefined();
  expect(data!.launchCampaign).toEqual({ inSegment: 1, touched: 1 });
  const { records } = await testDriver().executeQuery('MATCH (c:Customer)-[:RECEIVED]->(:Touch) RETURN c.id AS id');
  expect(records.map((row) => row.get('id'))).toEqual(['c1']);
});

test('services ask by one function, and personal fields end there too', async () => {
  const base = servicesAt(server.graph, '2026-03-01T12:00:00Z', 'admin');
  const scope = { regions: ['四川'], cities: null, stores: ['s2'], consent: null };
  const limited: Services = { ...base, viewer: { ...base.viewer, scope } };
  expect(await inScope(limited, ['c1', 'c2', 'c3', 'c4', 'nobody'])).toEqual(['c2', 'nobody']);
  expect(await inScope(base, ['c1', 'c3'])).toEqual(['c1', 'c3']);
  const { key, wrapped } = base.vault.newKey();
  const sealed = sealPerson(base.vault, key, { name: '测试甲' });
  await testDriver().executeQuery('MATCH (c:Customer) SET c.keyWrapped = $wrapped, c.sealed = $sealed', {
    wrapped,
    sealed,
  });
  const seen = await personalFields(limited, ['c2', 'c3'], ['name']);
  expect([seen.get('c2')?.name, seen.get('c3')]).toEqual(['测试甲', null]);
});

test('a department or purpose that the policy does not know comes not in', async () => {
  for (const claims of [{ department: 'moon' }, { purpose: 'privacy' }, { department: '__proto__' }])
    expect((await fetched(claims, '/api/openapi.json')).status).toBe(403);
});
