import fc from 'fast-check';
import { formToken, signedLink } from '../../../src/consent/preferences/link.js';
import { encode } from '../../../src/graph/library/codec.js';
import { testDriver } from '../../setup/database.js';
import { type ApiServer, apiServer, ask, emptyDatabase, rest } from '../api-server.js';

const HALF = 'c\ud800';

let server: ApiServer;

beforeAll(async () => {
  await emptyDatabase();
  server = await apiServer({ RATE_LIMIT: '100000' });
  const alias = server.vault.alias('c1');
  await testDriver().executeQuery("CREATE (:Customer {id: 'c1', alias: $alias, keyWrapped: 'k'})", { alias });
});

afterAll(() => server?.end());

const CONSENT = `mutation C($id: ID!) {
  recordConsent(input: { customerId: $id, purpose: marketing, channel: SMS, via: "x" }) { eventId }
}`;

test('half of a character is refused at every entry, and nothing of it is stored', async () => {
  const byVariable = await ask(server, 'admin', CONSENT, { id: HALF });
  const byLiteral = await ask(server, 'admin', '{ customer(id: "c\\ud800") { id } }');
  expect(byVariable.errors[0]!.message).toMatch(/half of a character/);
  expect(byLiteral.errors[0]!.message).toMatch(/Invalid Unicode/);
  const body = { customerId: HALF, purpose: 'marketing', channel: 'SMS', via: 'x' };
  const init = { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  expect((await rest(server, 'admin', '/api/consents', init)).status).toBe(400);
  expect(() => encode({ kind: 'string', nullable: false }, HALF)).toThrow(/half of a character/);
  const { records } = await testDriver().executeQuery('MATCH (n:ConsentEvent) RETURN count(n) AS n');
  expect(Number(records[0]!.get('n'))).toBe(0);
});

test('bytes that are no UTF-8 are refused at every door, and not kept as another text', async () => {
  const broken = (text: string) => Uint8Array.from(text.replaceAll('?', '\xff'), (one) => one.charCodeAt(0));
  const consent = '{"customerId": "c1", "purpose": "marketing", "channel": "SMS", "via": "a?b"}';
  const query = `{ customer(id: "c?1") { id } }`;
  const tool =
    '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"tiesOf","arguments":{"customer":"c?"}}}';
  const bodies: readonly (readonly [string, Uint8Array<ArrayBuffer>, string])[] = [
    ['/graphql', broken(JSON.stringify({ query })), 'application/json'],
    ['/api/consents', broken(consent), 'application/json'],
    ['/api/consents', Uint8Array.from(Buffer.from(consent, 'utf16le')), 'application/json; charset=utf-16le'],
    ['/mcp', broken(tool), 'application/json'],
  ];
  for (const [path, body, type] of bodies) {
    const headers = { 'content-type': type, accept: 'application/json, text/event-stream' };
    const answer = await rest(server, 'admin', path, { method: 'POST', body, headers });
    expect([path, answer.status, await answer.text()]).toEqual([path, 400, expect.stringMatching(/UTF-8/)]);
  }
  for (const path of [
    '/api/customers/c%FF/may-contact',
    '/api/questions/tiesOf?customer=c%ED%A0%80',
    '/graphql?query=%FF',
  ])
    expect([path, (await rest(server, 'admin', path)).status]).toEqual([path, 400]);
  const { records } = await testDriver().executeQuery('MATCH (n:ConsentEvent) RETURN count(n) AS n');
  expect(Number(records[0]!.get('n'))).toBe(0);
});

test('what is nested deeper than calls can be is refused at every door that takes JSON', async () => {
  const deep = `${'['.repeat(300_000)}${']'.repeat(300_000)}`;
  const tool = `{"name":"influencers","arguments":{"segment":${deep}}}`;
  const doors: readonly (readonly [string, string])[] = [
    [
      '/graphql',
      `{"query":"query ($w: CustomerWhere) { customers(where: $w) { id } }","variables":{"w":{"AND":${deep}}}}`,
    ],
    ['/api/orders', `{"rows":${deep}}`],
    ['/api/deliveries', `{"events":[{"deliveryId":${deep}}]}`],
    ['/mcp', `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":${tool}}`],
  ];
  for (const [path, body] of doors) {
    const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
    const answer = await rest(server, 'admin', path, { method: 'POST', body, headers });
    expect([path, answer.status < 500, /UNEXPECTED|call stack/.test(await answer.text())]).toEqual([path, true, false]);
  }
  expect(server.lines.filter(({ message }) => message === 'unexpected')).toEqual([]);
});

test.each([() => 1, Symbol('x'), { a: [() => 1] }])('what is no value never reaches the driver', (value) => {
  expect(() => encode({ kind: 'map', nullable: false }, value)).toThrow(/cannot be stored/);
  expect(() => encode({ kind: 'integer', nullable: false }, Number.NaN)).toThrow(/whole number/);
});

test('names that every object has are no buttons of the preference page, and the next request goes on', async () => {
  const link = signedLink(server.vault, 'c1', new Date(Date.now() + 3_600_000));
  for (const act of ['constructor', '__proto__', 'toString', 'hasOwnProperty:marketing:SMS']) {
    const form = new URLSearchParams({
      form: formToken(server.vault, link, { now: new Date(), nonce: act.replaceAll(/\W/g, '') }),
      do: act,
    });
    const answer = await fetch(`${server.url}/preferences/${link}`, { method: 'POST', body: form, redirect: 'manual' });
    expect([act, answer.status]).toEqual([act, 400]);
    expect((await ask(server, 'admin', '{ customer(id: "c1") { id } }')).data).toEqual({ customer: { id: 'c1' } });
  }
});

test.each([
  ['too many fields', 'a=1&'.repeat(500), 'application/x-www-form-urlencoded', 413],
  ['more bytes than a form has', 'x'.repeat(5_000), 'multipart/form-data; boundary=x', 413],
  ['a coding that nobody reads', 'do=x', 'application/x-www-form-urlencoded; charset=x-unknown', 400],
])('a form of a stranger with %s is refused', async (_what, body, type, status) => {
  const init = { method: 'POST', headers: { 'content-type': type }, body };
  expect((await fetch(`${server.url}/preferences/x`, init)).status).toBe(status);
  expect(server.lines.filter(({ message }) => message === 'unexpected')).toEqual([]);
});

test('whatever is sent for the arguments of an operation, no answer is unexpected', async () => {
  const text = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom('', '__proto__', HALF, '\0', '9'.repeat(400), '$x'),
  );
  const value = fc.oneof(
    text,
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(text, { maxLength: 3 }),
  );
  const queries = [
    'query Q($a: ID!) { customer(id: $a) { id name } }',
    'query Q($a: ID!) { customer360(id: $a) { person { city } } }',
    'query Q($a: Int) { influencers(first: $a) { customerId } }',
    'query Q($a: String) { rfm(segment: $a) { customerId } }',
    'query Q($a: ID!) { mayContact(customer: $a, purpose: marketing, channel: SMS) { allowed } }',
    'query Q($a: DateTime) { risers(since: $a) { customerId } }',
    'query Q($a: String!) { customers(where: { city: { eq: $a } }) { id } }',
    CONSENT.replaceAll('$id', '$a'),
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...queries), value, async (query, a) => {
      const { errors = [] } = await ask(server, 'admin', query, { a });
      expect(errors.map(({ extensions }) => extensions?.code)).not.toContain('UNEXPECTED');
    }),
    { numRuns: 300 },
  );
});
const TIMES = [
  '2026-01-01T24:00:00Z',
  '2026-02-30T00:00:00Z',
  '2026-01-01T00:00:00+99:99',
  '2026-01-01T00:00:00[Mars/Base]',
  '1e3',
];

test.each(TIMES)('the time %s is refused before the database would blame the statement', async (a) => {
  const asked = 'communities(where: { since: { gte: TIME } }) { id }';
  const given = await ask(server, 'admin', `query Q($a: DateTime) { ${asked.replace('TIME', '$a')} }`, { a });
  const written = await ask(server, 'admin', `{ ${asked.replace('TIME', JSON.stringify(a))} }`);
  const codes = [given, written].map(({ errors }) => errors?.[0]?.extensions?.code);
  expect(codes).toEqual(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']);
});
