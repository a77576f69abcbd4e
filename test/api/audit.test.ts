import { serverAudits } from 'graphql-http';
import { type ApiServer, apiServer, emptyDatabase, token } from './api-server.js';

let server: ApiServer;

beforeAll(async () => {
  await emptyDatabase();
  server = await apiServer();
});

afterAll(() => server?.end());

test('every audit of graphql-http passes', async () => {
  const authorization = `Bearer ${await token('analyst')}`;
  const fetchFn = (url: string, init: RequestInit = {}) =>
    fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), authorization } });
  const audits = serverAudits({ url: `${server.url}/graphql`, fetchFn });
  const results = await Promise.all(audits.map(async (audit) => ({ name: audit.name, result: await audit.fn() })));
  const failed = results.filter(({ result }) => result.status !== 'ok');
  expect(audits.length).toBeGreaterThan(50);
  expect(failed.map(({ name, result }) => `${name}: ${'reason' in result ? result.reason : ''}`)).toEqual([]);
});
