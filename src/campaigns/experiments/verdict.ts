/**
 * What may be said of an experiment: no winner without significance, none while people were split wrongly or a
 * guardrail broke.
 */
import { LANGUAGES } from '../../kernel/language.js';
import { wordFor } from '../../kernel/vocabulary.js';
import type { Contrast } from './compare.js';
import { METRICS, type MetricName } from './metrics.js';
import type { Interval } from './proportions.js';

/** A sample ratio less likely than that is an alarm. */
export const SRM_ALARM = 0.001;

export const VERDICTS = [
  'TOO_EARLY',
  'WRONG_SPLIT',
  'GUARDRAIL',
  'WINNER',
  'CONTROL',
  'NO_DIFFERENCE',
  'GOES_ON',
] as const;
export type VerdictKind = (typeof VERDICTS)[number];

export interface Verdict {
  readonly kind: VerdictKind;
  /** Name of the variant that won; null without one. */
  readonly winner: string | null;
  readonly text: string;
  readonly textZh: string;
}

export interface ArmContrast {
  readonly name: string;
  readonly contrast: Contrast | null;
  readonly guardrails: readonly { readonly metric: MetricName; readonly contrast: Contrast | null }[];
}

export interface Standing {
  readonly metric: MetricName;
  readonly control: string;
  /** Of the split, 0..1. */
  readonly srm: number;
  /** Units in the smallest arm, and how many were planned. */
  readonly units: number;
  readonly planned: number;
  readonly arms: readonly ArmContrast[];
}

/**
 * The verdict. With as many units as planned the fixed interval decides, before that the always-valid one, so that
 * looking every day does no harm. Intervals are those of the confidence that the arms share (Bonferroni).
 */
export function verdictOf({ metric, control, srm, units, planned, arms }: Standing): Verdict {
  if (srm < SRM_ALARM) return said('WRONG_SPLIT', null);
  if (arms.every(({ contrast }) => contrast === null)) return said('TOO_EARLY', null);
  const complete = planned > 0 && units >= planned;
  const decided = arms.flatMap(({ name, contrast, guardrails }) => {
    const interval = contrast && (complete ? contrast.interval : contrast.alwaysValid);
    return contrast && interval ? [{ name, contrast, guardrails, side: sideOf(metric, interval) }] : [];
  });
  const better = decided
    .filter(({ side }) => side === 1)
    .sort((a, b) => Math.abs(b.contrast.difference) - Math.abs(a.contrast.difference));
  const sound = better.find(({ guardrails }) => !guardrails.some(isBroken));
  if (sound) return said('WINNER', sound.name);
  if (better[0]) return said('GUARDRAIL', null, better[0].name);
  if (decided.length === arms.length && decided.every(({ side }) => side === -1)) return said('CONTROL', control);
  return said(complete ? 'NO_DIFFERENCE' : 'GOES_ON', null);
}

/**
 * Whether a guardrail got worse for certain: its fixed interval lies on the bad side, since harm is to be seen early.
 */
export function isBroken({ metric, contrast }: ArmContrast['guardrails'][number]): boolean {
  return contrast !== null && sideOf(metric, contrast.interval) === -1;
}

/** 1 where the whole interval is for the better, −1 where it is for the worse, else 0. */
function sideOf(metric: MetricName, { low, high }: Interval): -1 | 0 | 1 {
  const sign = METRICS[metric].better === 'MORE' ? 1 : -1;
  if (low === high) return 0; // nothing varies: there is no error to tell by
  if (low > 0) return sign as 1 | -1;
  return high < 0 ? (-sign as 1 | -1) : 0;
}

/** By the name of a variant, as each of the languages has it. */
const TEXTS: Readonly<Record<VerdictKind, (name: string, nameZh: string) => readonly [string, string]>> = {
  TOO_EARLY: () => ['there are too few people to compare', '人数太少，尚无法比较'],
  WRONG_SPLIT: () => [
    'people are not split as planned (p below .001): find out why before reading anything into the results',
    '分流比例与计划不符（p 小于 0.001）：请先查明原因，再解读结果',
  ],
  GUARDRAIL: (name, nameZh) => [
    `${name} is better by the metric but breaks a guardrail: no winner`,
    `${nameZh} 的主指标更好，但触发了护栏指标：不评出优胜版本`,
  ],
  WINNER: (name, nameZh) => [`${name} is better than the control, significantly`, `${nameZh} 显著优于对照版本`],
  CONTROL: (name, nameZh) => [`every variant is worse than ${name}, significantly`, `其他版本均显著差于 ${nameZh}`],
  NO_DIFFERENCE: () => [
    'as many as planned were seen, and no difference is significant: no winner',
    '已达到计划样本量，差异不显著：没有优胜版本',
  ],
  GOES_ON: () => [
    'no difference is significant yet, at every look: let it go on',
    '目前差异尚不显著（任意时刻查看均有效）：请继续实验',
  ],
};

function said(kind: VerdictKind, winner: string | null, named = winner): Verdict {
  const [name, nameZh] = LANGUAGES.map((language) => wordFor('variant', named ?? '', language));
  const [text, textZh] = TEXTS[kind](name!, nameZh!);
  return { kind, winner, text, textZh };
}
