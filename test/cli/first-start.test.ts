import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXPERIMENT, PROGRAMME, writeWorld } from '../../seed/world/index.js';
import { checkReferrals } from '../../src/analysis/index.js';
import { campaignOf, experimentResults, journeys } from '../../src/campaigns/index.js';
import { actOnce, referOnce } from '../../src/cli/start/acting.js';
import { actingMarker } from '../../src/cli/start/places.js';
import { readConfig } from '../../src/config.js';
import { importFiles } from '../../src/intake/index.js';
import type { Services } from '../../src/security/services.js';
import { emptyGraph, servicesAt } from '../consent/world.js';
import { testHome } from '../setup/command.js';
import { testDriver } from '../setup/database.js';

const config = readConfig({ NODE_ENV: 'test', GUANXI_HOME: testHome });
const lines: string[] = [];
const context = { config, out: () => undefined, err: (line: string) => void lines.push(line) };
let services: Services;

beforeAll(async () => {
  services = { ...servicesAt(await emptyGraph(), '2026-11-01T04:00:00Z', 'admin'), home: testHome };
  mkdirSync(testHome, { recursive: true });
  const out = join(testHome, 'world');
  const { files } = await writeWorld({ out, until: '2026-10-31', customers: 400 });
  await importFiles(services, { files, rejectsFolder: join(testHome, 'rejects') });
});
afterAll(async () => {
  await services.graph.close();
  rmSync(testHome, { recursive: true, force: true });
});

test('the check of a first start holds the rewards of the ring, and releases nothing', async () => {
  const { held, rewarded, released } = await checkReferrals(services);
  expect(held).toBeGreaterThanOrEqual(3);
  expect([rewarded, released]).toEqual([0, 0]);
});

test('what the company did is told once: campaign, programme, experiment and journeys have something to show', async () => {
  const told = async () => {
    await referOnce(services, context);
    await actOnce(services, context);
  };
  await told();
  expect(lines).toEqual([]);
  writeFileSync(actingMarker(context), '');
  await told();
  expect(lines).toHaveLength(5);

  const { variants } = await campaignOf(services, 'M001');
  const counts = variants.map(({ results }) => Object.fromEntries(results.map(({ what, count }) => [what, count])));
  for (const { delivered, opened, clicked, converted } of counts) {
    expect([delivered! > opened!, opened! > clicked!, clicked! > 0]).toEqual([true, true, true]);
    expect(converted).toBeLessThan(delivered!);
  }
  const [programme] = await services.graph.ask('campaigns/referral-programmes', {});
  expect(programme).toMatchObject({ id: PROGRAMME.id, status: 'RUNNING' });
  expect(Number(programme!.codes)).toBeGreaterThan(3);
  const { people, srm, arms, experiment } = await experimentResults(services, EXPERIMENT.id);
  expect([people > 300, srm.alarm, experiment.status]).toEqual([true, false, 'STOPPED']);
  expect(arms[1]!.value!).toBeGreaterThan(arms[0]!.value!);
  const all = await journeys(services);
  expect(all.length).toBeGreaterThanOrEqual(6);
  expect(all.map(({ status }) => status)).toEqual(all.map(() => 'RUNNING'));
  expect(all.reduce((sum, { running }) => sum + running, 0)).toBeGreaterThan(0);

  lines.length = 0;
  await actOnce(services, context);
  expect(lines).toEqual([]);
});

test('an interrupted telling goes on, changes nothing twice, and ties nobody after the analysis', async () => {
  writeFileSync(actingMarker(context), '');
  const closeness = 'MATCH ()-[t:REFERRED|KNOWS]->() RETURN count(t) + sum(t.closeness)';
  const ties = async () => (await testDriver().executeQuery(closeness)).records[0]!.get(0);
  await referOnce(services, context);
  const before = await ties();
  await actOnce(services, context);
  expect(await ties()).toEqual(before);
  expect(lines[1]).toMatch(/^campaigns: 0 /);
  expect(lines[2]).toBe('experiment: over');
});
