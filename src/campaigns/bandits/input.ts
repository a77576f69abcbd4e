import { z } from 'zod';
import { idOf } from '../../kernel/input.js';
import { epsilonGreedy, type Policy, thompson, ucb1 } from './policies.js';

export const POLICIES = ['THOMPSON', 'UCB1', 'EPSILON_GREEDY'] as const;
export const CONTEXTS = ['NONE', 'RFM_SEGMENT', 'LIFECYCLE'] as const;

export const banditInput = z.object({
  campaign: idOf,
  policy: z.enum(POLICIES).default('THOMPSON'),
  epsilon: z.number().min(0).max(1).default(0.1),
  /** Share of people who get any variant, to compare with. */
  holdout: z.number().min(0).max(0.5).default(0.1),
  context: z.enum(CONTEXTS).default('NONE'),
  /** Days within which a conversion counts. */
  rewardDays: z.int().min(1).max(90).default(7),
});
export type BanditInput = z.input<typeof banditInput>;

export const banditAsked = z.object({ campaign: idOf });

/** The policy of a name; `epsilon` is that of ε-greedy. */
export function policyOf(name: string, epsilon: number): Policy {
  if (name === 'UCB1') return ucb1;
  return name === 'EPSILON_GREEDY' ? epsilonGreedy(epsilon) : thompson;
}
