import { withLease } from '../../graph/lease.js';
import { checked } from '../../kernel/checked.js';
import { DAY_MS } from '../../kernel/clock.js';
import { noteScoreRun } from '../../scores/index.js';
import type { Services } from '../../security/index.js';
import { findSignals } from './find.service.js';
import { type FraudInput, type FraudOptions, fraudOptions } from './options.js';
import { ringsOf } from './rings.js';
import { KEPT_FROM, scoreOf } from './score.js';
import { OF_THE_BROUGHT } from './sentences.js';
import type { Signal } from './signals.js';

/** What one check found and changed. */
export interface FraudReport {
  /**
   * Accounts of which a score of 20 or more is kept, those at or above the threshold, and the rings that these make.
   */
  readonly accounts: number;
  readonly suspicious: number;
  readonly rings: number;
  /** Accounts whose score, reasons or ring changed. */
  readonly changed: number;
  /** Rewards made for converted referrals, newly held, and released after their wait. */
  readonly rewarded: number;
  readonly held: number;
  readonly released: number;
  readonly threshold: number;
}

/** No statement of a check may take longer, in ms: ten minutes. */
const LONGEST = 600_000;

/**
 * Looks for referral fraud among those who consent to profiling: signals, scores, rings; holds suspicious rewards unless
 * told not to, and makes or releases rewards only where asked to. One at a time over all servers (BUSY); a second run
 * changes nothing. Throws INPUT for wrong settings.
 */
export async function checkReferrals(
  services: Services,
  given: FraudInput = {},
  onProgress: (line: string) => void = () => undefined,
): Promise<FraudReport> {
  const options = checked(fraudOptions, given, 'checkReferrals');
  const graph = services.graph.withTimeout(LONGEST);
  const work = { ...services, graph };
  return withLease(graph, { id: 'fraud', seconds: 90, waitMs: 0 }, async () => {
    const made = options.makeRewards ? await makeRewards(work, options) : 0;
    onProgress(`rewards: ${made} made`);
    const found = await findSignals(work, options, onProgress);
    const accounts = await saveScores(work, found, options);
    await noteScoreRun(work, 'fraud');
    onProgress(`scores: ${accounts.suspicious} suspicious accounts, ${accounts.rings} rings`);
    const rewards = await settleRewards(work, options);
    onProgress(`rewards: ${rewards.held} held, ${rewards.released} released`);
    services.log.info('referrals checked', { ...accounts, ...rewards });
    return { ...accounts, rewarded: made, ...rewards, threshold: options.threshold };
  });
}

async function makeRewards({ graph }: Services, { rewardMinor, currency }: FraudOptions): Promise<number> {
  const each = { amountMinor: rewardMinor ?? null, currency: currency ?? null };
  return (await graph.write('fraud/steps/rewards-due', each)).made;
}

interface Account {
  readonly customerId: string;
  readonly score: number;
  readonly signals: readonly string[];
  readonly reasons: readonly string[];
  readonly reasonsZh: readonly string[];
  readonly ring: string | null;
}

async function saveScores(
  { graph }: Services,
  found: ReadonlyMap<string, readonly Signal[]>,
  options: FraudOptions,
): Promise<Pick<FraudReport, 'accounts' | 'suspicious' | 'rings' | 'changed'>> {
  const scored = [...found]
    .map(([customerId, signals]) => ({ customerId, ...scoreOf(signals, options) }))
    .filter(({ score }) => score >= KEPT_FROM);
  const suspects = scored.filter(({ score }) => score >= options.threshold).map(({ customerId }) => customerId);
  const links = suspects.length === 0 ? [] : await graph.read('fraud/steps/links', { customerIds: suspects });
  const rings = ringsOf(suspects, linksWithin(suspects, links));
  const accounts = scored.map((account) => ({ ...account, ring: rings.get(account.customerId) ?? null }));
  const rows = differences(await graph.read('fraud/steps/known', {}), accounts);
  const { changed } = await graph.writeBatches('fraud/steps/save', rows, {});
  const ringIds = new Set(rings.values());
  return { accounts: scored.length, suspicious: suspects.length, rings: ringIds.size, changed };
}

/** An account beyond the suspects joins nobody: whom two of them brought is no accomplice of either. */
function linksWithin(suspects: readonly string[], links: readonly { readonly a: string; readonly b: string }[]) {
  const known = new Set(suspects);
  return links.filter(({ b }) => known.has(b) || b.startsWith('identity '));
}

const NOTHING = { score: null, signals: null, reasons: null, reasonsZh: null, ring: null };

/** Rows that differ from what is known; for accounts without signals any more, rows that take everything away. */
function differences(known: readonly Account[], accounts: readonly Account[]) {
  const textOf = ({ score, signals, reasons, reasonsZh, ring }: Account) =>
    JSON.stringify([score, signals, reasons, reasonsZh, ring]);
  const before = new Map(known.map((account) => [account.customerId, textOf(account)]));
  const now = new Set(accounts.map(({ customerId }) => customerId));
  const gone = known
    .filter(({ customerId }) => !now.has(customerId))
    .map(({ customerId }) => ({ customerId, ...NOTHING }));
  return [...accounts.filter((account) => before.get(account.customerId) !== textOf(account)), ...gone];
}

async function settleRewards({ graph, clock }: Services, options: FraudOptions) {
  const { threshold, releaseAfterDays, holdRewards, releaseRewards } = options;
  const now = clock.now();
  const before = new Date(now.getTime() - releaseAfterDays * DAY_MS);
  const hold = () => graph.write('fraud/steps/rewards-hold', { threshold, now, ...OF_THE_BROUGHT });
  const release = () => graph.write('fraud/steps/rewards-release', { threshold, before, now });
  const held = holdRewards ? (await hold()).held : 0;
  return { held, released: releaseRewards ? (await release()).released : 0 };
}
