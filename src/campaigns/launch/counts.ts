import { z } from 'zod';
import { REFUSALS } from '../../consent/index.js';
import { AppError } from '../../kernel/error.js';
import { faultWith } from '../../kernel/words/issues.js';
import { type LeftOut, leftOutOf, together } from '../audience.js';
import type { CampaignRow } from '../campaign.service.js';
import { audienceName } from './launchable.service.js';

export interface LaunchResult {
  readonly campaignId: string;
  readonly status: 'LAUNCHED';
  readonly startedAt: Date;
  /** It had been launched before, and this call touched nobody. */
  readonly already: boolean;
  /** Equals `touched` + `alreadyTouched` + all counts of `leftOut`. */
  readonly inSegment: number;
  /** Left out before by the segments and campaigns that it excludes; not among `inSegment`. */
  readonly excluded: number;
  /** New touches of this call. */
  readonly touched: number;
  /** Of them, those whose quiet hours it is: their touches say `notBefore`. */
  readonly waiting: number;
  /** May be contacted, and have their touch from before. */
  readonly alreadyTouched: number;
  readonly leftOut: readonly LeftOut[];
}

const COUNTS = z.object({
  inSegment: z.number(),
  excluded: z.number().default(0),
  touched: z.number(),
  waiting: z.number(),
  alreadyTouched: z.number(),
  leftOut: z.partialRecord(z.enum(REFUSALS), z.number()),
});
/** What a launch did so far. */
export type Counts = z.infer<typeof COUNTS>;

export const NOTHING: Counts = { inSegment: 0, excluded: 0, touched: 0, waiting: 0, alreadyTouched: 0, leftOut: {} };

/** The counts of two parts of an audience together. */
export function plus(a: Counts, b: Counts): Counts {
  return {
    inSegment: a.inSegment + b.inSegment,
    excluded: a.excluded + b.excluded,
    touched: a.touched + b.touched,
    waiting: a.waiting + b.waiting,
    alreadyTouched: a.alreadyTouched + b.alreadyTouched,
    leftOut: together(a.leftOut, b.leftOut),
  };
}

/** A launch of before, as its campaign keeps it. */
export function reported(campaign: CampaignRow, startedAt: Date): LaunchResult {
  const counts = COUNTS.parse(JSON.parse(campaign.launch ?? JSON.stringify(NOTHING)));
  const before = { ...counts, touched: 0, waiting: 0, alreadyTouched: counts.touched + counts.alreadyTouched };
  return { ...resultOf(campaign.id, startedAt, before), already: true };
}

/** A launch that ended. */
export function resultOf(campaignId: string, startedAt: Date, counts: Counts): LaunchResult {
  const { inSegment, excluded, touched, waiting, alreadyTouched } = counts;
  const leftOut = leftOutOf(counts.leftOut);
  return {
    campaignId,
    status: 'LAUNCHED',
    startedAt,
    already: false,
    inSegment,
    excluded,
    touched,
    waiting,
    alreadyTouched,
    leftOut,
  };
}

const NOBODY = faultWith('', {
  en: 'Nobody of its audience may be contacted: look at the preview for the reasons, and choose others.',
  zh: '目标人群中没有人可以联系：原因见预览，请换一个人群或渠道。',
});

/** That a launch reaches nobody, with the reasons. */
export function nobody(campaign: CampaignRow, counts: Counts): AppError {
  return new AppError(
    'CONFLICT',
    `campaign ${campaign.id}: nobody of the ${counts.inSegment} customers in ${audienceName(campaign)} may be contacted`,
    'look at audiencePreview for the reasons, and choose another segment or channel',
    { leftOut: leftOutOf(counts.leftOut).map(({ reason, count }) => ({ reason, count })), faults: [NOBODY] },
  );
}
