import { testDatabase } from '../setup/database.js';
import { type FreezingProxy, freezingProxy } from '../setup/freezing-proxy.js';
import { until } from '../setup/until.js';
import { type ApiServer, apiServer, ask, emptyDatabase, rest } from './api-server.js';

const LIMIT_MS = 1_000;
let proxy: FreezingProxy;
let server: ApiServer;

beforeAll(async () => {
  await emptyDatabase();
  proxy = await freezingProxy(testDatabase().uri);
  server = await apiServer({ QUERY_TIMEOUT_MS: String(LIMIT_MS) }, undefined, { ...testDatabase(), uri: proxy.uri });
});
afterAll(async () => {
  proxy.thaw();
  await server?.end();
  await proxy?.close();
});

async function timed<T>(work: Promise<T>): Promise<{ ms: number; answer: T }> {
  const began = Date.now();
  const answer = await work;
  return { ms: Date.now() - began, answer };
}

test('while the database says nothing every request is answered within its bound, and after it all goes on', async () => {
  expect((await ask(server, 'admin', '{ customers { id } }')).errors).toEqual([]);
  proxy.freeze();
  const [ready, question, rows] = await Promise.all([
    timed(fetch(`${server.url}/readyz`)),
    timed(ask(server, 'admin', '{ customers { id } }')),
    timed(rest(server, 'marketer', '/api/questions/bridges')),
  ]);
  expect([ready.answer.status, ready.ms < 2_000]).toEqual([503, true]);
  expect(question.ms).toBeLessThan(LIMIT_MS + 3_000);
  expect(question.answer.errors.map((e) => e.extensions?.code)).toEqual(['UNAVAILABLE']);
  expect([rows.answer.status, rows.answer.headers.get('retry-after')]).toEqual([503, '5']);
  expect((await rows.answer.json()).error.message).toMatch(/does not answer/);
  proxy.thaw();
  await until('the next answer', async () => (await ask(server, 'admin', '{ customers { id } }')).errors.length === 0);
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
});
