import { z } from 'zod';
import { currencyOf } from '../../kernel/input.js';
import { own } from '../../kernel/words/issues.js';
import type { SignalName } from './signals.js';

/** Points of a signal at full strength: below the lowest threshold, so that none suffices alone. */
const points = (byDefault: number) => z.number().min(0).max(49).default(byDefault);

const weights = z.strictObject({
  SHARED_IDENTITY: points(35),
  CYCLE: points(25),
  RECIPROCAL: points(20),
  STAR: points(30),
  BURST: points(20),
  REFUNDED: points(30),
  ONE_SIDED_TIES: points(10),
  SILENT_TIES: points(10),
} satisfies Record<SignalName, unknown>);

/** The settings of a check, each with its default. */
export const fraudOptions = z
  .strictObject({
    weights: weights.prefault({}),
    /** What is left of a signal that concerns relatives only, 0..1. */
    familyWeight: z.number().min(0).max(1).default(0.2),
    /** Score from which rewards are held, 50..100. */
    threshold: z.int().min(50).max(100).default(50),
    /** Length of a burst, hours. */
    burstHours: z.int().min(1).max(8_760).default(72),
    /** Accounts that one family may have on one address, device or payment account. */
    household: z.int().min(1).max(100).default(8),
    /** Accounts brought from which a star is one. */
    minStar: z.int().min(2).max(10_000).default(3),
    /** Whether converted referrals that have no reward earn one; a programme and files make rewards by themselves. */
    makeRewards: z.boolean().default(false),
    /** Whether suspicious rewards are held, so that nobody pays them before a person decides. */
    holdRewards: z.boolean().default(true),
    /** Whether rewards without suspicion are released after their wait. */
    releaseRewards: z.boolean().default(false),
    /** What each converted referral earns, in minor units; unknown when not given. */
    rewardMinor: z.int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
    currency: currencyOf.optional(),
    /** Days that a reward without suspicion waits before it is released: time for a refund to show. */
    releaseAfterDays: z.int().min(0).max(3_650).default(14),
  })
  .refine(({ rewardMinor, currency }) => (rewardMinor === undefined) === (currency === undefined), {
    message: own('rewardMinor and currency come together', '奖励金额与币种须同时填写'),
    path: ['rewardMinor'],
  });

export type FraudInput = z.input<typeof fraudOptions>;
export type FraudOptions = z.output<typeof fraudOptions>;
