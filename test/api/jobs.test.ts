import { JOBS } from '../../src/api/jobs/jobs.js';
import { guanxi } from '../setup/command.js';
import { type ApiServer, apiServer, ask, emptyDatabase, rest } from './api-server.js';

let server: ApiServer;
beforeAll(async () => {
  await emptyDatabase();
  server = await apiServer();
});
afterAll(() => server.end());

test('officers see every job with its last run and its next, nobody else does', async () => {
  const query = '{ jobs { name does doesZh everyMinutes running outcome counts { name count } next } }';
  expect((await ask(server, 'analyst', query)).errors[0]!.extensions).toMatchObject({ code: 'FORBIDDEN' });
  const run = await guanxi(['jobs', 'run', 'consent-expiry']);
  expect([run.code, run.out]).toEqual([0, 'consent-expiry done: ended 0, forgotten 0\n']);
  const { jobs } = (await ask(server, 'privacy-officer', query)).data;
  expect(jobs.map(({ name }: { name: string }) => name)).toEqual(JOBS.map(({ name }) => name));
  expect(jobs).toContainEqual({
    name: 'consent-expiry',
    does: 'Ends consents whose time ran out',
    doesZh: '终止已到期的同意',
    everyMinutes: 1,
    running: false,
    outcome: 'DONE',
    counts: [
      { name: 'ended', count: 0 },
      { name: 'forgotten', count: 0 },
    ],
    next: expect.any(String),
  });
});

test('the metrics tell of each job that ran when its last run began and whether it failed', async () => {
  const text = await (await rest(server, 'admin', '/metrics')).text();
  expect(text).toMatch(/^guanxi_job_last_start_timestamp_seconds\{job="consent-expiry"\} \d/m);
  expect(text).toContain('guanxi_job_failed{job="consent-expiry"} 0');
});

test('the command lists jobs, queues one, and names those that there are', async () => {
  const listed = await guanxi(['jobs', 'list', '--format', 'json']);
  expect(JSON.parse(listed.out)).toContainEqual(expect.objectContaining({ name: 'consent-expiry', state: 'DONE' }));
  expect((await guanxi(['jobs', 'run', 'retention', '--queue'])).out).toBe(
    'retention is queued: a server runs it within 15 s\n',
  );
  const [row] = await server.graph.read('jobs/steps/job-states', { ids: ['job:retention'] });
  expect(row).toMatchObject({ queuedAt: expect.any(Date), startedAt: null });
  expect((await guanxi(['jobs', 'run', 'nothing'])).err).toContain('there is no job nothing');
});
