import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { JOBS, jobNamed } from '../../src/api/jobs/jobs.js';
import { type Graph, openGraph } from '../../src/graph/graph.js';
import { dueJobs, runJob } from '../../src/jobs/run.service.js';
import { systemClock } from '../../src/kernel/clock.js';
import { packageRoot } from '../../src/kernel/root.js';
import { askAs, emptyDatabase, SECRET, token } from '../api/api-server.js';
import { testHome } from '../setup/command.js';
import { testDatabase } from '../setup/database.js';
import { until } from '../setup/until.js';
import { run, servicesWith } from '../setup/world.js';

const PEOPLE = 1_200;
const PROFILED = 100;
/** Profiled, and among those who are launched to. */
const BOTH = 'c99';
let graph: Graph;
let server: ChildProcess | undefined;

beforeAll(async () => {
  await emptyDatabase();
  graph = openGraph(testDatabase());
  await run(
    graph,
    `MATCH (p:Purpose {id: 'marketing'}) UNWIND range(1, $people) AS n
     CREATE (c:Customer {id: 'c' + n, alias: 'C-' + n}) CREATE (c)-[:CONSENTS_TO {key: 'c' + n, channel: 'SMS', since: datetime('2026-01-01')}]->(p)`,
    { people: PEOPLE },
  );
  await run(
    graph,
    `UNWIND range(1, $profiled) AS n MATCH (a:Customer {id: 'c' + n}) SET a:Profiled
     WITH a, n MATCH (b:Customer) WHERE b.id IN ['c' + (n * 7 % $profiled + 1), 'c' + (n * 13 % $profiled + 1)] AND a <> b
     MERGE (a)-[k:KNOWS {pair: a.id + '|' + b.id}]->(b) SET k.closeness = 0.5, k.kinds = ['FOLLOWS']`,
    { profiled: PROFILED },
  );
});
afterAll(async () => {
  server?.kill('SIGKILL');
  await graph?.close();
});

/** A server in a process of its own, with no jobs: what is settled here is settled by the next one. */
async function served(): Promise<{ url: string; child: ChildProcess }> {
  const { uri, user, password } = testDatabase();
  const env = { ...process.env, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
  const own = { PORT: '0', NODE_ENV: 'test', JWT_SECRET: SECRET, GUANXI_HOME: testHome, GUANXI_TEST_DB: undefined };
  const child = spawn(process.execPath, [join(packageRoot, 'bin', 'guanxi.mjs'), 'serve'], {
    env: { ...env, ...own },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^serving on (http:\S+)$/.exec(line)?.[1];
    if (url) return { url, child };
  }
  throw new Error('the server did not come up');
}

const held = async (id: string) =>
  (
    await run(
      graph,
      'MATCH (j:Job {id: $id}) WHERE j.holder IS NOT NULL RETURN duration.inSeconds(datetime(), j.until).seconds AS left',
      { id },
    )
  )[0];
/**
 * Locks a customer, for whose row both an analysis and a launch come to wait: neither ends, however fast, before that
 * is let go.
 */
async function lock(id: string): Promise<() => Promise<void>> {
  const session = graph.driver.session({ database: graph.database });
  const tx = await session.beginTransaction();
  await tx.run('MATCH (c:Customer {id: $id}) SET c.asked = null', { id });
  return async () => {
    await tx.rollback();
    await session.close();
  };
}
/** Time goes by: the lease of who died ends. */
const leaseEnds = (id: string) =>
  run(graph, 'MATCH (j:Job {id: $id}) SET j.until = datetime() - duration({seconds: 1})', { id });

test('killed during an analysis and a launch, a server holds nothing longer than its leases, and the next one settles both', async () => {
  const { url, child } = await served();
  server = child;
  const admin = await token('admin');
  const at = { url } as Parameters<typeof askAs>[0];
  const made = await askAs(
    at,
    admin,
    'mutation { createCampaign(input: {id: "k1", name: "k", channel: SMS, segment: "all"}) { id } }',
  );
  expect(made.errors).toEqual([]);
  const letGo = await lock(BOTH);
  const lost = ['mutation { analyze { nodes } }', 'mutation { launchCampaign(id: "k1") { touched } }'].map((query) =>
    askAs(at, admin, query).then(
      () => 'answered',
      () => 'lost',
    ),
  );
  await until('both under way', async () => Boolean((await held('analyze')) && (await held('launch:k1'))));
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await Promise.all(lost)).toEqual(['lost', 'lost']);
  await letGo();

  const services = servicesWith(graph, { clock: systemClock, home: testHome });
  for (const [id, most] of [
    ['analyze', 90],
    ['launch:k1', 60],
  ] as const) {
    expect((await held(id))!.left as number).toBeLessThanOrEqual(most);
    await leaseEnds(id);
  }
  const due = await dueJobs(services, [jobNamed('analysis'), jobNamed('campaigns')], {});
  expect(due.map(({ name }) => name).sort()).toEqual(['analysis', 'campaigns']);
  expect(await runJob(services, jobNamed('campaigns'))).toMatchObject({ resumed: 1 });
  expect(await runJob(services, jobNamed('analysis'))).toMatchObject({ customers: PROFILED });

  const touches = 'MATCH (c:Customer)-[:RECEIVED]->(t:Touch) RETURN count(t) AS touches, count(DISTINCT c) AS people';
  expect(await run(graph, touches)).toEqual([{ touches: PEOPLE, people: PEOPLE }]);
  const runs = 'MATCH (r:AnalysisRun) RETURN r.status AS status, r.problem AS problem ORDER BY r.startedAt';
  expect(await run(graph, runs)).toEqual([
    { status: 'FAILED', problem: 'interrupted' },
    { status: 'DONE', problem: null },
  ]);
  expect(await run(graph, 'CALL gds.graph.list() YIELD graphName RETURN graphName')).toEqual([]);
  expect((await dueJobs(services, JOBS, {})).map(({ name }) => name)).not.toContain('analysis');
  expect([await held('analyze'), await held('launch:k1')]).toEqual([undefined, undefined]);
});
