import { analysisState, runAnalysis } from '../analysis/index.js';
import { withLease } from '../graph/lease.js';
import { AppError } from '../kernel/error.js';
import type { Services } from '../kernel/services.js';
import { dailyRetention } from '../privacy/accountability/retention.service.js';
import { expireConsents, renewConsents } from '../privacy/index.js';

export interface Schedule {
  /** Hours from the start of one analysis to the start of the next; 0 never analyses. */
  readonly analyzeEvery: number;
}

/** What one round of the scheduler did. */
export interface Round {
  readonly expired: number;
  readonly analysed: boolean;
}

const ROUND_MS = 60_000;
const HOUR_MS = 3_600_000;

/**
 * Whether an analysis is due: so many hours after the last one began, whether it ended well or not, so that one that fails is not
 * tried every minute.
 */
export function analysisDue(startedAt: Date | null, now: Date, { analyzeEvery }: Schedule): boolean {
  if (analyzeEvery === 0) return false;
  return startedAt === null || now.getTime() - startedAt.getTime() >= analyzeEvery * HOUR_MS;
}

/** Ends consents that ran out, then analyses when it is due. One server at a time; another's round or run makes this one do nothing. */
export async function runRound(services: Services, schedule: Schedule): Promise<Round> {
  return withLease(services.graph, { id: 'schedule', seconds: 90, waitMs: 0 }, async () => {
    const { ended } = await expireConsents(services);
    await renewConsents(services); // where a change of words was interrupted
    await dailyRetention(services);
    const { startedAt } = await analysisState(services.graph);
    const analysed = analysisDue(startedAt, services.clock.now(), schedule);
    if (analysed) await runAnalysis(services);
    return { expired: ended, analysed };
  }).catch((error: unknown) => {
    if (error instanceof AppError && error.kind === 'BUSY') return { expired: 0, analysed: false };
    throw error;
  });
}

/** Runs a round every minute until stopped. A round that fails is logged, and the next is tried. */
export function startScheduler(services: Services, schedule: Schedule): { stop(): Promise<void> } {
  let round: Promise<void> = Promise.resolve();
  let under = false;
  const tick = async () => {
    under = true;
    try {
      const { expired, analysed } = await runRound(services, schedule);
      if (expired > 0 || analysed) services.log.info('scheduled round', { expired, analysed });
    } catch (error) {
      services.log.error('scheduled round failed', { kind: error instanceof AppError ? error.kind : 'unexpected' });
    } finally {
      under = false;
    }
  };
  const timer = setInterval(() => {
    if (!under) round = tick();
  }, ROUND_MS);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      return Promise.race([round, new Promise<void>((resolve) => setTimeout(resolve, 5_000).unref())]);
    },
  };
}
