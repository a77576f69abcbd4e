import { serverAudits } from 'graphql-http';
import { type ApiServer, apiServer, emptyDatabase, rest, token } from './api-server.js';

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

test('what does not run is 400, and 200 to who accepts JSON only', async () => {
  const body = JSON.stringify({ query: 'query ($id: ID!) { customer(id: $id) { id } }' });
  const answered = async (accept: string) => {
    const headers = { 'content-type': 'application/json', accept };
    const answer = await rest(server, 'analyst', '/graphql', { method: 'POST', headers, body });
    return [answer.status, answer.headers.get('content-type'), Object.keys(await answer.json())];
  };
  const [response, json] = ['application/graphql-response+json', 'application/json'] as const;
  expect(await answered(response)).toEqual([400, `${response}; charset=utf-8`, ['errors']]);
  expect(await answered(json)).toEqual([200, `${json}; charset=utf-8`, ['errors']]);
});

test('there is a check of health beside it, and nothing else', async () => {
  expect((await rest(server, 'analyst', '/graphql/health')).status).toBe(200);
  expect((await rest(server, 'analyst', '/graphql/other')).status).toBe(404);
});
