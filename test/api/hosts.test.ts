import { request } from 'node:http';
import { endpoints } from '../../src/api/http/endpoints.js';
import { readConfig } from '../../src/config.js';
import { type ApiServer, apiServer, emptyDatabase } from './api-server.js';

let server: ApiServer;

/** Every route: those of the app, and each entry that is declared. */
const ROUTES = [
  ...['/', '/graphql', '/graphql/health', '/mcp', '/livez', '/readyz', '/metrics', '/preferences', '/preferences/link'],
  ...['/api/openapi.json', '/api/docs', '/api/questions/headline', '/api/pictures/overview', '/nothing'],
  ...endpoints.map(({ path }) => path),
];

beforeAll(async () => {
  await emptyDatabase();
  server = await apiServer({ NODE_ENV: 'development', ALLOWED_HOSTS: 'crm.example.com' });
});

afterAll(() => server?.end());

test.each(['127.0.0.1', 'localhost:4000', '[::1]:80', 'crm.example.com', 'CRM.example.com:443'])(
  'a request under %s is answered on every route',
  async (host) => {
    expect((await under(host, '/livez')).status).toBe(200);
    expect((await under(host, '/api/openapi.json')).status).not.toBe(403);
  },
);

test.each(['elsewhere.example', '10.1.2.3', '', 'localhost.elsewhere.example'])(
  'a request under "%s" gets no page, no token and no answer',
  async (host) => {
    for (const path of ROUTES) {
      const { status, body } = await under(host, path);
      expect([path, status]).toEqual([path, 403]);
      expect(body).not.toMatch(/eyJ|token/);
    }
  },
);

test('the page of this machine holds a token; that of a server which others reach needs GUANXI_OPEN and holds none', async () => {
  expect((await under('localhost', '/graphql')).body).toMatch(/Bearer eyJ/);
  expect(() => readConfig({ HOST: '0.0.0.0' })).toThrow(/GUANXI_OPEN=1/);
  const open = await apiServer({ NODE_ENV: 'development', HOST: '0.0.0.0', GUANXI_OPEN: '1' });
  const page = await under('127.0.0.1', '/graphql', open.port);
  await open.end();
  expect(page.status).toBe(200);
  expect(page.body).not.toMatch(/Bearer eyJ/);
});

test.each(['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'])(
  'whom a proxy passes on, as %s tells, gets the page without a token',
  async (name) => {
    const { status, body } = await under('localhost', '/graphql', server.port, { [name]: '10.0.0.1' });
    expect([status, /Bearer eyJ/.test(body)]).toEqual([200, false]);
  },
);

/** Node's fetch sets its own Host. */
function under(
  host: string,
  path: string,
  port = server.port,
  more: Record<string, string> = {},
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const headers = { host, accept: 'text/html', ...more };
    const asking = request({ host: '127.0.0.1', port, path, headers, setHost: false }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      response.on('end', () => resolve({ status: response.statusCode!, body }));
    });
    asking.on('error', reject).end();
  });
}
