import { z } from 'zod';
import { currencyOf, idOf, timeOf } from '../../kernel/input.js';
import { own } from '../../kernel/words/issues.js';

const money = z.int().min(0).max(1_000_000_000);

const rule = {
  rewardMinor: money,
  currency: currencyOf.default('CNY'),
  levels: z.int().min(1).max(5).default(1),
  decay: z.number().min(0).max(1).default(0.5),
  /** Twice the reward when left out. */
  capMinor: money.nullish(),
  most: z.int().min(1).max(10_000).default(20),
  mostDays: z.int().min(1).max(3_650).default(30),
  windowDays: z.int().min(1).max(730).default(30),
  minOrderMinor: money.default(0),
};

export const ruleInput = z.object(rule).transform(({ capMinor, ...given }) => ({
  ...given,
  capMinor: capMinor ?? 2 * given.rewardMinor,
}));

export const programmeInput = z
  .object({
    id: idOf.regex(/^[\w.-]+$/, own('may have letters, digits and . - _ only', '只能含字母、数字和 . - _')),
    name: z.string().min(1).max(200),
    nameZh: z.string().min(1).max(200).nullish(),
    /** Where {code} stands for the code. */
    link: z
      .string()
      .max(500)
      .regex(
        /^https:\/\/\S*\{code\}\S*$/,
        own('must be an https address with {code} where the code goes', '须为 https 网址，推荐码处写 {code}'),
      )
      .nullish(),
    ...rule,
  })
  .transform(({ capMinor, ...given }) => ({ ...given, capMinor: capMinor ?? 2 * given.rewardMinor }));
export type ProgrammeInput = z.input<typeof programmeInput>;

export const programmeId = z.object({ id: idOf });
export const codeAsked = z.object({ programme: idOf, customer: idOf });
export const redeemInput = z.object({ code: idOf, customerId: idOf });
export const inviteInput = z.object({ code: idOf, invitationId: idOf, channel: z.string().min(1).max(30).nullish() });
export const payInput = z.object({ reward: z.string().min(1).max(500), reference: z.string().trim().min(1).max(100) });
export const simulateInput = z.object({
  rule: ruleInput,
  since: timeOf.nullish(),
  until: timeOf.nullish(),
  threshold: z.int().min(50).max(100).default(50),
});
export type SimulateInput = z.input<typeof simulateInput>;
