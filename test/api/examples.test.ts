import { type GraphQLSchema, Kind, parse, validate } from 'graphql';
import { examples } from '../../src/api/http/graphiql.js';
import { schemaOf } from '../../src/api/schema/schema.js';
import { testDriver } from '../setup/database.js';
import { type ApiServer, apiServer, ask, emptyDatabase, LIBRARY, rest, token } from './api-server.js';

const all = examples();
let server: ApiServer;
let schema: GraphQLSchema;

beforeAll(async () => {
  await emptyDatabase();
  ({ schema } = await schemaOf(LIBRARY));
  await testDriver().executeQuery(`
    UNWIND range(1, 50) AS n
    CREATE (:Customer:Profiled {id: 'C' + right('000000' + n, 7), alias: 'C-' + n, city: 'Xian', orders: n, spendMinor: n * 100})`);
  await testDriver().executeQuery(`
    UNWIND range(1, 49) AS n
    MATCH (a:Customer {id: 'C' + right('000000' + n, 7)}), (b:Customer {id: 'C' + right('000000' + (n + 1), 7)})
    CREATE (a)-[:KNOWS {pair: a.id + '|' + b.id, closeness: 0.5, kinds: ['FOLLOWS']}]->(b)`);
  await testDriver().executeQuery(`
    CREATE (company:Company {id: 'B000001', name: 'Works'}) WITH company
    MATCH (c:Customer) WHERE c.id IN ['C0000001', 'C0000002'] CREATE (c)-[:WORKS_AT {level: 2}]->(company)`);
  await testDriver().executeQuery(`
    MATCH (c:Customer), (research:Purpose {id: 'research'}) WHERE c.orders <= 20
    CREATE (c)-[:CONSENTS_TO {key: c.id + '|research|ALL', channel: 'ALL', since: datetime()}]->(research)`);
  server = await apiServer({ NODE_ENV: 'development' });
  const consent = { customerId: 'C0000042', purpose: 'marketing', channel: 'SMS', textVersion: '1', via: 'form' };
  const body = JSON.stringify(consent);
  const headers = { 'content-type': 'application/json' };
  expect((await rest(server, 'service', '/api/consents', { method: 'POST', headers, body })).ok).toBe(true);
  expect((await ask(server, 'analyst', 'mutation { analyze { nodes } }')).data).toEqual({ analyze: { nodes: 50 } });
});

afterAll(() => server?.end());

test('there is one per topic, each valid, with a first line that says what it is', () => {
  expect(all.length).toBeGreaterThanOrEqual(10);
  for (const { name, query } of all) {
    expect([name, validate(schema, parse(query))]).toEqual([name, []]);
    expect(query).toMatch(/^# .+/);
  }
});

const operations = all.flatMap(({ name, query }) =>
  parse(query).definitions.flatMap((d) =>
    d.kind === Kind.OPERATION_DEFINITION ? [[`${name} ${d.name!.value}`, query, d.name!.value] as const] : [],
  ),
);

test.each(operations)('%s runs', async (_name, query, operationName) => {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await token('admin')}` },
    body: JSON.stringify({ query, operationName }),
  });
  const { extensions: _staleness, ...answer } = (await response.json()) as Record<string, unknown>;
  expect(answer).toEqual({ data: expect.any(Object) });
});

describe('GraphiQL', () => {
  it('holds the examples and a token that works, loads nothing from elsewhere, and runs only its own script', async () => {
    const response = await fetch(`${server.url}/graphql`, { headers: { accept: 'text/html' } });
    const html = await response.text();
    expect(html).toContain('query CustomersAndTies');
    expect(html).toContain('mutation WithdrawConsent');
    const jwt = /Bearer ([\w.-]+)/.exec(html)![1]!;
    const answer = await fetch(`${server.url}/api/openapi.json`, { headers: { authorization: `Bearer ${jwt}` } });
    expect(answer.status).toBe(200);
    const policy = response.headers.get('content-security-policy')!;
    const nonce = /'nonce-([^']+)'/.exec(policy)![1]!;
    expect(html).toContain(`<script nonce="${nonce}">`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
    expect(html.slice(0, html.indexOf('<script'))).not.toMatch(/<(script|link)[^>]+(src|href)="https?:/);
  });

  it('has another nonce each time', async () => {
    const policyOf = async () =>
      (await fetch(`${server.url}/graphql`, { headers: { accept: 'text/html' } })).headers.get(
        'content-security-policy',
      );
    expect(await policyOf()).not.toBe(await policyOf());
  });
});
