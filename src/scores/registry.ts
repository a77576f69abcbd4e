import { FRAUD_SCORES } from './fraud-scores.js';
import { INFLUENCE_SCORES } from './influence-scores.js';
import { NETWORK_SCORES } from './network-scores.js';
import { RFM_SCORES } from './rfm-scores.js';
import { RUNS, type RunId } from './runs.js';
import type { Score, ScoreEdge } from './score.js';
import { SCORE_EDGES } from './score-edges.js';
import { TIER_SCORES } from './tier-scores.js';
import { VALUE_SCORES } from './value-scores.js';

const ALL = [
  ...INFLUENCE_SCORES,
  ...NETWORK_SCORES,
  ...RFM_SCORES,
  ...VALUE_SCORES,
  ...TIER_SCORES,
  ...FRAUD_SCORES,
] as const;

type Declared = (typeof ALL)[number];

/** Names of all properties that are worked out about a customer. */
export type ScoreProperty = Declared['property'];
/** Names under which explainScore tells the scores of a run. */
export type ExplanationOf<R extends RunId> = Extract<Declared, { run: R; explained: string }>['explained'];
/** Names of the scores that a publication may use in a way. */
export type PublishedScore = Extract<Declared, { published: readonly string[] }>['property'];

/** Every property that is worked out about a customer. */
export const SCORES: readonly (Score & { readonly property: ScoreProperty; readonly run: RunId })[] = ALL;
/** Every relationship that is. */
export const EDGES: readonly (ScoreEdge & { readonly run: RunId })[] = SCORE_EDGES;

/** The purpose that a score or edge needs: its own, or its run's. */
export function purposeOf({ purpose, run }: { readonly purpose?: string; readonly run: RunId }): string {
  return purpose ?? RUNS[run].purpose;
}

/** Names of the properties that are shown in a place, in the order of the registry. */
export function shownIn(place: NonNullable<Score['shown']>[number]): ScoreProperty[] {
  return SCORES.filter(({ shown }) => shown?.includes(place)).map(({ property }) => property);
}

/** Names of the properties that a run leaves. */
export function propertiesOfRun(run: RunId): ScoreProperty[] {
  return SCORES.filter((score) => score.run === run).map(({ property }) => property);
}

/** Names of the properties that a statement of cypher/ writes. */
export function writtenBy(statement: string): ScoreProperty[] {
  return SCORES.filter(({ by }) => by.includes(statement)).map(({ property }) => property);
}

/** Names of the properties that a publication may use in a way. */
export function publishedAs(use: 'sensitive' | 'counted'): PublishedScore[] {
  return SCORES.filter(({ published }) => published?.includes(use)).map(({ property }) => property as PublishedScore);
}

/** Names under which explainScore tells the scores of a run. */
export function explanationsOf<R extends RunId>(run: R): ExplanationOf<R>[] {
  const told = SCORES.filter((score) => score.run === run).flatMap(({ explained }) => explained ?? []);
  return [...new Set(told)] as ExplanationOf<R>[];
}

const byProperty = new Map<string, Score & { readonly run: RunId }>(SCORES.map((score) => [score.property, score]));

/** The score of that name; undefined for what is not worked out. */
export function scoreOf(property: string): (Score & { readonly run: RunId }) | undefined {
  return byProperty.get(property);
}
