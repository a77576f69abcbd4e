import { request } from 'node:http';
import { readConfig } from '../../src/config.js';
import { type ApiServer, apiServer, emptyDatabase } from './api-server.js';

const DEVELOPMENT = { NODE_ENV: 'development', ALLOWED_HOSTS: 'guanxi.example.com' };
let server: ApiServer;

beforeAll(async () => {
  await emptyDatabase();
  server = await apiServer(DEVELOPMENT);
});
afterAll(() => server?.end());

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** As a browser would that was told another name for our address: fetch sets Host itself. */
function get(
  path: string,
  headers: Record<string, string> = {},
  at: Pick<ApiServer, 'port'> = server,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port: at.port, path, headers, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () => resolve({ status: response.statusCode!, body }));
    });
    asking.on('error', reject).end();
  });
}

const PAGE = { accept: 'text/html' };
const TOKEN = /Bearer [\w-]+\.[\w-]+\.[\w-]+/;

describe.each(['/graphql', '/api/openapi.json', '/livez', '/readyz', '/metrics', '/preferences/x', '/'])(
  '%s',
  (path) => {
    it.each([
      'evil.example',
      'evil.example:4000',
      '127.0.0.1.evil.example',
      'localhost@evil.example',
      '10.1.2.3',
      '[::2]',
    ])('answers nobody who asks for %s', async (host) => {
      const { status, body } = await get(path, { host, ...PAGE });
      expect(status).toBe(403);
      expect(body).toContain('FORBIDDEN');
      expect(body).not.toMatch(TOKEN);
    });
  },
);

test.each(['localhost', 'LOCALHOST:1', '127.0.0.1', '[::1]:4000', 'guanxi.example.com'])(
  'a name of its own lets a request in: %s',
  async (host) => expect((await get('/livez', { host })).status).toBe(200),
);

test.each([
  ['from this machine', {}, true],
  ['by a name on the list', { host: 'guanxi.example.com' }, false],
  ['by a proxy', { 'x-forwarded-for': '10.0.0.1' }, false],
  ['by a proxy that says Forwarded', { forwarded: 'for=10.0.0.1' }, false],
])('the development page holds a token only for who asks %s', async (_who, headers, holds) => {
  const { status, body } = await get('/graphql', { ...PAGE, ...headers });
  expect([status, TOKEN.test(body)]).toEqual([200, holds]);
});

test('a server that others reach gives no page a token, and answers by the address it was reached by', async () => {
  const open = await apiServer({ ...DEVELOPMENT, HOST: '0.0.0.0', GUANXI_OPEN: '1' });
  const { status, body } = await get('/graphql', PAGE, open);
  expect([status, TOKEN.test(body)]).toEqual([200, false]);
  expect((await get('/livez', { host: 'evil.example' }, open)).status).toBe(403);
  await open.end();
});

test('outside production other machines are let in only when that was meant', () => {
  const open = (env: Record<string, string>) => () => readConfig(env);
  expect(open({ HOST: '0.0.0.0' })).toThrow(
    expect.objectContaining({ kind: 'CONFIG', hint: expect.stringContaining('GUANXI_OPEN') }),
  );
  expect(open({ HOST: '0.0.0.0', GUANXI_OPEN: '1' })).not.toThrow();
  expect(open({ HOST: '0.0.0.0', NODE_ENV: 'production' })).not.toThrow();
  expect(open({ HOST: '::1' })).not.toThrow();
});
