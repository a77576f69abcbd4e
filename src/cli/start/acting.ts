import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CAMPAIGNS, EXPERIMENT, LINES, PROGRAMME, type Redemption, untilIn } from '../../../seed/world/index.js';
import { checkReferrals } from '../../analysis/index.js';
import {
  beginJourneys,
  campaignOf,
  createExperiment,
  createProgramme,
  redeemCode,
  referralCode,
  saveJourney,
  settleProgramme,
  startExperiment,
  stopExperiment,
  turnJourney,
  turnProgramme,
} from '../../campaigns/index.js';
import { DAY_MS, fixedClock } from '../../kernel/clock.js';
import { kindOf } from '../../kernel/error.js';
import { packageRoot } from '../../kernel/root.js';
import type { Services } from '../../security/index.js';
import { receiptsFrom } from '../commands/acting/campaign-sending.js';
import { segmentFiles } from '../commands/value/segments.js';
import type { CliContext } from '../context.js';
import { jsonLines } from '../json-lines.js';
import { readYamlFile } from '../yaml-input.js';
import { actingMarker, worldOf } from './places.js';

/** The services as of so many days before the end of the world. */
type Past = (days: number) => Services;

/** What a company that acts needs: its past by days, and its files. */
interface Acting {
  readonly past: Past;
  readonly folder: string;
}

/**
 * The referral programme of the made world as it ran, with its rewards: before the first analysis, which then knows
 * these ties. Once, after the import; goes on after an interruption.
 */
export async function referOnce(services: Services, context: CliContext): Promise<void> {
  const acting = await actingOf(services, context);
  if (!acting) return;
  const accepted = await programmeOf(acting.past, join(acting.folder, LINES.redemptions));
  const { converted, rewards } = await settleProgramme(services, PROGRAMME.id);
  context.err(`referral programme: ${accepted} came by a friend's code, ${converted} bought, ${rewards} rewards`);
}

/**
 * What the company of the made world did, by the product's own services at the times of it: what came back of its
 * campaigns, an experiment, journeys that run. Once, after the analysis; goes on after an
 * interruption.
 */
export async function actOnce(services: Services, context: CliContext): Promise<void> {
  const acting = await actingOf(services, context);
  if (acting) await act(services, context, acting);
  rmSync(actingMarker(context), { force: true });
}

async function act(services: Services, context: CliContext, { past, folder }: Acting): Promise<void> {
  const { err } = context;
  const { recorded } = await receiptsFrom(services, join(folder, LINES.receipts));
  err(`campaigns: ${recorded} deliveries, opens and clicks came back`);
  err(`experiment: ${await experimentOf(past)}`);
  err(`journeys: ${await journeysOf(services, past, context)}`);
  const { held, released } = await checkReferrals(services, { releaseRewards: true });
  err(`rewards: ${released} released after their wait, ${held} more held`);
}

async function actingOf(services: Services, context: CliContext): Promise<Acting | null> {
  if (!existsSync(actingMarker(context))) return null;
  const folder = worldOf(context);
  const until = await untilIn(folder);
  if (until === undefined || !(await holdsWorld(services))) return null;
  const end = Date.parse(`${until}T00:00:00+08:00`) + DAY_MS;
  const past: Past = (days) => ({ ...services, clock: fixedClock(new Date(end - days * DAY_MS).toISOString()) });
  return { past, folder };
}

/** A database that was emptied and filled with other people meanwhile is left alone. */
async function holdsWorld(services: Services): Promise<boolean> {
  try {
    return (await campaignOf(services, CAMPAIGNS[0]!.id)).createdBy === null;
  } catch (error) {
    if (kindOf(error) !== 'NOT_FOUND') throw error;
    return false;
  }
}

/** How many came by a friend's code. */
async function programmeOf(past: Past, file: string): Promise<number> {
  const { id, name, nameZh, rewardMinor, levels, startsBefore } = PROGRAMME;
  await createProgramme(past(startsBefore), { id, name, nameZh, rewardMinor, levels });
  await turnProgramme(past(startsBefore), id, 'start');
  let accepted = 0;
  for (const { referrerId, customerId, at } of jsonLines(file) as (Omit<Redemption, 'at'> & { at: string })[]) {
    const then = { ...past(0), clock: fixedClock(at) };
    const code = await codeOf(then, referrerId);
    if (code !== null && (await redeemCode(then, { code, customerId })).accepted) accepted += 1;
  }
  return accepted;
}

/** Null for who does not consent to referral. */
async function codeOf(services: Services, customer: string): Promise<string | null> {
  try {
    return (await referralCode(services, PROGRAMME.id, customer)).code;
  } catch (error) {
    if (kindOf(error) !== 'CONFLICT') throw error;
    return null;
  }
}

async function experimentOf(past: Past): Promise<string> {
  const { id, name, nameZh, startsBefore, windowDays, variants } = EXPERIMENT;
  const begin = past(startsBefore - 10 / 24); // at ten in the morning
  await createExperiment(begin, { id, name, nameZh, variants: [...variants], windowDays, effect: 0.25 });
  const over = past(startsBefore - windowDays - 1);
  try {
    const { assigned } = await startExperiment(begin, id);
    await stopExperiment(over, id);
    return `${assigned} customers drew a variant`;
  } catch (error) {
    if (kindOf(error) !== 'CONFLICT') throw error; // stopped before an interruption
    return 'over';
  }
}

/** Days that journeys ran before the end of the world. */
const RAN = 7;

/**
 * Every journey that comes with the product; they run where messages go to files only, so that nothing is sent to
 * people who are made up.
 */
async function journeysOf(services: Services, past: Past, { config }: CliContext): Promise<string> {
  const sends = config.DELIVERY_URL !== undefined || config.GUANXI_CHANNELS !== undefined;
  const files = segmentFiles(join(packageRoot, 'seed', 'journeys'));
  for (const file of files) {
    const { id, status } = await saveJourney(past(RAN), readYamlFile(file, file));
    if (!sends && status === 'PAUSED') await turnJourney(past(RAN), id, 'resume');
  }
  const began = await beginJourneys(services);
  return `${files.length}, ${sends ? 'paused' : `${began} customers in them`}`;
}
