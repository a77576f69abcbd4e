import { JOBS, jobNamed, jobSettings } from '../../src/api/jobs/jobs.js';
import { type Graph, openGraph } from '../../src/graph/graph.js';
import type { Job } from '../../src/jobs/job.js';
import { jobId, jobLines, queueJob, runJob } from '../../src/jobs/run.service.js';
import { makeRunner } from '../../src/jobs/runner.js';
import { HOUR_MS } from '../../src/kernel/clock.js';
import type { Services } from '../../src/security/services.js';
import { servicesFor, writeNetwork } from '../analysis/karate.js';
import { testDatabase } from '../setup/database.js';
import { emptySchema } from '../setup/empty-schema.js';

const START = new Date('2026-01-01T00:00:00Z');
const later = (hours: number) => new Date(START.getTime() + hours * HOUR_MS);

describe('on the database', () => {
  let graph: Graph;
  let now: Date;
  let ran: string[];

  beforeAll(() => {
    graph = openGraph(testDatabase());
  });
  beforeEach(async () => {
    await emptySchema(graph);
    now = START;
    ran = [];
  });
  afterAll(() => graph.close());

  const services = (): Services => ({ ...servicesFor(graph), clock: { now: () => now } });
  const job = (name: string, more: Partial<Job<Services>> = {}): Job<Services> => ({
    name,
    does: { en: name, zh: name },
    every: { hours: 1 },
    lease: 60,
    run: async () => {
      ran.push(name);
      return { ran: 1 };
    },
    ...more,
  });
  /** Everything that one look of a server begins, to its end. */
  const look = async (jobs: readonly Job<Services>[], own = services()) => {
    const underWay = await makeRunner(own, jobs, {}).look();
    await Promise.all(underWay.values());
  };
  const lineOf = async (one: Job<Services>) => (await jobLines(services(), [one], {}))[0]!;

  test('what is due runs once, and again an interval later; what was missed is made up for once', async () => {
    const jobs = [job('hourly'), job('daily', { every: { hours: 24 } })];
    await look(jobs);
    await look(jobs);
    expect(ran.sort()).toEqual(['daily', 'hourly']);
    expect(await lineOf(jobs[0]!)).toMatchObject({
      outcome: 'DONE',
      startedAt: START,
      next: later(1),
      counts: { ran: 1 },
    });
    now = later(23); // no server ran meanwhile
    await look(jobs);
    await look(jobs);
    expect(ran).toHaveLength(3);
    now = later(24);
    await look(jobs);
    expect(ran.slice(3).sort()).toEqual(['daily', 'hourly']);
  });

  test('two servers never run one job at once, and the second does not run it after the first', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = job('slow', { run: () => held.then(() => ({ ran: ran.push('slow') })) });
    const [one, other] = [services(), { ...services(), home: '/elsewhere' }];
    const first = (await makeRunner(one, [slow], {}).look()).get('slow')!;
    while (!(await lineOf(slow)).running); // until the first holds it
    await look([slow], other);
    expect(await runJob(other, slow)).toBeNull();
    release();
    await first;
    await look([slow], other);
    expect(ran).toEqual(['slow']);
    const both = await Promise.all([runJob(one, job('both')), runJob(other, job('both'))]);
    expect([both.filter((counts) => counts === null).length, ran]).toEqual([1, ['slow', 'both']]);
  });

  test('a run whose server died is taken over when its lease ran out, three starts in a row at most', async () => {
    const one = job('long');
    const id = jobId(one, services().home);
    const dies = async (seconds: number) => {
      const { startedAt: before } = await lineOf(one);
      await graph.write('jobs/steps/job-start', { id, before, now });
      await graph.write('graph/steps/lease-take', { id, holder: 'dead', seconds });
    };
    await dies(60);
    await look([one]);
    expect([ran, await lineOf(one)]).toMatchObject([[], { running: true, next: null }]);
    await graph.write('graph/steps/lease-take', { id, holder: 'dead', seconds: 0 });
    await look([one]);
    expect(ran).toEqual(['long']);
    now = later(1);
    for (let at = 0; at < 3; at++) {
      now = new Date(now.getTime() + 1000);
      await dies(0);
    }
    await look([one]);
    expect(ran).toEqual(['long']);
    expect((await lineOf(one)).next).toEqual(new Date(now.getTime() + HOUR_MS));
  });

  test('a run that fails is noted with the kind of its error and tried again at its next turn; others go on', async () => {
    const fails = job('fails', { run: () => Promise.reject(new Error('not today')) });
    await look([fails, job('works')]);
    await look([fails, job('works')]);
    expect(await lineOf(fails)).toMatchObject({ outcome: 'FAILED', running: false, next: later(1), counts: {} });
    expect((await lineOf(fails)).problem).not.toBeNull();
    expect(ran).toEqual(['works']);
    await expect(runJob(services(), fails)).rejects.toThrow('not today');
  });

  test('a job at a time of day runs once for each time, and once for all that were missed', async () => {
    const daily = job('nightly', { every: { at: '0 3 * * *' } });
    for (const hour of [0, 0, 2, 3, 4, 20, 27, 100, 100]) {
      now = later(hour);
      await look([daily]);
    }
    expect(ran).toHaveLength(4); // at first, at 3, at 27, and at 100 for three days
    expect(await lineOf(daily)).toMatchObject({ at: '0 3 * * *', everyMinutes: null, next: later(123) });
  });

  test('a job that is only asked for runs once for each time it is queued', async () => {
    const asked = job('asked', { every: null });
    await look([asked]);
    expect(ran).toEqual([]);
    for (const hour of [1, 2]) {
      now = later(hour);
      await queueJob(services(), asked);
      await look([asked]);
      await look([asked]);
      expect(ran).toHaveLength(hour);
    }
  });

  test('before its time where it says so, and on each server by itself, once more when that one stops', async () => {
    let many = false;
    const own = job('own', { perServer: true, atStop: true, sooner: async () => many });
    await look([own]);
    await look([own], { ...services(), home: '/elsewhere' });
    await look([own]);
    expect(ran).toHaveLength(2);
    many = true;
    await look([own]);
    expect(ran).toHaveLength(3);
    await makeRunner(services(), [own, job('other', { perServer: true })], {}).stop();
    expect(ran).toEqual(['own', 'own', 'own', 'own']);
  });

  test('the jobs of the product each run on a small world, end what ran out, analyse, and are due again', async () => {
    await writeNetwork(graph, [['a', 'b']]);
    await outdatedConsent(graph);
    for (const one of JOBS) await runJob(services(), one);
    const lines = await jobLines(services(), JOBS, jobSettings());
    expect(lines.map(({ name, outcome }) => [name, outcome])).toEqual(JOBS.map(({ name }) => [name, 'DONE']));
    const countsOf = (name: string) => lines[JOBS.indexOf(jobNamed(name))]!.counts;
    expect([countsOf('consent-expiry'), countsOf('analysis')]).toMatchObject([{ ended: 1 }, { customers: 1 }]);
    for (const { next } of lines) expect(next!.getTime()).toBeGreaterThan(now.getTime());
  });
});

/** A consent to profiling that ran out a day before. */
async function outdatedConsent(graph: Graph): Promise<void> {
  await graph.driver.executeQuery(
    `MATCH (c:Customer {id: 'a'}) MERGE (p:Purpose {id: 'profiling'})
     CREATE (c)-[:CONSENTS_TO {key: 'a|profiling|ALL', channel: 'ALL', until: datetime('2025-12-31')}]->(p)`,
    {},
    { database: graph.database },
  );
}
