import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastDay, untilIn, type World, writeWorld } from '../../../seed/world/index.js';
import { checkReferrals, runAnalysis } from '../../analysis/index.js';
import { importFiles } from '../../intake/index.js';
import { systemClock } from '../../kernel/clock.js';
import { packageRoot } from '../../kernel/root.js';
import type { Services } from '../../security/index.js';
import { churnJobs, runClusters, saveSegment, valueHistory, valueJobs } from '../../value/index.js';
import { segmentFiles } from '../commands/value/segments.js';
import type { CliContext } from '../context.js';
import { progressLine } from '../import-progress.js';
import { readYamlFile } from '../yaml-input.js';
import { actingMarker, seedingMarker, worldOf } from './places.js';

/**
 * The made world, written while the database of a first start still comes up; `seedOnce` writes it where this did not.
 */
export function writeAhead(context: CliContext): Promise<World> | undefined {
  if (existsSync(worldOf(context))) return undefined;
  const written = makeWorld(context);
  written.catch(() => undefined); // told where it is waited for
  return written;
}

/** The world that ends yesterday; after an interruption the one that was being loaded, whatever day it is by now. */
async function makeWorld(context: CliContext): Promise<World> {
  const { config } = context;
  mkdirSync(config.GUANXI_HOME, { recursive: true, mode: 0o700 });
  const out = worldOf(context);
  const begun = existsSync(seedingMarker(context)) ? await untilIn(out) : undefined;
  return writeWorld({ out, until: begun ?? lastDay(systemClock.now(), config.TIME_ZONE) });
}

/** Loads the made world into an empty database; goes on where an earlier start was interrupted. */
export async function seedOnce(
  services: Services,
  context: CliContext,
  { signal, ahead }: { readonly signal: AbortSignal; readonly ahead: Promise<World> | undefined },
): Promise<void> {
  const { config, err } = context;
  const marker = seedingMarker(context);
  const { customers } = await stateOf(services);
  if (customers && !existsSync(marker)) return;
  const world = await (ahead ?? makeWorld(context));
  writeFileSync(marker, 'the made world is being loaded; the next start goes on with it\n');
  writeFileSync(actingMarker(context), 'what its company did is told after the analysis\n');
  err(`made world: ${world.counts['customers.csv']} customers written in ${world.seconds.toFixed(1)} s, importing …`);
  const progress = progressLine(context);
  const rejectsFolder = join(config.GUANXI_HOME, 'rejects');
  const { rows, seconds } = await importFiles(services, {
    files: world.files,
    rejectsFolder,
    onProgress: progress.show,
    signal,
  });
  progress.end();
  err(`made world: ${rows} rows imported in ${seconds.toFixed(0)} s`);
  rmSync(marker);
}

/** The first analysis, value scores and check of referrals of a database that has customers and no run yet. */
export async function analyzeOnce(services: Services, { err }: CliContext): Promise<void> {
  const { customers, analysed } = await stateOf(services);
  if (!customers || analysed) return;
  err('analysing: who matters, which communities there are …');
  await runAnalysis(services, {}, err);
  const { scored, reviewed } = await valueHistory(services, HISTORY_MONTHS);
  err(`value: ${scored} customers graded by recency, frequency and spend; ${reviewed} in a loyalty tier`);
  for (const { name, run } of [...valueJobs, ...churnJobs].filter(({ name }) => FITTED.has(name))) {
    const counts = Object.entries(await run(services)).map(([what, count]) => `${count} ${what}`);
    err(`${name}: ${counts.join(', ')}`);
  }
  const shipped = segmentFiles(join(packageRoot, 'seed', 'segments'));
  for (const file of shipped) await saveSegment(services, readYamlFile(file, file));
  const { clusters } = await runClusters(services);
  err(`segments: ${shipped.length} by rules, ${clusters.length} clusters`);
  const { suspicious, rings, held } = await checkReferrals(services);
  err(`referrals: ${suspicious} suspicious accounts, rings: ${rings}; ${held} rewards wait for a decision`);
}

/** How far back RFM and loyalty tiers are told at a first start, so that the desk can show how customers moved. */
const HISTORY_MONTHS = 4;

/** Jobs of value that a first start does at once, so that the desk has what each customer is worth and may do. */
const FITTED: ReadonlySet<string> = new Set(['clv', 'lifecycle', 'churn-warnings', 'churn']);

async function stateOf({ graph }: Services) {
  const [state] = await graph.read('graph/steps/state', {});
  return state!;
}
