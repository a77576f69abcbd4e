import { z } from 'zod';
import { REST_EXAMPLES } from '../../src/api/examples/rest.js';
import { endpoints, signedEndpoints } from '../../src/api/http/endpoints.js';
import { publishedQuestions } from '../../src/api/schema/published.js';
import { questionQuery } from '../../src/api/schema/question-zod.js';
import { triedExamples } from '../../src/graph/library/tried.js';
import { type ApiServer, apiServer, emptyDatabase, LIBRARY } from './api-server.js';

let server: ApiServer;

beforeAll(async () => {
  await emptyDatabase();
  server = await apiServer({ NODE_ENV: 'development' });
});

afterAll(() => server?.end());

test('in development the page opens in a browser of this machine, with nothing from elsewhere', async () => {
  const response = await fetch(`${server.url}/api/docs`);
  const html = await response.text();
  expect([response.status, response.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
  expect(html).not.toMatch(/<script|<link|src=|@import/);
  expect([...html.matchAll(/https?:\/\/[^/'"]+/g)].filter(([url]) => url !== server.url)).toEqual([]);
  for (const { method, path } of endpoints) expect(html).toContain(`${method.toUpperCase()} ${path}`);
  expect(html).toContain('/api/questions/influencers');
  expect(html).toMatch(/curl -s .*tiesOf\?customer=/);
});

test('it is in the language that is asked for or that the browser prefers, each operation with its summary in it', async () => {
  const page = async (query: string, language = 'en') =>
    (await fetch(`${server.url}/api/docs${query}`, { headers: { 'accept-language': language } })).text();
  const [english, chinese] = [await page(''), await page('?lang=zh')];
  expect(await page('', 'zh-CN,en;q=0.5')).toBe(chinese);
  for (const { summary, summaryZh } of [...endpoints, ...signedEndpoints])
    expect([summary, english.includes(`<p>${summary} `), chinese.includes(`<p>${summaryZh} `)]).toEqual([
      summary,
      true,
      true,
    ]);
  for (const [name, { titleZh }] of publishedQuestions(LIBRARY))
    expect([name, titleZh !== null && chinese.includes(`<p>${titleZh} `)]).toEqual([name, true]);
  expect(chinese).toContain('<html lang="zh">');
});

test('it is not for others without a token: what came through a proxy is from somewhere else', async () => {
  const through = (path: string) => fetch(server.url + path, { headers: { 'x-forwarded-for': '203.0.113.9' } });
  expect((await through('/api/docs')).status).toBe(401);
  expect((await through('/api/openapi.json')).status).toBe(401);
  expect((await fetch(`${server.url}/api/openapi.json`)).status).toBe(200);
  expect((await fetch(`${server.url}/api/questions/headline`)).status).toBe(401);
});

test('every example is one that its endpoint takes', () => {
  for (const [name, { params = {}, query = {}, body = {} }] of Object.entries(REST_EXAMPLES)) {
    const endpoint = [...endpoints, ...signedEndpoints].find(({ method, path }) => `${method} ${path}` === name);
    const problems = (['params', 'query', 'body'] as const).flatMap((part) => {
      const parsed = (endpoint?.[part] ?? z.object({})).safeParse({ params, query, body }[part]);
      return parsed.success
        ? []
        : parsed.error.issues.map(({ path, message }) => `${part}.${path.join('.')}: ${message}`);
    });
    expect([name, endpoint !== undefined, problems]).toEqual([name, true, []]);
  }
  for (const [name, statement] of publishedQuestions(LIBRARY))
    expect([name, questionQuery(statement).safeParse(triedExamples(statement)).error?.message]).toEqual([
      name,
      undefined,
    ]);
});
