import type { RunOptions } from '../../src/graph/deadline.js';
import { generatedReader } from '../../src/graph/read.js';
import { testDatabase, testDriver } from '../setup/database.js';
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

const CUSTOMERS = '{ customers { id } }';
const answers = async () => (await ask(server, 'admin', CUSTOMERS)).errors.length === 0;

test.each([
  ['is cut', () => proxy.cut()],
  ['closes in one direction', () => proxy.halfClose()],
])(
  'a line that %s while requests are under way ends none of them later than its bound, and the next go on',
  async (_how, fail) => {
    expect(await answers()).toBe(true);
    proxy.delay(300);
    const underWay = Array.from({ length: 5 }, () => timed(ask(server, 'admin', CUSTOMERS)));
    await new Promise((resolve) => setTimeout(resolve, 100));
    fail();
    proxy.delay(0);
    for (const { ms, answer } of await Promise.all(underWay)) {
      expect(ms).toBeLessThan(LIMIT_MS + 3_000);
      for (const { extensions } of answer.errors) expect(extensions?.code).toBe('UNAVAILABLE');
    }
    await until('the next answer', answers);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  },
);

test('a slow line makes answers late, not wrong', async () => {
  proxy.delay(200);
  const { ms, answer } = await timed(ask(server, 'admin', CUSTOMERS));
  proxy.delay(0);
  expect([answer.errors, ms >= 200]).toEqual([[], true]);
});

const SLOW = 'UNWIND range(1, 100000000000) AS n RETURN max(n * n % 7)';

test('a statement that is stopped is remembered by the mark that it runs with', async () => {
  const stopped: RunOptions['metadata'][] = [];
  const outlived = { stopped: (ran: RunOptions['metadata']) => void stopped.push(ran) };
  const reader = generatedReader({ ...server.graph, timeoutMs: 500, outlived });
  const asked = reader.run(SLOW, {});
  asked.catch(() => undefined);
  const marks: unknown[] = [];
  await until('the mark in the database', async () => {
    const { records } = await testDriver().executeQuery(
      'SHOW TRANSACTIONS YIELD metaData WHERE metaData.statement = "generated read" RETURN metaData.run AS run',
    );
    return marks.push(...records.map((record) => record.get('run'))) > 0;
  });
  await expect(asked).rejects.toThrow();
  expect(stopped).toEqual([{ statement: 'generated read', run: marks[0] }]);
});

test('a statement that still runs 5 s after it was stopped is told in the log and the metrics, and asked to end again', async () => {
  const session = testDriver().session();
  const tx = await session.beginTransaction({ metadata: { run: 'still-there' } });
  await tx.run('RETURN 1');
  const told = () => server.lines.filter(({ message }) => /still ran 5 s later/.test(message));
  jest.useFakeTimers({
    doNotFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'nextTick', 'queueMicrotask', 'Date'],
  });
  server.graph.outlived.stopped({ run: 'gone', statement: 'value/clv' });
  server.graph.outlived.stopped({ run: 'still-there', statement: 'value/rfm' });
  jest.advanceTimersByTime(4_900);
  expect(told()).toEqual([]);
  jest.advanceTimersByTime(1_100);
  jest.useRealTimers();
  await until('the line', () => told().length > 0);
  expect(told()).toEqual([expect.objectContaining({ level: 'warn', fields: { statement: 'value/rfm' } })]);
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  expect(metrics.match(/^guanxi_statements_outlived_total.*/gm)).toEqual([
    'guanxi_statements_outlived_total{statement="value/rfm"} 1',
  ]);
  await expect(tx.run('RETURN 2')).rejects.toMatchObject({ code: expect.stringMatching(/Terminated/) });
  await session.close();
});
