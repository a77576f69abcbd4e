import { ROLES, type Role } from '../../src/kernel/role.js';
import { sealPerson } from '../../src/security/sealing/person.js';
import { type ApiServer, apiServer, ask, emptyDatabase, rest } from '../api/api-server.js';
import { run } from '../consent/world.js';

let server: ApiServer;
const NAME = '测试丙丁';

beforeAll(async () => {
  await emptyDatabase();
  server = await apiServer();
  for (const id of ['a1', 'a2', 'a3']) {
    const { key, wrapped } = server.vault.newKey();
    const sealed = sealPerson(server.vault, key, { name: NAME });
    await run(server.graph, 'CREATE (:Customer {id: $id, alias: $id, keyWrapped: $wrapped, sealed: $sealed})', {
      id,
      wrapped,
      sealed,
    });
  }
});
afterAll(() => server?.end());

const post = async (role: Role, path: string, body: unknown) => {
  const headers = { 'content-type': 'application/json' };
  const response = await rest(server, role, path, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
};
const get = async (role: Role, path: string) => {
  const response = await rest(server, role, path);
  return { status: response.status, body: await response.json() };
};
const edges = async () =>
  (await run(server.graph, 'MATCH (c)-[r:CONSENTS_TO]->(p) RETURN r.key AS key ORDER BY key')).map((r) => r.key);

const RECORD = `mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { eventId recorded held ended forgotten } }`;
const MAY = `query ($c: ID!) { mayContact(customer: $c, purpose: marketing, channel: SMS) { allowed reason text textZh consentSince until textVersion } }`;
const PREVIEW = `{ audiencePreview(segment: "all", channel: SMS) { inSegment mayBeContacted leftOut { reason count text textZh } sample { customerId customer { id name } } } }`;
const CREATE = `mutation ($input: CreateCampaignInput!) { createCampaign(input: $input) { id status variants { name share touched } } }`;
const LAUNCH = `mutation ($id: ID!) { launchCampaign(id: $id) { status already inSegment touched alreadyTouched leftOut { reason count } } }`;

test('from consent to launch and back, over GraphQL', async () => {
  const input = {
    eventId: 'e1',
    customerId: 'a1',
    purpose: 'marketing',
    channel: 'SMS',
    via: 'form',
    at: '2026-01-05T08:00:00+08:00',
    until: '2126-01-05T00:00:00Z',
    textVersion: '1',
  };
  const first = await ask(server, 'service', RECORD, { input });
  expect(first.errors).toEqual([]);
  expect(first.data.recordConsent).toEqual({ eventId: 'e1', recorded: true, held: 1, ended: 0, forgotten: false });
  expect((await ask(server, 'service', RECORD, { input })).data.recordConsent).toMatchObject({ recorded: false });
  expect((await ask(server, 'marketer', MAY, { c: 'a1' })).data.mayContact).toEqual({
    allowed: true,
    reason: 'CONSENTED',
    text: 'consent was given on 2026-01-05',
    textZh: '已于 2026-01-05 同意',
    consentSince: '2026-01-05T00:00:00.000Z',
    until: '2126-01-05T00:00:00.000Z',
    textVersion: '1',
  });
  await ask(server, 'service', RECORD, { input: { ...input, eventId: 'e2', customerId: 'a2' } });

  const preview = await ask(server, 'marketer', PREVIEW);
  expect(preview.errors).toEqual([]);
  expect(preview.data.audiencePreview).toMatchObject({ inSegment: 3, mayBeContacted: 2 });
  expect(preview.data.audiencePreview.sample).toEqual(
    ['a1', 'a2'].map((customerId) => ({ customerId, customer: { id: customerId, name: '测*' } })),
  );
  const opened = await ask(server, 'admin', PREVIEW);
  expect(opened.data.audiencePreview.sample[0].customer.name).toBe(NAME);
  expect(
    await run(server.graph, "MATCH (e:AuditEntry {action: 'OPENED'}) RETURN e.role AS role, e.customers AS customers"),
  ).toEqual([{ role: 'admin', customers: ['a1', 'a2'] }]);
  expect((await ask(server, 'analyst', PREVIEW)).data.audiencePreview).toMatchObject({ inSegment: 3, sample: [] });

  const plan = {
    id: 'k',
    name: 'Spring',
    purpose: 'marketing',
    channel: 'SMS',
    segment: 'all',
    costMinor: 5000,
    currency: 'CNY',
  };
  const made = await ask(server, 'marketer', CREATE, { input: plan });
  expect(made.errors).toEqual([]);
  expect(made.data.createCampaign).toEqual({
    id: 'k',
    status: 'DRAFT',
    variants: [{ name: 'A', share: 1, touched: 0 }],
  });
  const withdraw = `mutation { withdrawConsent(input: {customerId: "a2", purpose: marketing, via: "reply"}) { ended } }`;
  expect((await ask(server, 'service', withdraw)).data.withdrawConsent).toEqual({ ended: 1 });
  expect(await edges()).toEqual(['a1|marketing|SMS']);
  const launched = await ask(server, 'marketer', LAUNCH, { id: 'k' });
  expect(launched.errors).toEqual([]);
  expect(launched.data.launchCampaign).toMatchObject({ status: 'LAUNCHED', already: false, inSegment: 3, touched: 1 });
  expect((await ask(server, 'marketer', LAUNCH, { id: 'k' })).data.launchCampaign).toMatchObject({
    already: true,
    touched: 0,
    alreadyTouched: 1,
  });
  expect(await run(server.graph, 'MATCH (c)-[:RECEIVED]->(t:Touch) RETURN c.id AS id, t.id AS touch')).toEqual([
    { id: 'a1', touch: 'k|a1' },
  ]);
});

test('the same over REST, with times as text', async () => {
  const given = {
    eventId: 'r1',
    customerId: 'a3',
    purpose: 'research',
    channel: 'MAIL',
    via: 'api',
    at: '2026-02-01T00:00:00Z',
  };
  expect(await post('service', '/api/consents', given)).toMatchObject({
    status: 200,
    body: { recorded: true, held: 1 },
  });
  const may = '/api/customers/a3/may-contact?purpose=research&channel=MAIL';
  expect((await get('service', may)).body).toMatchObject({ allowed: true, consentSince: '2026-02-01T00:00:00.000Z' });
  const audience = { segment: 'all', purpose: 'research', channel: 'MAIL' };
  expect((await post('marketer', '/api/audiences/preview', audience)).body).toMatchObject({
    inSegment: 3,
    mayBeContacted: 1,
    sample: [{ customerId: 'a3' }],
  });
  const plan = { id: 'r', name: 'Survey', ...audience, variants: [{ name: 'A', share: 1 }] };
  expect(await post('marketer', '/api/campaigns', plan)).toMatchObject({
    status: 200,
    body: { id: 'r', status: 'DRAFT' },
  });
  expect((await post('marketer', '/api/campaigns/r/launch', {})).body).toMatchObject({ touched: 1, inSegment: 3 });
  expect((await get('analyst', '/api/campaigns/r')).body).toMatchObject({ status: 'LAUNCHED', touched: 1 });
  await post('service', '/api/consents/withdraw', { customerId: 'a3', purpose: 'research', via: 'api' });
  expect((await get('service', may)).body).toMatchObject({ allowed: false, reason: 'WITHDRAWN' });
});

test.each([
  ['recordConsent', RECORD, ['admin', 'service', 'privacy-officer']],
  ['mayContact', MAY, ['admin', 'marketer', 'service', 'privacy-officer']],
  ['audiencePreview', PREVIEW, ['admin', 'marketer', 'analyst']],
  ['launchCampaign', LAUNCH, ['admin', 'marketer']],
  ['createCampaign', CREATE, ['admin', 'marketer']],
])('%s is for its roles only', async (_name, operation, allowed) => {
  const consent = { customerId: 'a1', purpose: 'research', channel: 'CALL', via: 'api', eventId: 'roles' };
  const campaign = { name: 'n', channel: 'SMS', segment: 'all', idempotencyKey: 'roles' };
  const input = operation === CREATE ? campaign : consent;
  for (const role of ROLES) {
    const { errors } = await ask(server, role, operation, { input, c: 'a1', id: 'k' });
    const forbidden = errors.some((e) => e.extensions?.code === 'FORBIDDEN');
    expect([role, forbidden]).toEqual([role, !allowed.includes(role)]);
  }
});

test('wrong input is named, and what does not exist is said', async () => {
  expect(
    await post('service', '/api/consents', { customerId: 'a1', purpose: 'selling', channel: 'SMS', at: 'soon' }),
  ).toMatchObject({
    status: 400,
    body: { error: { code: 'BAD_USER_INPUT', message: expect.stringMatching(/purpose.*at.*via/) } },
  });
  expect(await get('service', '/api/customers/zz/may-contact?purpose=marketing&channel=SMS')).toMatchObject({
    body: { allowed: false, reason: 'UNKNOWN_CUSTOMER' },
  });
  expect(await post('marketer', '/api/campaigns/zz/launch', {})).toMatchObject({ status: 404 });
  expect(await post('marketer', '/api/audiences/preview', { segment: 'zz', channel: 'SMS' })).toMatchObject({
    status: 404,
  });
});

test('the OpenAPI document names every endpoint, with its times', async () => {
  const { body } = await get('service', '/api/openapi.json');
  expect(Object.keys(body.paths)).toEqual(
    expect.arrayContaining([
      '/api/customers/{id}/may-contact',
      '/api/consents',
      '/api/consents/withdraw',
      '/api/audiences/preview',
      '/api/campaigns',
      '/api/campaigns/{id}/launch',
      '/api/campaigns/{id}',
    ]),
  );
  const query = body.paths['/api/campaigns'].get.parameters.find(({ name }: { name: string }) => name === 'journeys');
  expect(query.schema.type).toBe('boolean');
  expect((await get('marketer', '/api/campaigns?journeys=true')).status).toBe(200);
  const at = body.paths['/api/consents'].post.requestBody.content['application/json'].schema.properties.at;
  expect(JSON.stringify(at)).toContain('date-time');
});
