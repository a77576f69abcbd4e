import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../../src/kernel/root.js';
import { nameTokens } from '../../../src/privacy/index.js';
import { type ApiServer, apiServer, ask, askAs, emptyDatabase, token } from '../../api/api-server.js';
import { testDriver } from '../../setup/database.js';

const folder = mkdtempSync(join(tmpdir(), 'guanxi-find-'));
let server: ApiServer;
const PHONE = '+8619900001234';
const NAME = '甲测试';
const FIND = `mutation Find($kind: LookupKind!, $value: PersonalValue!, $purpose: String!) {
  findCustomer(kind: $kind, value: $value, purpose: $purpose) {
    found remaining why customers { customerId verified customer { alias name } }
  }
}`;
const BREAK = `mutation Break($customer: ID!, $fields: [PersonalField!]!, $reason: String!) {
  breakGlass(customer: $customer, fields: $fields, reason: $reason) { customerId alert fields { field value } }
}`;
const SEARCH = `mutation Search($name: PersonalValue!, $first: Int, $purpose: String!) {
  searchCustomers(name: $name, first: $first, purpose: $purpose) {
    found remaining why customers { customerId match customer { name } }
  }
}`;
const NAMES = ['单晓', '单晓明', '善小', 'Shan Xiao', '王单'];
const REASON = 'the customer fainted in the shop, the ambulance asks';

beforeAll(async () => {
  await emptyDatabase();
  const policy = join(folder, 'policy.yaml');
  const shipped = readFileSync(join(packageRoot, 'src/privacy/policy/policy.yaml'), 'utf8');
  writeFileSync(policy, shipped.replace('departments: {}', 'departments: { east: { regions: [East] } }'));
  server = await apiServer({ LOOKUPS_PER_DAY: '3', OWN_COMPANY: 'own', GUANXI_POLICY: policy });
  const named = NAMES.map((name, n) => {
    const { key, wrapped } = server.vault.newKey();
    const sealed = { nameSealed: server.vault.seal(key, 'name', name), nameTokens: nameTokens(server.vault, name) };
    return {
      id: `n${n}`,
      keyWrapped: wrapped,
      keyId: server.vault.keyId,
      region: n % 2 === 0 ? 'East' : 'West',
      ...sealed,
    };
  });
  await db('UNWIND $named AS row CREATE (c:Customer) SET c = row', { named });
  await db('CALL db.awaitIndexes()');
  const { key, wrapped } = server.vault.newKey();
  const lookup = server.vault.lookup('PHONE', PHONE);
  await db(
    `CREATE (c:Customer {id: 'c1', alias: 'C-1', keyWrapped: $wrapped, keyId: $keyId, nameSealed: $name, phoneSealed: $phone})
     CREATE (c)-[:HAS_IDENTITY {verified: true}]->(:Identity {key: 'PHONE|' + $lookup, kind: 'PHONE', lookup: $lookup})
     CREATE (c)-[:WORKS_AT]->(:Company {id: 'own'})
     CREATE (:Customer {id: 'gone', alias: 'C-2'})`,
    {
      wrapped,
      keyId: server.vault.keyId,
      lookup,
      name: server.vault.seal(key, 'name', NAME),
      phone: server.vault.seal(key, 'phone', PHONE),
    },
  );
});
afterAll(async () => {
  await server?.end();
  rmSync(folder, { recursive: true, force: true });
});

async function db(cypher: string, params: object = {}): Promise<Record<string, unknown>[]> {
  const { records } = await testDriver().executeQuery(cypher, params);
  return records.map((record) => record.toObject());
}

const entries = (action: string) =>
  db(
    `MATCH (e:AuditEntry {action: $action}) RETURN e.viewer AS viewer, e.purpose AS purpose, e.customers AS customers,
       e.fields AS fields, e.detail AS detail ORDER BY e.seq`,
    { action },
  );

const find = (value: unknown, purpose = 'asks about an order', kind = 'PHONE') => ({ kind, value, purpose });

test('a look-up finds by the exact value in any spelling, masks what the role may not see, and is recorded found or not', async () => {
  const found = await ask(server, 'service', FIND, find('0086 199-0000-1234'));
  expect(found.errors).toEqual([]);
  expect(found.data.findCustomer).toEqual({
    found: true,
    remaining: 2,
    why: 'one customer has this PHONE',
    customers: [{ customerId: 'c1', verified: true, customer: { alias: 'C-1', name: '甲*' } }],
  });
  const none = await ask(server, 'service', FIND, find(19900009999));
  expect(none.data.findCustomer).toMatchObject({ found: false, remaining: 1, customers: [] });
  expect(await entries('LOOKED_UP')).toMatchObject([
    { viewer: 'test-service', purpose: 'asks about an order', customers: ['c1'], detail: '{"kind":"PHONE","found":1}' },
    { viewer: 'test-service', customers: [], detail: '{"kind":"PHONE","found":0}' },
  ]);
});

test('a name is found exactly, by its beginning and by pinyin, in this order, masked and in the rows of the viewer only', async () => {
  let asked = 0; // each on a day of their own
  const search = async (name: unknown, role = 'admin', claims = {}) => {
    const { data, errors } = await askAs(server, await token(role, { sub: `searcher-${asked++}`, ...claims }), SEARCH, {
      name,
      purpose: 'asks at the till',
    });
    return errors.length > 0 ? errors[0]!.extensions!.code : data.searchCustomers;
  };
  const rows = async (name: unknown, role?: string, claims?: object) =>
    (await search(name, role, claims)).customers.map((c: { customerId: string; match: string }) => [
      c.customerId,
      c.match,
    ]);
  expect(await rows('单晓')).toEqual([
    ['n0', 'EXACT'],
    ['n1', 'PREFIX'],
  ]);
  expect(await rows('shan xiao')).toEqual([
    ['n3', 'EXACT'],
    ['n0', 'PINYIN'],
    ['n1', 'PINYIN'],
    ['n2', 'PINYIN'],
  ]);
  expect(await rows('sx')).toHaveLength(3);
  expect(await rows('SHAN')).toHaveLength(4);
  expect(await rows('单', 'admin', { department: 'east' })).toEqual([['n0', 'PREFIX']]);
  expect(await search('单晓明', 'service')).toMatchObject({
    customers: [{ customer: { name: '单*' } }],
    remaining: 2,
  });
  expect(await search('丁', 'service')).toMatchObject({ found: false, why: 'no customer has a name like this' });
  for (const bad of ['', 's', '7', ['单'], { name: '单' }]) expect(await search(bad)).toBe('BAD_USER_INPUT');
  for (const role of ['analyst', 'marketer']) expect(await search('单晓', role)).toBe('FORBIDDEN');
  const kept = JSON.stringify([server.lines, await db('MATCH (e:AuditEntry) RETURN properties(e) AS p')]);
  expect(kept).toContain('NAME');
  for (const name of ['单晓', 'Shan', 'shan']) expect(kept).not.toContain(name);
});

test('a search by name takes of the same day, and the URL never carries one', async () => {
  const bearer = await token('service', { sub: 'searcher' });
  const once = () => askAs(server, bearer, SEARCH, { name: '单', purpose: 'asks at the till' });
  for (const left of [2, 1, 0]) expect((await once()).data.searchCustomers.remaining).toBe(left);
  expect((await once()).errors[0]!.extensions!.code).toBe('RATE_LIMITED');
  const url = `${server.url}/graphql?query=${encodeURIComponent(SEARCH)}&variables=${encodeURIComponent('{"name":"单","purpose":"asks"}')}`;
  const got = await fetch(url, { headers: { authorization: `Bearer ${bearer}`, 'x-graphql-yoga-csrf': '1' } });
  expect(got.status).toBe(405);
  expect(JSON.stringify(server.lines)).not.toContain('单');
});

test('over the limit of a day nobody is found, also of many at once; others still may', async () => {
  const all = await Promise.all(Array.from({ length: 5 }, () => ask(server, 'service', FIND, find(PHONE))));
  const codes = all.map(({ errors }) => errors[0]?.extensions?.code ?? 'found');
  expect(codes.sort()).toEqual(['RATE_LIMITED', 'RATE_LIMITED', 'RATE_LIMITED', 'RATE_LIMITED', 'found']);
  expect((await ask(server, 'admin', FIND, find(PHONE))).data.findCustomer.customers[0].customer.name).toBe(NAME);
});

test('who may not is refused, and no refusal repeats the value', async () => {
  for (const role of ['analyst', 'marketer'] as const)
    expect((await ask(server, role, FIND, find(PHONE))).errors[0]!.extensions!.code).toBe('FORBIDDEN');
  const wrong = [
    find({ phone: PHONE }),
    find([PHONE]),
    find(`x${PHONE}y`),
    find(PHONE, `they called from ${PHONE}`),
    find(`${PHONE} at ${PHONE}`, 'asks', 'EMAIL'),
  ];
  for (const variables of wrong) {
    const { errors } = await ask(server, 'privacy-officer', FIND, variables);
    expect(errors[0]!.extensions!.code).toBe('BAD_USER_INPUT');
    expect(JSON.stringify(errors)).not.toContain('1990000');
  }
  const inline = `mutation { findCustomer(kind: PHONE, value: {n: "${PHONE}"}, purpose: "asks") { found } }`;
  expect(JSON.stringify((await ask(server, 'admin', inline)).errors)).not.toContain('1990000');
  expect(JSON.stringify(server.lines)).not.toContain('1990000');
  const kept = await db('MATCH (n) WHERE n:AuditEntry OR n:Alert RETURN properties(n) AS p');
  expect(JSON.stringify(kept)).not.toContain('1990000');
});

test('break-glass opens once, with a reason, an entry and an alert; the next ordinary read is masked again', async () => {
  const opened = await ask(server, 'service', BREAK, { customer: 'c1', fields: ['name', 'phone'], reason: REASON });
  expect(opened.errors).toEqual([]);
  const { alert, ...answer } = opened.data.breakGlass;
  expect(answer).toEqual({
    customerId: 'c1',
    fields: [
      { field: 'name', value: NAME },
      { field: 'phone', value: PHONE },
    ],
  });
  expect(await entries('BREAK_GLASS')).toEqual([
    { viewer: 'test-service', purpose: 'integration', customers: ['c1'], fields: ['name', 'phone'], detail: REASON },
  ]);
  expect((await ask(server, 'service', '{ customer(id: "c1") { name } }')).data.customer.name).toBe('甲*');

  const list = '{ accessAlerts(status: OPEN) { id rule severity viewer why note } }';
  expect((await ask(server, 'privacy-officer', list)).data.accessAlerts).toEqual([
    {
      id: alert,
      rule: 'BREAK_GLASS',
      severity: 'HIGH',
      viewer: 'test-service',
      why: expect.stringContaining(REASON),
      note: null,
    },
  ]);
  const acknowledge = `mutation { acknowledgeAlert(id: "${alert}", note: "spoke with the shop") { id } }`;
  expect((await ask(server, 'admin', acknowledge)).errors[0]!.extensions!.code).toBe('FORBIDDEN');
  expect((await ask(server, 'privacy-officer', acknowledge)).data.acknowledgeAlert).toEqual({ id: alert });
  expect((await ask(server, 'privacy-officer', acknowledge)).errors[0]!.extensions!.code).toBe('CONFLICT');
  expect((await ask(server, 'privacy-officer', list)).data.accessAlerts).toEqual([]);
  expect(await entries('ALERT_ACKNOWLEDGED')).toHaveLength(1);
});

test.each([
  ['a short reason', 'service', { customer: 'c1', fields: ['name'], reason: 'because' }, 'BAD_USER_INPUT'],
  [
    'the name in the reason',
    'service',
    { customer: 'c1', fields: ['name'], reason: `${REASON}: ${NAME}` },
    'BAD_USER_INPUT',
  ],
  ['an erased person', 'marketer', { customer: 'gone', fields: ['name'], reason: REASON }, 'NOT_FOUND'],
  ['an analyst', 'analyst', { customer: 'c1', fields: ['name'], reason: REASON }, 'FORBIDDEN'],
] as const)('break-glass refuses %s, and opens and records nothing', async (_what, role, variables, code) => {
  const { data, errors } = await ask(server, role, BREAK, variables);
  expect([data, errors[0]!.extensions!.code]).toEqual([null, code]);
  expect(JSON.stringify(errors)).not.toContain(NAME);
  expect(await entries('BREAK_GLASS')).toHaveLength(1);
});

test('whoever looked for a colleague is found, once', async () => {
  const check = 'mutation { checkAccess(days: 1) { found raised changed } }';
  const first = (await ask(server, 'privacy-officer', check)).data.checkAccess;
  expect(first.raised).toBeGreaterThan(0);
  expect((await ask(server, 'admin', check)).data.checkAccess).toEqual({ found: first.found, raised: 0, changed: 0 });
  const { accessAlerts } = (await ask(server, 'admin', '{ accessAlerts(viewer: "test-service") { rule why } }')).data;
  expect(accessAlerts).toContainEqual({ rule: 'COLLEAGUES', why: expect.stringContaining('works at the own company') });
});

test('officers page through the audit by viewer, action and time, without a personal value; others may not', async () => {
  const query = `query List($after: Int, $action: String) {
    auditEntries(first: 2, after: $after, viewer: "test-service", action: $action, since: "2020-01-01T00:00:00Z") { seq viewer action customers }
    auditState { seq entries unchained intact }
  }`;
  const pages: { seq: number; viewer: string; action: string }[] = [];
  for (let after: number | undefined; ; after = pages.at(-1)!.seq) {
    const { data } = await ask(server, 'privacy-officer', query, { after, action: 'LOOKED_UP' });
    pages.push(...data.auditEntries);
    if (data.auditEntries.length < 2) break;
  }
  expect(pages.map(({ viewer, action }) => `${viewer} ${action}`)).toEqual(Array(3).fill('test-service LOOKED_UP'));
  expect(pages.map(({ seq }) => seq)).toEqual(pages.map(({ seq }) => seq).sort((a, b) => b - a));
  const { auditState } = (await ask(server, 'admin', query)).data;
  expect(auditState).toMatchObject({ entries: auditState.seq, unchained: 0, intact: null });
  for (const role of ['service', 'analyst', 'marketer'] as const)
    expect((await ask(server, role, query)).errors[0]!.extensions!.code).toBe('FORBIDDEN');
});

test('an officer changes both kinds of keys in parts, and everybody is still found; nobody else may', async () => {
  const rotate = 'mutation { rotateMasterKey(most: 2) { id made rewrapped left } }';
  const reindex = `mutation R($rotate: Boolean, $after: ID) {
    reindexPeople(rotate: $rotate, after: $after, most: 4) { id made customers left retired next }
  }`;
  const status = '{ keyStatus { masterKeys { id state customers } findingKeys { id state identities names } } }';
  for (const role of ['service', 'analyst', 'marketer'] as const)
    for (const query of [rotate, reindex, status, 'mutation { retireMasterKey(id: "0a1b2c3d") { id } }'])
      expect((await ask(server, role, query)).errors[0]!.extensions!.code).toBe('FORBIDDEN');

  const before = (await ask(server, 'admin', status)).data.keyStatus;
  const first = (await ask(server, 'admin', rotate)).data.rotateMasterKey;
  expect(first).toMatchObject({ made: true, rewrapped: 6, left: 0 }); // a batch at least
  const former = before.masterKeys[0].id as string;
  const retire = 'mutation R($id: ID!) { retireMasterKey(id: $id) { id } }';
  expect((await ask(server, 'admin', retire, { id: former })).data.retireMasterKey).toEqual({ id: former });
  expect((await ask(server, 'admin', retire, { id: former })).errors[0]!.extensions!.code).toBe('NOT_FOUND');

  const one = (await ask(server, 'privacy-officer', reindex, { rotate: true })).data.reindexPeople;
  expect(one).toMatchObject({ made: true, customers: 4, left: null, next: 'n2' });
  const two = (await ask(server, 'privacy-officer', reindex, { rotate: true, after: one.next })).data.reindexPeople;
  expect(two).toMatchObject({ id: one.id, made: false, customers: 2, left: 0, next: null });
  expect(two.retired).toEqual([before.findingKeys[0].id]);
  const after = (await ask(server, 'admin', status)).data.keyStatus;
  expect(after.findingKeys[0]).toEqual({ id: one.id, state: 'HASHES', identities: 1, names: 6 });
  expect(after.masterKeys[0]).toEqual({ id: first.id, state: 'WRAPS', customers: 6 });
  const bearer = await token('admin', { sub: 'after the change' });
  expect((await askAs(server, bearer, FIND, find(PHONE))).data.findCustomer.found).toBe(true);
  const { searchCustomers } = (await askAs(server, bearer, SEARCH, { name: '单晓', purpose: 'asks at the till' })).data;
  expect(searchCustomers.customers).toHaveLength(2);
});
