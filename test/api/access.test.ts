import { createHmac } from 'node:crypto';
import { ROLES } from '../../src/kernel/role.js';
import { type ApiServer, apiServer, ask, emptyDatabase, rest, token } from './api-server.js';

let server: ApiServer;

beforeAll(async () => {
  await emptyDatabase();
  server = await apiServer();
});

afterAll(() => server?.end());

const post = (authorization?: string, body = '{"query":"{ customers { id } }"}') =>
  fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
    body,
  });

function handMade(header: object, claims: object, secret?: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part(header)}.${part(claims)}`;
  return `${text}.${secret === undefined ? '' : createHmac('sha512', secret).update(text).digest('base64url')}`;
}

describe('who may come in', () => {
  it.each(ROLES)('lets a token of role %s read', async (role) => {
    expect((await ask(server, role, '{ customers { id } }')).data).toEqual({ customers: [] });
  });

  it('answers nothing but health without a token', async () => {
    for (const path of ['/livez', '/readyz']) expect((await fetch(server.url + path)).status).toBe(200);
    for (const path of [
      '/graphql?query={__typename}',
      '/graphql',
      '/graphql/health',
      '/api/openapi.json',
      '/api/questions/rfm',
      '/api/x',
    ])
      expect([path, (await fetch(server.url + path)).status]).toEqual([path, 401]);
    const answer = await post();
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  const soon = () => Math.floor(Date.now() / 1000) + 600;
  const refused: [string, () => Promise<string> | string, number][] = [
    ['text that is no token', () => 'hello', 401],
    ['a token that has expired', () => token('admin', { seconds: -60 }), 401],
    [
      'a token signed with another secret',
      () => token('admin', { secret: 'another secret, also 32 characters long' }),
      401,
    ],
    [
      'a token without signature (alg none)',
      () => handMade({ alg: 'none' }, { sub: 'x', role: 'admin', exp: soon() }),
      401,
    ],
    [
      'a token by another algorithm',
      () =>
        handMade(
          { alg: 'HS512' },
          { sub: 'x', role: 'admin', exp: soon() },
          'a secret of the tests, 32 characters or more',
        ),
      401,
    ],
    ['a token of a role that is not known', () => token('boss'), 403],
    ['a token with an altered role', async () => altered(await token('service')), 401],
  ];
  it.each(refused)('refuses %s', async (_what, make, status) => {
    const answer = await post(`Bearer ${await make()}`);
    expect(answer.status).toBe(status);
    const body = await answer.text();
    expect(JSON.parse(body).errors[0].extensions.hint).toEqual(expect.any(String));
    expect(body).not.toMatch(/node_modules|at \w+ \(/);
  });

  function altered(jwt: string): string {
    const [header, , signature] = jwt.split('.');
    const claims = Buffer.from(JSON.stringify({ role: 'admin', sub: 'x', exp: soon() })).toString('base64url');
    return `${header}.${claims}.${signature}`;
  }

  it('requires an end, a subject, and the issuer and audience that are set', async () => {
    const strict = await apiServer({ JWT_ISSUER: 'https://login.example.com/', JWT_AUDIENCE: 'guanxi' });
    expect((await rest(strict, 'admin', '/api/openapi.json')).status).toBe(401);
    await strict.end();
  });
});

describe('the rate of one viewer', () => {
  it('is limited, told in headers, and apart from the others', async () => {
    const slow = await apiServer({ RATE_LIMIT: '3' });
    const asRole = (sub: string) =>
      token('analyst', { sub }).then((jwt) =>
        fetch(`${slow.url}/api/openapi.json`, { headers: { authorization: `Bearer ${jwt}` } }),
      );
    const first = await asRole('one');
    expect([first.headers.get('ratelimit-limit'), first.headers.get('ratelimit-remaining')]).toEqual(['3', '2']);
    await asRole('one');
    await asRole('one');
    const fourth = await asRole('one');
    expect(fourth.status).toBe(429);
    expect(await fourth.json()).toMatchObject({
      error: { code: 'RATE_LIMITED', hint: expect.stringMatching(/try again in \d+ s/) },
    });
    expect(Number(fourth.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await asRole('two')).status).toBe(200);
    await slow.end();
  });
});

describe('the log', () => {
  it('says who and what by role and operation, never by token, variables or subject', async () => {
    const jwt = await token('marketer', { sub: 'somebody-secret' });
    await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${jwt}` },
      body: JSON.stringify({
        query: 'query Find($id: ID!) { customer(id: $id) { id } }',
        variables: { id: 'person-13800' },
      }),
    });
    const line = server.lines.filter(({ message }) => message === 'request').at(-1)!;
    expect(line.fields).toMatchObject({
      method: 'POST',
      route: '/graphql',
      operation: 'Find',
      status: 200,
      role: 'marketer',
    });
    expect(line.fields.requestId).toEqual(expect.any(String));
    expect(JSON.stringify(server.lines)).not.toMatch(new RegExp(`somebody-secret|person-13800|${jwt.slice(-20)}`));
  });
});
