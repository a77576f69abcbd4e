import { testDriver } from '../setup/database.js';
import { type ApiServer, apiServer, ask, emptyDatabase, rest } from './api-server.js';

let server: ApiServer;
beforeAll(async () => {
  await emptyDatabase();
  await testDriver().executeQuery(`UNWIND ['North', 'South'] AS region UNWIND range(1, 3) AS n
    CREATE (:Customer {id: region + n, region: region})`);
  server = await apiServer();
});
afterAll(() => server?.end());

const codes = (errors: readonly { extensions?: Record<string, unknown> }[]) => errors.map((e) => e.extensions?.code);
const filter = (persons: number): string =>
  persons === 0 ? '{id: {eq: "x"}}' : `{knows: {some: ${filter(persons - 1)}}}`;

test.each([
  ['a default', `query ($w: CustomerWhere = ${filter(6)}) { customers(where: $w) { id } }`, {}],
  [
    'a variable inside a literal',
    'query ($w: CustomerWhere!) { customers(where: {AND: [{knows: {some: $w}}]}) { id } }',
    { w: JSON.parse(filter(3).replaceAll(/(\w+):/g, '"$1":')) },
  ],
  [
    'one variable in many places',
    `query ($w: [CustomerWhere!]) { ${Array.from({ length: 9 }, (_, n) => `a${n}: customers(where: {OR: $w}) { id }`).join(' ')} }`,
    { w: Array.from({ length: 300 }, (_, n) => ({ id: { eq: `c${n}` } })) },
  ],
])('a value is measured as it runs: %s', async (_what, query, variables) => {
  const { data, errors } = await ask(server, 'analyst', query, variables);
  expect([data ?? null, codes(errors)[0]]).toEqual([null, 'TOO_MUCH']);
});

test.each([
  ['limit -1', '{ customers(limit: -1) { id } }', {}],
  ['limit -1 by a variable', 'query ($n: Int) { customers(limit: $n) { id } }', { n: -1 }],
  ['limit -1 by a default', 'query ($n: Int = -1) { customers(limit: $n) { id } }', {}],
  ['offset -1', '{ customers(offset: -1) { id } }', {}],
  ['first -1', '{ customersConnection(first: -1) { edges { node { id } } } }', {}],
  ['an unknown key', 'query ($w: CustomerWhere) { customers(where: $w) { id } }', { w: { idd: { eq: 'x' } } }],
  ['__proto__', 'query ($w: CustomerWhere) { customers(where: $w) { id } }', JSON.parse('{"w": {"__proto__": {}}}')],
  ['an unknown value of an enum', 'query ($s: SortDirection!) { customers(sort: [{id: $s}]) { id } }', { s: 'ASCC' }],
  ['a lone surrogate', 'query ($id: ID!) { customer(id: $id) { id } }', { id: 'c\ud800' }],
  [
    'a lone surrogate in a filter',
    'query ($w: CustomerWhere) { customers(where: $w) { id } }',
    { w: { id: { eq: '\udfff' } } },
  ],
  ['NUL written into the document', '{ customer(id: "a\\u0000b") { id } }', {}],
])('what is no value gets a code and says why: %s', async (_what, query, variables) => {
  const { data, errors } = await ask(server, 'analyst', query, variables);
  expect(data ?? null).toBeNull();
  expect(codes(errors)[0]).toBe('BAD_USER_INPUT');
});

test('a value that does not fit its type is told by its field and never repeated', async () => {
  const query = 'mutation ($input: CreateCampaignInput!) { createCampaign(input: $input) { id } }';
  const input = { name: 'x', channel: 'SMS', segment: 'all', priority: 999_999_999_999 };
  const { errors } = await ask(server, 'marketer', query, { input });
  expect(errors[0]).toMatchObject({
    message: expect.stringMatching(/^priority: must be a whole number/),
    extensions: { code: 'BAD_USER_INPUT', faults: [{ path: 'priority', textZh: expect.stringContaining('整数') }] },
  });
  expect(JSON.stringify(errors)).not.toContain('999999999999');
});

test('in production nothing of what is right is told to who is wrong', async () => {
  const production = await apiServer({ NODE_ENV: 'production' });
  const query = 'query ($w: CustomerWhere) { customers(where: $w) { id } }';
  const { errors } = await ask(production, 'analyst', query, { w: { cityy: { eq: 'x' } } });
  expect(codes(errors)).toEqual(['BAD_USER_INPUT']);
  expect(errors[0]!.message).not.toMatch(/did you mean/i);
  expect((await ask(server, 'analyst', query, { w: { cityy: { eq: 'x' } } })).errors[0]!.message).toMatch(
    /did you mean/i,
  );
  await production.end();
});

test('ill-formed text is refused over REST as well, in the address, the query and the body', async () => {
  const headers = { 'content-type': 'application/json' };
  const body = '{"customer": "c\\ud800", "purpose": "marketing", "via": "form"}';
  const posted = await rest(server, 'admin', '/api/consents', { method: 'POST', headers, body });
  const asked = await rest(server, 'admin', '/api/questions/bridges?limit=%00');
  for (const answer of [posted, asked]) {
    expect(answer.status).toBe(400);
    expect((await answer.json()).error.code).toBe('BAD_USER_INPUT');
  }
});
