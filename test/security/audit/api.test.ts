import { ask } from '../../api/api-server.js';
import { db, entries, FIND, find, NAME, PHONE, people } from './people.setup.js';

const BREAK = `mutation Break($customer: ID!, $fields: [PersonalField!]!, $reason: String!) {
  breakGlass(customer: $customer, fields: $fields, reason: $reason) { customerId alert fields { field value } }
}`;
const REASON = 'the customer fainted in the shop, the ambulance asks';

const own = people();

test('a lookup finds by the exact value in any spelling, masks what the role may not see, and is recorded found or not', async () => {
  const found = await ask(own.server, 'service', FIND, find('0086 199-0000-1234'));
  expect(found.errors).toEqual([]);
  expect(found.data.findCustomer).toEqual({
    found: true,
    remaining: 2,
    why: 'one customer has this PHONE',
    customers: [{ customerId: 'c1', verified: true, customer: { alias: 'C-1', name: '甲*' } }],
  });
  const none = await ask(own.server, 'service', FIND, find(19900009999));
  expect(none.data.findCustomer).toMatchObject({ found: false, remaining: 1, customers: [] });
  expect(await entries('LOOKED_UP')).toMatchObject([
    { viewer: 'test-service', purpose: 'asks about an order', customers: ['c1'], detail: '{"kind":"PHONE","found":1}' },
    { viewer: 'test-service', customers: [], detail: '{"kind":"PHONE","found":0}' },
  ]);
});

test('over the limit of a day nobody is found, also of many at once; others still may', async () => {
  const all = await Promise.all(Array.from({ length: 5 }, () => ask(own.server, 'service', FIND, find(PHONE))));
  const codes = all.map(({ errors }) => errors[0]?.extensions?.code ?? 'found');
  expect(codes.sort()).toEqual(['RATE_LIMITED', 'RATE_LIMITED', 'RATE_LIMITED', 'RATE_LIMITED', 'found']);
  expect((await ask(own.server, 'admin', FIND, find(PHONE))).data.findCustomer.customers[0].customer.name).toBe(NAME);
});

test('who may not is refused, and no refusal repeats the value', async () => {
  for (const role of ['analyst', 'marketer'] as const)
    expect((await ask(own.server, role, FIND, find(PHONE))).errors[0]!.extensions!.code).toBe('FORBIDDEN');
  const wrong = [
    find({ phone: PHONE }),
    find([PHONE]),
    find(`x${PHONE}y`),
    find(PHONE, `they called from ${PHONE}`),
    find(`${PHONE} at ${PHONE}`, 'asks', 'EMAIL'),
  ];
  for (const variables of wrong) {
    const { errors } = await ask(own.server, 'privacy-officer', FIND, variables);
    expect(errors[0]!.extensions!.code).toBe('BAD_USER_INPUT');
    expect(JSON.stringify(errors)).not.toContain('1990000');
  }
  const inline = `mutation { findCustomer(kind: PHONE, value: {n: "${PHONE}"}, purpose: "asks") { found } }`;
  expect(JSON.stringify((await ask(own.server, 'admin', inline)).errors)).not.toContain('1990000');
  expect(JSON.stringify(own.server.lines)).not.toContain('1990000');
  const kept = await db('MATCH (n) WHERE n:AuditEntry OR n:Alert RETURN properties(n) AS p');
  expect(JSON.stringify(kept)).not.toContain('1990000');
});

test('break-glass opens once, with a reason, an entry and an alert; the next ordinary read is masked again', async () => {
  const opened = await ask(own.server, 'service', BREAK, { customer: 'c1', fields: ['name', 'phone'], reason: REASON });
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
  expect((await ask(own.server, 'service', '{ customer(id: "c1") { name } }')).data.customer.name).toBe('甲*');

  const list = '{ accessAlerts(status: OPEN) { id rule severity viewer why note } }';
  expect((await ask(own.server, 'privacy-officer', list)).data.accessAlerts).toEqual([
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
  expect((await ask(own.server, 'admin', acknowledge)).errors[0]!.extensions!.code).toBe('FORBIDDEN');
  expect((await ask(own.server, 'privacy-officer', acknowledge)).data.acknowledgeAlert).toEqual({ id: alert });
  expect((await ask(own.server, 'privacy-officer', acknowledge)).errors[0]!.extensions!.code).toBe('CONFLICT');
  expect((await ask(own.server, 'privacy-officer', list)).data.accessAlerts).toEqual([]);
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
  const { data, errors } = await ask(own.server, role, BREAK, variables);
  expect([data, errors[0]!.extensions!.code]).toEqual([null, code]);
  expect(JSON.stringify(errors)).not.toContain(NAME);
  expect(await entries('BREAK_GLASS')).toHaveLength(1);
});

test('whoever looked for a colleague is found, once', async () => {
  const check = 'mutation { checkAccess(days: 1) { found raised changed } }';
  const first = (await ask(own.server, 'privacy-officer', check)).data.checkAccess;
  expect(first.raised).toBeGreaterThan(0);
  expect((await ask(own.server, 'admin', check)).data.checkAccess).toEqual({
    found: first.found,
    raised: 0,
    changed: 0,
  });
  const { accessAlerts } = (await ask(own.server, 'admin', '{ accessAlerts(viewer: "test-service") { rule why } }'))
    .data;
  expect(accessAlerts).toContainEqual({ rule: 'COLLEAGUES', why: expect.stringContaining('works at the own company') });
});

test('officers page through the audit by viewer, action and time, without a personal value; others may not', async () => {
  const query = `query List($after: Int, $action: String) {
    auditEntries(first: 2, after: $after, viewer: "test-service", action: $action, since: "2020-01-01T00:00:00Z") { seq viewer action customers }
    auditState { seq entries unchained intact }
  }`;
  const pages: { seq: number; viewer: string; action: string }[] = [];
  for (let after: number | undefined; ; after = pages.at(-1)!.seq) {
    const { data } = await ask(own.server, 'privacy-officer', query, { after, action: 'LOOKED_UP' });
    pages.push(...data.auditEntries);
    if (data.auditEntries.length < 2) break;
  }
  expect(pages.map(({ viewer, action }) => `${viewer} ${action}`)).toEqual(Array(3).fill('test-service LOOKED_UP'));
  expect(pages.map(({ seq }) => seq)).toEqual(pages.map(({ seq }) => seq).sort((a, b) => b - a));
  const { auditState } = (await ask(own.server, 'admin', query)).data;
  expect(auditState).toMatchObject({ entries: auditState.seq, unchained: 0, intact: null });
  for (const role of ['service', 'analyst', 'marketer'] as const)
    expect((await ask(own.server, role, query)).errors[0]!.extensions!.code).toBe('FORBIDDEN');
});
