import { Kind, parse, validate } from 'graphql';
import { examples, workedExamples } from '../../src/api/http/graphiql.js';
import { schemaOf } from '../../src/api/schema/schema.js';
import { testDriver } from '../setup/database.js';
import { type ApiServer, apiServer, ask, emptyDatabase, LIBRARY, rest, token } from './api-server.js';

let server: ApiServer;

beforeAll(async () => {
  await emptyDatabase();
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

test('there is one per topic and one for every read, each valid, with a first line that says what it is', async () => {
  const { schema } = await schemaOf(LIBRARY);
  const all = examples({ schema, library: LIBRARY });
  const asked = all.map(({ query }) => query).join('\n');
  const reads = Object.keys(schema.getQueryType()!.getFields());
  expect(reads.filter((name) => !new RegExp(`^ {2}(\\w+: )?${name}\\b`, 'm').test(asked)).sort()).toEqual(WITHOUT);
  for (const { name, query } of all) {
    expect([name, validate(schema, parse(query))]).toEqual([name, []]);
    expect(query).toMatch(/^# .+/);
  }
});

/** Reads about what the made world has nothing of, so that no id can be given. */
const WITHOUT = [
  ...['bandit', 'campaignReach', 'checkJourney', 'communityTree', 'experiment', 'experimentPlan', 'experimentResults'],
  ...['experimentVariant', 'journey', 'journeyPeople', 'previewMessage', 'propensityModel', 'referralProgramme'],
  ...['segmentRule', 'simulateProgramme', 'verifyErasure'],
];

const operations = workedExamples().flatMap(({ name, query }) =>
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
