import { testDriver } from '../setup/database.js';
import { type ApiServer, apiServer, ask, emptyDatabase, rest, token } from './api-server.js';

let server: ApiServer;

beforeAll(async () => {
  await emptyDatabase();
  await testDriver().executeQuery(`UNWIND range(1, 60) AS n CREATE (:Customer {id: 'c' + n})`);
  await testDriver().executeQuery(`MATCH (a:Customer), (b:Customer) WHERE a.id < b.id
    CREATE (a)-[:KNOWS {pair: a.id + '|' + b.id, closeness: 0.5}]->(b)`);
  server = await apiServer({ QUERY_TIMEOUT_MS: '1500' });
});

afterAll(() => server?.end());

const nested = (persons: number, innermost: string): string =>
  persons === 0 ? innermost : `knows { ${nested(persons - 1, innermost)} }`;
const filter = (persons: number): object =>
  persons === 0 ? { id: { eq: 'nobody' } } : { knows: { some: filter(persons - 1) } };
const codes = (errors: readonly { extensions?: Record<string, unknown> }[]) => errors.map((e) => e.extensions?.code);

describe('a document', () => {
  it('may be as deep as people ask, and no deeper', async () => {
    expect((await ask(server, 'analyst', `{ customer(id: "none") { ${nested(3, 'id')} } }`)).errors).toEqual([]);
    const deep = await ask(server, 'analyst', `{ customer(id: "c1") { ${nested(12, 'id')} } }`);
    expect([deep.status, codes(deep.errors)[0]]).toEqual([400, 'TOO_MUCH']);
  });

  it.each<[string, string]>([
    ['aliases', `{ ${Array.from({ length: 40 }, (_, n) => `a${n}: customers { id }`).join(' ')} }`],
    ['directives', `{ customers { id ${'@include(if: true) '.repeat(30)} } }`],
    ['tokens', `{ ${'customers { id } '.repeat(600)} }`],
    ['fields by fragments that grow', growing(12)],
    [
      'values written into it',
      `{ customers(where: ${JSON.stringify(filter(6)).replaceAll(/"(\w+)":/g, '$1:')}) { id } }`,
    ],
    [
      'cost',
      `{ customersConnection(first: 1000) { edges { node { knowsConnection(first: 1000) { edges { node { id alias } } } } } } }`,
    ],
  ])('is bounded in %s', async (_what, query) => {
    const { status, data, errors } = await ask(server, 'analyst', query);
    expect(status).toBe(400);
    expect(data).toBeUndefined();
    expect(errors.length).toBeGreaterThan(0);
  });

  function growing(levels: number): string {
    const fragments = Array.from(
      { length: levels },
      (_, n) => `fragment f${n} on Customer { ${n === 0 ? 'id alias' : `...f${n - 1} a${n}: id ...f${n - 1}`} }`,
    );
    return `{ customers { ...f${levels - 1} } } ${fragments.join(' ')}`;
  }
});

describe('variables', () => {
  const query = 'query ($where: CustomerWhere) { customers(where: $where) { id } }';
  it.each<[string, unknown]>([
    ['deep', filter(6)],
    ['wide', { OR: Array.from({ length: 3000 }, (_, n) => ({ id: { eq: `c${n}` } })) }],
    ['long', { id: { eq: 'x'.repeat(30_000) } }],
  ])('may not be too %s', async (_what, where) => {
    const { status, errors } = await ask(server, 'analyst', query, { where });
    expect([status, codes(errors)]).toEqual([400, ['TOO_MUCH']]);
  });

  it('may walk over two persons', async () => {
    expect((await ask(server, 'analyst', query, { where: filter(2) })).errors).toEqual([]);
  });
});

describe('a statement', () => {
  it('that runs too long is stopped in the database, and says so', async () => {
    const query =
      '{ customers(limit: 1000) { knows(limit: 1000) { knows(limit: 1000) { knows(limit: 1000) { knows(limit: 1000) { id } } } } } }';
    const started = Date.now();
    const { data, errors } = await ask(server, 'analyst', query);
    expect(codes(errors)).toEqual(['TIMEOUT']);
    expect(data ?? null).toBeNull();
    expect(Date.now() - started).toBeLessThan(10_000);
    const { records } = await testDriver().executeQuery(
      "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'KNOWS' AND NOT currentQuery STARTS WITH 'SHOW' RETURN count(*) AS running",
    );
    expect(Number(records[0]!.get('running'))).toBe(0);
  });
});

describe('a body', () => {
  it('may have 1 MB', async () => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ query: '{ __typename }', extensions: { filler: 'x'.repeat(1_100_000) } });
    const graphql = await rest(server, 'admin', '/graphql', { method: 'POST', headers, body });
    expect(graphql.status).toBe(413);
    const api = await rest(server, 'admin', '/api/anything', { method: 'POST', headers, body });
    expect([api.status, (await api.json()).error.code]).toEqual([413, 'TOO_MUCH']);
  });

  it.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'])(
    'may not be %s',
    async (type) => {
      const body = type.startsWith('multipart')
        ? '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{"query":"mutation { analyze { id } }"}\r\n--x--'
        : 'query=mutation%20%7B%20analyze%20%7B%20id%20%7D%20%7D';
      for (const path of ['/graphql', '/api/consents']) {
        const answer = await rest(server, 'admin', path, { method: 'POST', headers: { 'content-type': type }, body });
        expect([path, answer.status >= 400 && answer.status < 500]).toEqual([path, true]);
        expect(await answer.text()).toContain('application/json');
      }
    },
  );

  it.each(['', 'null', '[', '{"query": 1}', '{"query": "{ __typename }", "more": 1}'])(
    'that is no request for an operation is refused in the form of the product: %s',
    async (body) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await rest(server, 'admin', '/graphql', { method: 'POST', headers, body });
      const { errors } = await answer.json();
      expect([answer.status, codes(errors), typeof errors[0].extensions.hint]).toEqual([
        400,
        ['BAD_USER_INPUT'],
        'string',
      ]);
    },
  );

  it('may not be a batch', async () => {
    const body = JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]);
    const answer = await rest(server, 'admin', '/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(answer.status).toBe(400);
  });
});

describe('other origins', () => {
  it('may call only when they are on the list', async () => {
    const listed = await apiServer({ CORS_ORIGINS: 'https://desk.example.com' });
    const preflight = (origin: string) =>
      fetch(`${listed.url}/graphql`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST' },
      });
    expect((await preflight('https://desk.example.com')).headers.get('access-control-allow-origin')).toBe(
      'https://desk.example.com',
    );
    expect((await preflight('https://other.example.com')).headers.get('access-control-allow-origin')).toBeNull();
    await listed.end();
  });

  it('cannot mutate by GET', async () => {
    const answer = await rest(server, 'admin', '/graphql?query=mutation%7B__typename%7D');
    expect(answer.status).toBe(405);
  });
});

describe('production', () => {
  let production: ApiServer;
  beforeAll(async () => {
    production = await apiServer({ NODE_ENV: 'production' });
  });
  afterAll(() => production?.end());

  it('tells neither its schema nor the names of its fields, and has no GraphiQL', async () => {
    const introspection = await ask(production, 'admin', '{ __schema { types { name } } }');
    expect([introspection.status, introspection.data]).toEqual([400, undefined]);
    const typo = await ask(production, 'admin', '{ custmers { id } }');
    expect(typo.errors[0]!.message).not.toMatch(/customers/);
    const page = await fetch(`${production.url}/graphql`, { headers: { accept: 'text/html' } });
    expect(page.status).toBe(401);
  });

  it('needs a secret of its own', async () => {
    await expect(apiServer({ NODE_ENV: 'production', JWT_SECRET: '' })).rejects.toMatchObject({ kind: 'CONFIG' });
  });
});

test('every answer carries the security headers', async () => {
  const answer = await fetch(`${server.url}/livez`, { headers: { authorization: `Bearer ${await token('admin')}` } });
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('x-powered-by')).toBeNull();
});
