import { spawnSync } from 'node:child_process';
import { operationsOf } from '../../src/api/gate/operations.js';
import { endpoints } from '../../src/api/http/endpoints.js';
import { doorTo } from '../../src/api/http/rest.js';
import { publishedQuestions } from '../../src/api/schema/published.js';
import { ROLES, type Role } from '../../src/kernel/role.js';
import { packageRoot } from '../../src/kernel/root.js';
import { testDriver } from '../setup/database.js';
import { type ApiServer, apiServer, ask, emptyDatabase, LIBRARY, rest } from './api-server.js';

let server: ApiServer;

beforeAll(async () => {
  await emptyDatabase();
  await testDriver().executeQuery(`
    UNWIND range(1, 5) AS n
    CREATE (:Customer:Profiled {id: 'c' + n, alias: 'C-' + n, city: 'Xian', influence: toFloat(n * 10), degree: toFloat(n), communityId: 'k1',
      pageRank: 0.1 * n, betweenness: 0.0, pageRankAbove: n})`);
  server = await apiServer();
});

afterAll(() => server?.end());

const json = { 'content-type': 'application/json' };

describe('published questions', () => {
  it('are the same by GraphQL and by REST', async () => {
    const { data, errors } = await ask(server, 'analyst', '{ influencers(first: 3) { customerId influence } }');
    expect(errors).toEqual([]);
    expect(data.influencers.map((row: { customerId: string }) => row.customerId)).toEqual(['c5', 'c4', 'c3']);
    const response = await rest(server, 'analyst', '/api/questions/influencers?first=3');
    expect(response.status).toBe(200);
    const { rows } = (await response.json()) as { rows: { customerId: string; influence: number }[] };
    expect(rows.map(({ customerId, influence }) => ({ customerId, influence }))).toEqual(data.influencers);
  });

  it('give the customer beside the id in one statement, whatever is asked of it', async () => {
    const query =
      '{ influencers(first: 5) { customerId customer { city knowsConnection { totalCount } who: alias } } }';
    const { data, errors } = await ask(server, 'analyst', query);
    expect(errors).toEqual([]);
    expect(data.influencers[0]).toEqual({
      customerId: 'c5',
      customer: { city: 'Xian', knowsConnection: { totalCount: 0 }, who: 'C-5' },
    });
    expect(data.influencers).toHaveLength(5);
  });

  it('are for the roles of their header only', async () => {
    for (const [name, { roles }] of publishedQuestions(server.graph.library)) {
      const others = ROLES.filter((role) => !roles.includes(role));
      for (const role of others) {
        const response = await rest(server, role, `/api/questions/${name}`);
        expect([name, role, response.status]).toEqual([name, role, 403]);
      }
      expect(roles.length).toBeGreaterThan(0);
    }
    const { errors } = await ask(server, 'service', '{ influencers { customerId } }');
    expect(errors[0]!.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });

  it.each(['first=0', 'first=1001', 'first=x', 'first=1.5', 'nothing=1'])('refuse %s', async (query) => {
    const response = await rest(server, 'analyst', `/api/questions/influencers?${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'BAD_USER_INPUT', hint: expect.any(String) } });
    if (query === 'first=1001') {
      const { errors } = await ask(server, 'analyst', '{ influencers(first: 1001) { customerId } }');
      expect(errors[0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
  });

  it('name the ones there are when asked for another', async () => {
    const response = await rest(server, 'analyst', '/api/questions/nothing');
    expect([response.status, (await response.json()).error.hint]).toEqual([
      404,
      expect.stringContaining('influencers'),
    ]);
  });
});

describe('endpoints', () => {
  const operations = operationsOf(LIBRARY);
  it.each(endpoints.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
    '%s is for its roles only',
    async (_name, endpoint) => {
      const path = endpoint.path.replaceAll(/\{\w+\}/g, 'x');
      for (const role of ROLES.filter((r: Role) => !doorTo(operations, endpoint).roles.includes(r))) {
        const init = endpoint.method === 'post' ? { method: 'POST', headers: json, body: '{}' } : {};
        expect([role, (await rest(server, role, path, init)).status]).toEqual([role, 403]);
      }
    },
  );

  it('name every wrong field of a body, and never repeat what was in it', async () => {
    const body = JSON.stringify({ customerId: 7, purpose: 'spam-13800138000', via: 'form' });
    const response = await rest(server, 'service', '/api/consents', { method: 'POST', headers: json, body });
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(text).toMatch(/customerId/);
    expect(text).not.toContain('13800138000');
  });

  it.each([
    ['GET', '/api/campaigns?limt=5', ''],
    ['GET', '/api/segments?archived=true', ''],
    ['POST', '/api/campaigns/k1/launch', '{"agian": true}'],
    ['POST', '/api/campaigns/k1/approve', '{"__proto__": {"by": "me"}}'],
  ])('%s %s with a name that nobody declared is refused: %s', async (method, path, body) => {
    const init = method === 'POST' ? { method, headers: json, body } : {};
    const response = await rest(server, 'marketer', path, init);
    expect([response.status, (await response.json()).error.message]).toEqual([
      400,
      expect.stringMatching(/has what is not known here: (limt|archived|agian|__proto__)/),
    ]);
  });

  it('record a consent that mayContact then sees', async () => {
    const body = JSON.stringify({
      customerId: 'c1',
      purpose: 'marketing',
      channel: 'SMS',
      textVersion: '1',
      via: 'form',
    });
    const recorded = await rest(server, 'service', '/api/consents', { method: 'POST', headers: json, body });
    expect([recorded.ok, (await recorded.json()).recorded]).toEqual([true, true]);
    const may = await rest(server, 'marketer', '/api/customers/c1/may-contact?purpose=marketing&channel=SMS');
    expect(await may.json()).toMatchObject({ allowed: true, reason: 'CONSENTED' });
  });
});

test('the OpenAPI 3.1 document is valid and names every endpoint and question', async () => {
  const document = (await (await rest(server, 'service', '/api/openapi.json')).json()) as {
    openapi: string;
    paths: Record<string, Record<string, unknown>>;
  };
  expect(document.openapi).toBe('3.1.0');
  expect(validated(document)).toEqual({ valid: true });
  for (const { method, path } of endpoints)
    expect([path, Object.keys(document.paths[path] ?? {})]).toEqual([path, expect.arrayContaining([method])]);
  for (const name of publishedQuestions(server.graph.library).keys())
    expect(document.paths).toHaveProperty([`/api/questions/${name}`]);
});

/** The validator is an ES module, which jest cannot load on Node 20: it runs beside. */
function validated(document: object): unknown {
  const script = `import { Validator } from '@seriousme/openapi-schema-validator';
    import { readFileSync } from 'node:fs';
    const { valid, errors } = await new Validator().validate(JSON.parse(readFileSync(0, 'utf8')));
    console.log(JSON.stringify({ valid, errors }));`;
  const args = ['--input-type=module', '-e', script];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    input: JSON.stringify(document),
    encoding: 'utf8',
    cwd: packageRoot,
  });
  return stdout === '' ? stderr : JSON.parse(stdout);
}
