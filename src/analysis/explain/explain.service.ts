import { DAY_MS } from '../../kernel/clock.js';
import { AppError } from '../../kernel/error.js';
import { type ExplanationOf, explanationsOf } from '../../scores/index.js';
import type { Services } from '../../security/index.js';
import { recordedOptions } from '../run/options.js';
import type { RoleCuts } from '../scores/role-cuts.js';
import { explainInfluence } from './explain-influence.js';
import { explainBetweenness, explainParticipation } from './explain-paths.js';
import { explainRoles } from './explain-roles.js';
import { explainActivity, explainTier } from './explain-tier.js';
import type { ScoreFacts, Scores } from './facts.js';
import type { Told } from './part.js';

const EXPLAINERS = {
  INFLUENCE: explainInfluence,
  TIER: explainTier,
  ROLES: explainRoles,
  ACTIVITY: explainActivity,
  BETWEENNESS: explainBetweenness,
  PARTICIPATION: explainParticipation,
} as const satisfies Readonly<Record<ExplanationOf<'analysis'>, (facts: ScoreFacts) => Told>>;

export type ScoreName = keyof typeof EXPLAINERS;
export const SCORE_NAMES: readonly ScoreName[] = explanationsOf('analysis');

export interface ScoreExplanation extends Told {
  readonly customerId: string;
  readonly score: ScoreName;
  /** The run that scored this customer; none when nothing did. */
  readonly runId: string | null;
  readonly scoredAt: Date | null;
  /** Whole days since. */
  readonly ageDays: number | null;
}

/**
 * What a score, tier or role of a customer was told by, in plain words. Throws NOT_FOUND. Who does not consent to
 * profiling has none.
 */
export async function explainScore(
  { graph, clock }: Services,
  { customer: customerId, score }: { readonly customer: string; readonly score: ScoreName },
): Promise<ScoreExplanation> {
  const [row] = await graph.read('analysis/steps/influence/score-inputs', { customerId });
  if (!row) throw new AppError('NOT_FOUND', 'no customer has this id', 'check the id; `customers` lists them by alias');
  if (!row.profiled) return { ...untold(customerId, score), ...NO_CONSENT };
  if (row.run === null || row.parameters === null || row.cuts === null)
    return { ...untold(customerId, score), ...NO_RUN };
  const facts = factsOf({ ...row, parameters: row.parameters, cuts: row.cuts });
  const ageDays = row.scoredAt === null ? null : daysBetween(row.scoredAt, clock.now());
  return { customerId, score, runId: row.run, scoredAt: row.scoredAt, ageDays, ...EXPLAINERS[score](facts) };
}

interface Inputs {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly parameters: string;
  readonly cuts: string;
  readonly scoredAt: Date | null;
  readonly lastActedAt: Date | null;
}

function factsOf<T extends Inputs>({ facts, parameters, cuts, scoredAt, lastActedAt, ...rest }: T) {
  const given = JSON.parse(parameters) as object;
  const scores = { ...ZERO, ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null)) };
  return {
    ...rest,
    scores: scores as Scores,
    options: recordedOptions.parse(given),
    cuts: JSON.parse(cuts) as RoleCuts,
    quietDays: lastActedAt === null ? null : daysBetween(lastActedAt, scoredAt ?? lastActedAt),
  };
}

/** Scores that are left out where they are 0, to keep the graph small. */
const ZERO = {
  response: 0,
  conversion: 0,
  reactions: 0,
  conversions: 0,
  orders: 0,
  participation: null,
  communityId: null,
  outsideReach: null,
};

function daysBetween(from: Date, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - from.getTime()) / DAY_MS));
}

function untold(customerId: string, score: ScoreName) {
  const nothing = { runId: null, scoredAt: null, ageDays: null, value: null, label: null };
  return { customerId, score, ...nothing, formula: '', parts: [] };
}

const NO_CONSENT = {
  why: 'this customer does not consent to profiling: nothing is worked out about them',
  whyZh: '该客户未同意画像分析：不对其进行任何推断',
};
const NO_RUN = {
  why: 'no analysis run has scored this customer yet: run `guanxi analyze`',
  whyZh: '尚无分析为该客户评分：请运行 `guanxi analyze`',
};
