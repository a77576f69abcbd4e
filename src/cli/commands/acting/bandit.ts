import { readFileSync } from 'node:fs';
import { type BanditInput, banditOf, CONTEXTS, POLICIES, replayFile, setBandit } from '../../../campaigns/index.js';
import { AppError } from '../../../kernel/error.js';
import { command, TABLE_OR_JSON } from '../../command.js';
import { argument, choice, number } from '../../options.js';

/** `guanxi bandit …`: variants chosen by what came of them so far. */
export const BANDIT = [
  command<BanditInput>({
    name: 'bandit apply',
    about: 'let a bandit choose the variants of a campaign',
    example: 'bandit apply spring --policy THOMPSON --holdout 0.1 --context RFM_SEGMENT',
    door: 'setBandit',
    args: [argument('<campaign>')],
    options: [
      choice('--policy <policy>', 'how it chooses', POLICIES),
      number('--epsilon <share>', 'of ε-greedy'),
      number('--holdout <share>', 'people who get any variant, to compare with'),
      choice('--context <context>', 'what it tells people apart by', CONTEXTS),
      number('--reward-days <days>', 'within which a conversion counts'),
    ],
    formats: TABLE_OR_JSON,
    answer: async (services, input) => shown(await setBandit(services, input)),
  }),
  command<{ campaign: string }>({
    name: 'bandit show',
    about: 'show what the bandit of a campaign knows of each variant',
    example: 'bandit show spring',
    door: 'bandit',
    args: [argument('<campaign>')],
    formats: TABLE_OR_JSON,
    answer: async (services, { campaign }) => shown(await banditOf(services, campaign)),
  }),
  command<{ file: string; seed: number; epsilon: number }>({
    name: 'bandit replay',
    about: 'tell what each policy would have earned on a log of choices made at random',
    example: 'bandit replay log.csv --seed 7',
    door: null,
    args: [argument('<file>', 'CSV: arm,success with 0 or 1')],
    options: [number('--seed <n>', 'of the draws', 1), number('--epsilon <share>', 'of ε-greedy', 0.1)],
    run: (_, { file, ...settings }) => ({ rows: replayFile(textOf(file), settings) }),
  }),
];

function shown(whole: Awaited<ReturnType<typeof banditOf>>) {
  const { policy, holdout, chosen, heldOut } = whole;
  const rows = whole.arms.map(({ context, variant, people, successes, pending, rate, low, high, chanceBest }) => ({
    ...{ context, variant, people, successes, pending, rate, low, high, chanceBest },
  }));
  const rate = (one: typeof chosen) =>
    one.rate === null ? 'nobody yet' : `${(100 * one.rate).toFixed(2)} % of ${one.people}`;
  return { whole, rows, said: `${policy}, holdout ${holdout}: chosen ${rate(chosen)}, held out ${rate(heldOut)}` };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new AppError('INPUT', `cannot read ${file}`, 'check the path', {}, error);
  }
}
