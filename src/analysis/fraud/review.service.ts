import { z } from 'zod';
import type { RowOf } from '../../graph/queries.gen.js';
import { AppError } from '../../kernel/error.js';
import { recordAudit, type Services } from '../../security/index.js';
import { type FraudQuality, qualityOf } from './quality.js';

export const DECISIONS = ['RELEASED', 'REFUSED'] as const;

export const reviewInput = z.object({
  reward: z.string().min(1).max(500),
  decision: z.enum(DECISIONS),
  /** In the reviewer's words, without personal data; kept with the reward. */
  reason: z.string().trim().min(3).max(500),
});

export const qualityInput = z.object({ threshold: z.int().min(1).max(100).default(50) });

export type Reward = RowOf<'fraud/steps/reward'> & { readonly rewardId: string };

/**
 * Records a person's decision on a reward that is pending or held, with its entry in the audit trail. The same decision
 * again changes nothing. Throws NOT_FOUND (no such reward), CONFLICT (a person decided otherwise, or it was released
 * already).
 */
export async function reviewReward(services: Services, review: z.output<typeof reviewInput>): Promise<Reward> {
  const { graph, clock, viewer } = services;
  const { customerId } = await rewardOf(services, review.reward);
  const { reward: id, decision, reason } = review;
  const { decided } = await graph.transaction(async (tx) => {
    const done = await tx.write('fraud/steps/review', { id, decision, reason, viewer: viewer.id, now: clock.now() });
    const entry = { action: `REWARD_${decision}`, subject: id, customers: peopleOf(id, customerId), count: 1 };
    if (done.decided > 0) await recordAudit(services, entry, tx);
    return done;
  });
  const reward = await rewardOf(services, review.reward);
  if (decided === 0 && reward.status !== review.decision)
    throw new AppError(
      'CONFLICT',
      `reward ${review.reward} is ${reward.status} already`,
      'a decision stands: settle what is owed or to be paid back outside',
    );
  return reward;
}

/** How right the score was at a threshold, over the rewards that a person decided. */
export async function fraudQuality({ graph }: Services, threshold: number): Promise<FraudQuality> {
  const [counts] = await graph.read('fraud/steps/reviewed', { threshold });
  return qualityOf(counts!);
}

/** A reward that the product made is named after the two it is about. */
function peopleOf(reward: string, earner: string | null): string[] {
  const pair = /^referral:([^|]+)\|([^|]+)$/.exec(reward)?.slice(1) ?? [];
  return [...new Set([...pair, ...(earner === null ? [] : [earner])])];
}

async function rewardOf({ graph }: Services, id: string): Promise<Reward> {
  const [row] = await graph.read('fraud/steps/reward', { id });
  if (!row) throw new AppError('NOT_FOUND', `no reward ${id}`, 'take the id from heldRewards');
  return { rewardId: id, ...row };
}
