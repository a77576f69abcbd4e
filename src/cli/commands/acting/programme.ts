import {
  createProgramme,
  issueCodes,
  type ProgrammeInput,
  payReward,
  programmeOf,
  type SimulateInput,
  settleProgramme,
  simulateProgramme,
  turnProgramme,
} from '../../../campaigns/index.js';
import type { Channel } from '../../../consent/index.js';
import { command, TABLE_OR_JSON } from '../../command.js';
import { argument, number, option, required } from '../../options.js';
import { money } from '../../table.js';

const RULE = [
  option('--currency <code>', 'of the reward; CNY when not given'),
  number('--levels <n>', 'people above a customer that earn, 1 to 5'),
  number('--decay <share>', 'of the reward at each further level'),
  number('--cap-minor <amount>', 'most that one customer won may cost'),
  number('--most <n>', 'rewards of one person within --most-days'),
  number('--most-days <days>', 'over which these are counted'),
  number('--window-days <days>', 'from the code to the first order'),
  number('--min-order-minor <amount>', 'least that the order must be worth'),
];
const REWARD = required('--reward-minor <amount>', 'of who brought a customer, in minor units').argParser(Number);

const turning = (turn: 'start' | 'stop', about: string) =>
  command<{ id: string }>({
    ...{ name: `programme ${turn}`, about, example: `programme ${turn} friends`, door: `${turn}Programme` },
    args: [argument('<id>')],
    answer: async (services, { id }) => ({ rows: [await turnProgramme(services, id, turn)] }),
  });

/** `guanxi programme …`: referral programmes with codes, rewards and limits. */
export const PROGRAMME = [
  command<ProgrammeInput>({
    name: 'programme create',
    about: 'make a referral programme as a draft',
    example: 'programme create friends --name Friends --reward-minor 2000 --levels 2',
    door: 'createProgramme',
    args: [argument('<id>')],
    options: [
      required('--name <name>', 'what it is called'),
      option('--name-zh <name>', 'its name in Chinese'),
      option('--link <address>', 'https address with {code} where the code goes'),
      ...[REWARD, ...RULE],
    ],
    answer: async (services, input) => ({ rows: [await createProgramme(services, input)] }),
  }),
  command<SimulateInput['rule'] & { since?: string; threshold?: number }>({
    name: 'programme simulate',
    about: 'tell what a rule would have cost and won over the past, and who would be held',
    example: 'programme simulate --reward-minor 2000 --levels 2',
    door: 'simulateProgramme',
    options: [
      ...[REWARD, ...RULE],
      option('--since <time>', 'referrals from then on; a year ago when not given'),
      number('--threshold <score>', 'fraud score from which a reward would be held'),
    ],
    formats: TABLE_OR_JSON,
    answer: async (services, { since, threshold, ...rule }) => {
      const whole = await simulateProgramme(services, { rule, since, threshold });
      const amount = (minor: number) => money(Math.round(minor), whole.currency);
      const { converted, referrals, rewards, heldRewards, limited } = whole;
      return {
        whole,
        rows: whole.held.slice(0, 20),
        said: [
          `${converted} of ${referrals} referrals would have counted: ${rewards} rewards, ${amount(whole.amountMinor)}`,
          `${heldRewards} of them held (${amount(whole.heldMinor)}), the people above; ${limited} over a limit`,
          `orders of those won within 90 days: ${amount(whole.revenueMinor)}; cost of each ${amount(whole.perReferralMinor ?? 0)}`,
        ],
      };
    },
  }),
  turning('start', 'start a programme: codes are redeemed from then on'),
  turning('stop', 'stop a programme: no code is redeemed any more'),
  command<{ id: string }>({
    name: 'programme show',
    about: 'show a programme with its rule',
    example: 'programme show friends',
    door: 'referralProgramme',
    args: [argument('<id>')],
    answer: async (services, { id }) => ({ rows: [await programmeOf(services, id)] }),
  }),
  command<{ programme: string; segment: string; channel: Channel }>({
    name: 'programme codes',
    about: 'make codes for a segment: for whoever may be contacted for referral',
    example: 'programme codes friends --segment all --channel WECHAT',
    door: 'startProgramme',
    args: [argument('<programme>')],
    options: [
      required('--segment <id>', 'a segment, or all'),
      required('--channel <channel>', 'by which they would be told, like WECHAT'),
    ],
    answer: async (services, asked) => ({ rows: [await issueCodes(services, asked)] }),
  }),
  command<{ id: string }>({
    name: 'programme settle',
    about: 'give the rewards of whoever came by a code and bought in time',
    example: 'programme settle friends',
    door: 'settleProgramme',
    args: [argument('<id>')],
    answer: async (services, { id }) => ({ rows: [await settleProgramme(services, id)] }),
  }),
  command<{ programme: string; limit: number }>({
    name: 'programme leaderboard',
    about: 'list who brought most customers',
    example: 'programme leaderboard friends --limit 10',
    door: 'referralLeaderboard',
    args: [argument('<programme>')],
    options: [number('--limit <rows>', 'how many', 20)],
    answer: async ({ graph }, asked) => ({ rows: await graph.read('campaigns/referral-leaderboard', asked) }),
  }),
  command<{ reward: string; reference: string }>({
    name: 'programme pay',
    about: 'note that a released reward is paid',
    example: "programme pay 'programme:friends|C0000012|C0000044' --reference 2026-03-01/17",
    door: 'payReward',
    args: [argument('<reward>')],
    options: [required('--reference <text>', 'of the payment')],
    answer: async (services, asked) => ({ rows: [await payReward(services, asked)] }),
  }),
  command<{ limit: number }>({
    name: 'programme list',
    about: 'list programmes with what came of them',
    example: 'programme list',
    door: 'referralProgrammes',
    options: [number('--limit <rows>', 'how many', 20)],
    answer: async ({ graph }, { limit }) => ({ rows: await graph.read('campaigns/referral-programmes', { limit }) }),
  }),
];
