import { createServer } from 'node:net';
import express from 'express';
import { outerError } from '../../src/api/http/errors.js';
import { AppError } from '../../src/kernel/error.js';
import { testDriver } from '../setup/database.js';
import { until } from '../setup/until.js';
import { type ApiServer, apiServer, ask, emptyDatabase, rest } from './api-server.js';

beforeAll(emptyDatabase);

describe('a server that runs', () => {
  let server: ApiServer;
  beforeAll(async () => {
    server = await apiServer();
  });
  afterAll(() => server?.end());

  it('is live, and ready while the schema is applied', async () => {
    expect(await (await fetch(`${server.url}/livez`)).json()).toEqual({ status: 'live' });
    expect(await (await fetch(`${server.url}/readyz`)).json()).toMatchObject({ status: 'ready' });
    await testDriver().executeQuery(
      'MATCH (m:Migration) WITH m ORDER BY m.id DESC LIMIT 1 SET m:Away REMOVE m:Migration',
    );
    const without = await fetch(`${server.url}/readyz`);
    expect(without.status).toBe(503);
    expect(await without.json()).toMatchObject({ error: { code: 'UNAVAILABLE', hint: 'run `guanxi migrate`' } });
    await testDriver().executeQuery('MATCH (m:Away) SET m:Migration REMOVE m:Away');
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  });

  it('counts requests by route, without ids', async () => {
    await rest(server, 'admin', '/api/questions/nothing-of-the-kind');
    const text = await (await fetch(`${server.url}/metrics`)).text();
    expect(text).toMatch(
      /guanxi_http_request_seconds_count\{method="GET",route="\/api\/questions\/:name",status="404"\} 1/,
    );
    expect(text).not.toContain('nothing-of-the-kind');
    const passedOn = { headers: { 'x-forwarded-for': '203.0.113.7' } }; // a proxy on this machine: who asks is elsewhere
    expect((await fetch(`${server.url}/metrics`, passedOn)).status).toBe(401);
  });

  it('answers an unknown address in the form of every error', async () => {
    const answer = await rest(server, 'admin', '/api/nothing');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({
      error: { code: 'NOT_FOUND', message: expect.any(String), hint: expect.any(String) },
    });
    expect((await fetch(`${server.url}/nothing`)).status).toBe(404);
  });

  it('refuses a port that is taken, with the way out', async () => {
    await expect(apiServer({ PORT: String(server.port) })).rejects.toMatchObject({
      kind: 'SETUP',
      message: expect.stringContaining(`port ${server.port} is taken`),
      hint: `take another one: PORT=${server.port + 1}`,
    });
  });
});

test('metrics need a token where others can reach the server', async () => {
  const open = await apiServer({ HOST: '0.0.0.0', GUANXI_OPEN: '1' });
  const url = `http://127.0.0.1:${open.port}`;
  expect((await fetch(`${url}/metrics`)).status).toBe(401);
  expect((await rest({ ...open, url }, 'analyst', '/metrics')).status).toBe(403);
  expect((await rest({ ...open, url }, 'service', '/metrics')).status).toBe(200);
  await open.end();
});

/** Until the database works on a request: before, its connection may not have been taken yet. */
async function untilAsked(): Promise<void> {
  const asking = `SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'knows' AND NOT currentQuery CONTAINS 'SHOW TRANSACTIONS'`;
  await until('a request in the database', async () => (await testDriver().executeQuery(asking)).records.length > 0);
}

test('a server that ends lets requests under way finish, and takes no more', async () => {
  await testDriver().executeQuery(`UNWIND range(1, 300) AS n CREATE (:Customer {id: 'd' + n})`);
  await testDriver().executeQuery(`MATCH (a:Customer), (b:Customer) WHERE a.id < b.id AND rand() < 0.2
    CREATE (a)-[:KNOWS {pair: a.id + '|' + b.id, closeness: 0.5}]->(b)`);
  const server = await apiServer();
  const slow = ask(
    server,
    'analyst',
    '{ customers(limit: 60) { id knows(limit: 60) { id knows(limit: 60) { id } } } }',
  );
  await untilAsked();
  const ended = server.stop();
  await expect(fetch(`${server.url}/livez`)).rejects.toThrow();
  const { errors, data } = await slow;
  expect(errors).toEqual([]);
  expect(data.customers).toHaveLength(60);
  await ended;
  await server.end();
});

test('a database that does not answer is said plainly', async () => {
  const closed = await new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
  const { openGraph } = await import('../../src/graph/graph.js');
  const graph = openGraph({ uri: `bolt://127.0.0.1:${closed}`, user: 'neo4j', password: 'x', database: 'neo4j' });
  await expect(graph.read('graph/steps/migrations', {})).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
  await graph.close();
});

describe('what of an error leaves the server', () => {
  const lines: unknown[] = [];
  const keep = (message: string, fields?: unknown) => void lines.push({ message, fields });
  const log = { error: keep, warn: keep, info: keep, debug: keep };

  it('is everything of an AppError but its cause', () => {
    const error = new AppError('FORBIDDEN', 'what', 'hint', { secret: 1 }, new Error('inner'));
    expect(outerError(error, log)).toEqual({ status: 403, code: 'FORBIDDEN', message: 'what', hint: 'hint' });
  });

  it('is only an id of anything else, and the log has the id but not the text', () => {
    const { id, ...outer } = outerError(new TypeError('cannot read 13800138000 of undefined'), log);
    expect(outer).toMatchObject({ status: 500, code: 'UNEXPECTED', message: `unexpected, id ${id}` });
    expect(JSON.stringify(lines)).toContain(id);
    expect(JSON.stringify(lines)).not.toContain('13800138000');
  });

  it('names a broken body', async () => {
    const app = express().use(express.json());
    app.use((error: unknown, _q: express.Request, response: express.Response, _next: express.NextFunction) => {
      response.json(outerError(error, log));
    });
    const server = app.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{broken' };
    expect(await (await fetch(`http://127.0.0.1:${port}`, init)).json()).toMatchObject({ code: 'BAD_USER_INPUT' });
    server.close();
  });
});
