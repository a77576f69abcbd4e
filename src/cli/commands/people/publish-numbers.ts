import {
  COUNTED_COLUMNS,
  DATA_SETS,
  type DataSet,
  PUBLISH_PURPOSES,
  type PublishedStatistic,
  publishBudget,
  publishStatistic,
  type StatisticInput,
  setPublishBudget,
} from '../../../publish/index.js';
import { command, TABLE_OR_JSON } from '../../command.js';
import { argument, choice, number, option } from '../../options.js';

const ASKS = {
  count: 'COUNT',
  histogram: 'HISTOGRAM',
  sum: 'SUM',
  degrees: 'DEGREES',
  ties: 'TIES',
  communities: 'COMMUNITY_SIZES',
} as const;

interface Statistic extends Omit<StatisticInput, 'ask'> {
  readonly what: keyof typeof ASKS;
}

interface Budget {
  readonly dataSet?: DataSet;
  readonly set?: number;
  readonly renew?: true;
}

/** `guanxi publish number` and `budget`: differentially private numbers, and what they are paid from. */
export const PUBLISH_NUMBERS = [
  command<Statistic>({
    name: 'publish number',
    about: 'publish a differentially private number, paid for in epsilon; the same question again costs nothing',
    example: 'publish number histogram --by gender --bins female male --epsilon 0.1',
    door: 'publishStatistic',
    args: [argument('<what>', 'what is asked', Object.keys(ASKS))],
    options: [
      number('--epsilon <epsilon>', 'what it takes of the budget, 0.1 when not given: less is noisier'),
      choice('--purpose <purpose>', 'whose consent counts', PUBLISH_PURPOSES),
      option('--where <column=values...>', 'of these people only, like gender=female city=杭州,苏州').argParser(
        filterOf,
      ),
      choice('--by <column>', 'histogram: by this column', COUNTED_COLUMNS),
      option('--bins <values...>', 'histogram: its bins'),
      choice('--of <what>', 'sum: of what', ['spendMinor', 'orders']),
      option('--currency <code>', 'sum of spendMinor: only of who buys in it, CNY when left out'),
      number('--lower <amount>', 'sum: what one person counts at least'),
      number('--upper <amount>', 'sum: what one person counts at most'),
      number('--most <degree>', 'degrees: the largest told apart'),
    ],
    formats: TABLE_OR_JSON,
    answer: async (services, { what, ...given }) => {
      const whole = await publishStatistic(services, { ask: ASKS[what], ...given });
      return { whole, rows: whole.bins, said: termsOf(whole) };
    },
  }),
  command<Budget>({
    name: 'publish budget',
    about: 'show what of each privacy budget is spent and left, or set one',
    example: 'publish budget',
    door: 'publishBudget',
    args: [argument('[data-set]', 'of this one only', DATA_SETS)],
    options: [
      number('--set <epsilon>', 'sets its epsilon over all versions'),
      option('--renew', 'begins a new version: the same questions are answered again, and paid for again'),
    ],
    formats: TABLE_OR_JSON,
    answer: async (services, { dataSet, set: epsilon, renew }) => {
      if (epsilon === undefined && renew === undefined) return { rows: await publishBudget(services, dataSet) };
      return { rows: [await setPublishBudget(services, { dataSet: dataSet as DataSet, epsilon, renew })] };
    },
  }),
];

/** One `column=value,value`; what is no column is refused by the service. */
function filterOf(text: string, before: StatisticInput['where'] = []): NonNullable<StatisticInput['where']> {
  const at = text.indexOf('=');
  const column = text.slice(0, at) as (typeof COUNTED_COLUMNS)[number];
  return [...(before ?? []), { column, values: text.slice(at + 1).split(',') }];
}

function termsOf({ epsilon, left, dataSet, repeated, ...found }: PublishedStatistic): string[] {
  const paid = repeated ? 'answered before, nothing spent' : `epsilon ${epsilon} spent`;
  return [
    `95 of 100 numbers are off by ${found.error95} or less; ${paid}, ${left} left of ${dataSet}`,
    `protects: ${found.neighbours}; sensitivity ${found.sensitivity}: ${found.why}`,
  ];
}
