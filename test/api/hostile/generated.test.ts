import fc from 'fast-check';
import { operationsOf } from '../../../src/api/gate/operations.js';
import { endpoints } from '../../../src/api/http/endpoints.js';
import { openApiDocument } from '../../../src/api/http/openapi/openapi.js';
import { publishedQuestions } from '../../../src/api/schema/published.js';
import { schemaOf } from '../../../src/api/schema/schema.js';
import { verifyAudit } from '../../../src/security/index.js';
import type { Services } from '../../../src/security/services.js';
import { testDriver } from '../../setup/database.js';
import { servicesWith } from '../../setup/world.js';
import { type ApiServer, apiServer, emptyDatabase, LIBRARY, token } from '../api-server.js';
import { argumentTargets } from './graphql.js';
import { intakeFaults } from './intake.js';
import { type Described, restTargets } from './rest.js';
import { type Input, spread, type Target } from './target.js';
import { writeWorld } from './world.js';

/**
 * Inputs in all, shared evenly by the places where values come in: `RUNS=10000 npm test -- test/api/hostile` for as
 * many as are promised, and `SEED=2` for others. Fewer than there are places go to some of them, spread over all. With
 * `MINUTES` no more are sent after that time, shared likewise, and how many were is printed.
 */
const RUNS = Number(process.env.RUNS ?? 150);
const SEED = Number(process.env.SEED ?? 1);
const AT_ONCE = 6;
const MINUTES = Number(process.env.MINUTES ?? 60);
/** Places whose name has this in it; what was found is sent again by the same RUNS and SEED. */
const PLACE = process.env.PLACE ?? '';

if (process.env.RUNS) jest.setTimeout((MINUTES + 5) * 60_000);

let server: ApiServer;
let services: Services;
let before: unknown;

beforeAll(async () => {
  await emptyDatabase();
  server = await apiServer({ RATE_LIMIT: '1000000', QUERY_TIMEOUT_MS: '120000' });
  await writeWorld(server);
  services = servicesWith(server.graph, { vault: server.vault });
  before = await schemaNow();
});
afterAll(() => server?.end());

const NAMED = ['CONSTRAINTS', 'INDEXES'];
async function schemaNow(): Promise<unknown> {
  const lists = NAMED.map(async (what) => {
    const { records } = await testDriver().executeQuery(`SHOW ${what} YIELD name, type, labelsOrTypes, properties`);
    return records.map((record) => JSON.stringify(record.toObject())).sort();
  });
  return Promise.all(lists);
}

test('over every argument of the API, as variable and as literal, nothing is unexpected', async () => {
  const { schema } = await schemaOf(LIBRARY);
  const targets = argumentTargets(schema);
  expect(targets.length).toBeGreaterThan(400);
  expect(await faultsOf(targets, RUNS * 0.6)).toEqual([]);
});

test('over every parameter and field of every REST entry, nothing is unexpected', async () => {
  const document = openApiDocument(endpoints, publishedQuestions(LIBRARY), operationsOf(LIBRARY));
  const targets = restTargets(document as unknown as Described);
  expect(targets.length).toBeGreaterThan(150);
  expect(await faultsOf(targets, RUNS * 0.2)).toEqual([]);
});

test('over every column of every kind of rows, by calls and by files, nothing is unexpected', async () => {
  expect(await intakeFaults(services, { most: RUNS * 0.2, seed: SEED })).toEqual([]);
});

test('after all of it the schema is as before, no name of the graph comes from outside, and the audit is intact', async () => {
  expect(await schemaNow()).toEqual(before);
  for (const list of ['db.labels', 'db.relationshipTypes', 'db.propertyKeys']) {
    const { records } = await testDriver().executeQuery(`CALL ${list}()`);
    expect(records.map((record) => String(record.get(0))).filter((name) => !/^_{0,2}[A-Za-z]\w*$/.test(name))).toEqual(
      [],
    );
  }
  const { intact, findings } = await verifyAudit(services, services.home);
  expect([intact, findings]).toEqual([true, []]);
  expect(server.lines.filter(({ message }) => message === 'unexpected')).toEqual([]);
});

/** What of the inputs was answered as nobody should be answered: by place and input. */
async function faultsOf(targets: readonly Target[], most: number): Promise<string[]> {
  const { places, each } = spread(targets, { most, seed: SEED });
  const bearer = await token('admin');
  const faults: string[] = [];
  const end = Date.now() + MINUTES * 60_000 * (most / RUNS);
  const sampled = places.map(({ name, inputs }, at) =>
    fc.sample(inputs, { numRuns: each, seed: SEED * 10_000 + at }).map((input) => ({ name, input })),
  );
  // a round over all places, then the next: whoever stops early has been everywhere
  const rounds = Array.from({ length: each }, (_, round) => sampled.map((one) => one[round]!));
  const waiting = rounds.flat().filter(({ name }) => name.includes(PLACE));
  const all = waiting.length;
  let sent = 0;
  const lane = async () => {
    for (let next = waiting.shift(); next && Date.now() < end; next = waiting.shift()) {
      sent += 1;
      const problem = await problemOf(next.input, bearer);
      if (problem) faults.push(`${next.name}: ${problem}\n${next.input.path} ${next.input.body ?? ''}`.slice(0, 700));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  if (process.env.RUNS) process.stdout.write(`${sent} of ${all} inputs sent to ${places.length} places\n`);
  return faults.sort();
}

/** Codes that mean that the input was not foreseen, or that it hurt a connection that the next one gets. */
const WRONG = ['UNEXPECTED', 'UNAVAILABLE', 'SETUP', 'INTERNAL_SERVER_ERROR'];

async function problemOf({ method, path, body }: Input, bearer: string): Promise<string | null> {
  const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' };
  const ask = () => fetch(server.url + path, { method, headers, body: body ?? null });
  // a connection that was kept may end at its last moment; one that this input ends does so again
  const response = await ask().catch(ask);
  const text = await response.text();
  const answer = JSON.parse(text) as { errors?: { extensions?: { code?: unknown } }[]; error?: { code?: unknown } };
  const codes = answer.errors
    ? answer.errors.map((one) => one.extensions?.code)
    : answer.error
      ? [answer.error.code]
      : [];
  const wrong = codes.some((code) => typeof code !== 'string' || WRONG.includes(code));
  return wrong || response.status >= 500 ? `${response.status} ${text.slice(0, 300)}` : null;
}
