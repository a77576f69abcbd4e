import { analysisState, runAnalysis } from '../analysis/index.js';
import { expireConsents, renewConsents } from '../consent/index.js';
import { withLease } from '../graph/lease.js';
import { HOUR_MS, MINUTE_MS, type Repeated, repeat } from '../kernel/clock.js';
import { AppError, kindOf } from '../kernel/error.js';
import { dailyRetention, proveErasures } from '../rights/index.js';
import type { Services } from '../security/index.js';

export interface Schedule {
  /** Hours from the start of one analysis to the start of the next; 0 never analyses. */
  readonly analyzeEvery: number;
}

/** What one round of the scheduler did. */
export interface Round {
  readonly expired: number;
  readonly analysed: boolean;
}

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
    await proveErasures(services);
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
export function startScheduler(services: Services, schedule: Schedule): Repeated {
  const round = async () => {
    const { expired, analysed } = await runRound(services, schedule);
    if (expired > 0 || analysed) services.log.info('scheduled round', { expired, analysed });
  };
  return repeat(MINUTE_MS, round, (error) => services.log.error('scheduled round failed', { kind: kindOf(error) }));
}
