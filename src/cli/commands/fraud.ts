import {
  checkReferrals,
  type FraudReport,
  fraudQuality,
  qualityInput,
  reviewInput,
  reviewReward,
} from '../../analysis/index.js';
import { readTold } from '../../insight/index.js';
import { command } from '../command.js';
import { argument, capitals, number, option, required } from '../options.js';

const NOTHING_REVIEWED =
  'nothing reviewed yet; decide on what is held: guanxi fraud held, then guanxi fraud review REWARD released|refused';

const door = 'checkReferrals';

/** `guanxi fraud`: check referrals, look at rings and held rewards, decide, and see how right the score was. */
export const FRAUD = [
  command<object>({
    name: 'fraud check',
    about: 'look for fraud among those who consent to profiling, and hold suspicious rewards',
    example: 'fraud check --make-rewards',
    door,
    options: [
      number('--threshold <score>', 'score from which rewards are held, 50 to 100'),
      option('--make-rewards', 'let each converted referral without a reward earn one'),
      option('--no-hold-rewards', 'leave suspicious rewards as they are'),
      option('--release-rewards', 'release rewards without suspicion after their wait'),
      number('--reward-minor <amount>', 'what each converted referral earns, in minor units'),
      option('--currency <code>', 'of the reward, like CNY'),
      number('--release-after-days <days>', 'how long a reward without suspicion waits'),
    ],
    answer: async (services, settings, { context }) => {
      const report = await checkReferrals(services, settings, context.err);
      return { rows: [report], instead: summaryOf(report) };
    },
  }),
  command<{ first: number }>({
    name: 'fraud rings',
    about: 'list suspicious accounts that belong together',
    example: 'fraud rings --first 5',
    door,
    options: [number('--first <count>', 'how many', 20)],
    answer: async ({ graph }, { first }) => ({ rows: await readTold(graph, 'fraud/rings', { first }) }),
  }),
  command<{ first: number }>({
    name: 'fraud held',
    about: 'list rewards that wait for a decision',
    example: 'fraud held --first 5',
    door,
    options: [number('--first <count>', 'how many', 50)],
    answer: async ({ graph }, { first }) => ({ rows: await graph.ask('fraud/held', { first }) }),
  }),
  command<{ reward: string; decision: string; reason: string }>({
    name: 'fraud review',
    about: 'decide on a reward',
    example: "fraud review W000001 refused --reason 'accounts of one household'",
    door,
    args: [argument('<reward>', 'id from `guanxi fraud held`'), capitals('<decision>', 'released or refused')],
    options: [required('--reason <text>', 'why, without personal data')],
    input: reviewInput as never,
    answer: async (services, review) => ({ rows: [await reviewReward(services, review as never)] }),
  }),
  command<{ threshold: number }>({
    name: 'fraud quality',
    about: 'measure precision and recall of the score over the decisions so far',
    example: 'fraud quality --threshold 60',
    door,
    options: [number('--threshold <score>', 'score from which a reward would be held', 50)],
    input: qualityInput,
    answer: async (services, { threshold }) => {
      const found = await fraudQuality(services, threshold);
      // before any decision there is nothing to be right about: a table of blanks would say less
      return { rows: [found], instead: found.reviewed === 0 ? NOTHING_REVIEWED : undefined };
    },
  }),
];

function summaryOf(r: FraudReport): string[] {
  const suspicious = `${r.suspicious} suspicious (score ${r.threshold} or more)`;
  return [
    `${r.accounts} accounts with a score of 20 or more, ${suspicious}, ${r.rings} rings; ${r.changed} changed`,
    `rewards: ${r.rewarded} made, ${r.held} held, ${r.released} released; decide on them: guanxi fraud held`,
  ];
}
