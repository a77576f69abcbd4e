import { Argument, type Command, Option } from 'commander';
import {
  COUNTED_COLUMNS,
  DATA_SETS,
  type DataSet,
  PUBLISH_PURPOSES,
  publishBudget,
  publishStatistic,
  type StatisticInput,
  setPublishBudget,
} from '../publish/index.js';
import type { CliContext } from './context.js';
import { answerFormat } from './options.js';
import { withServices } from './session.js';
import { formatRows } from './table.js';

interface StatisticOptions extends Omit<StatisticInput, 'ask'> {
  readonly format: 'table' | 'json';
}

const ASKS = {
  count: 'COUNT',
  histogram: 'HISTOGRAM',
  sum: 'SUM',
  degrees: 'DEGREES',
  ties: 'TIES',
  communities: 'COMMUNITY_SIZES',
} as const;

/** `guanxi publish number`: differentially private numbers. */
export function registerStatistics(publish: Command, context: CliContext): void {
  publish
    .command('number')
    .description('a differentially private answer, paid for in epsilon; the same question again costs nothing')
    .addArgument(new Argument('<what>', 'what is asked').choices(Object.keys(ASKS)))
    .option('--epsilon <epsilon>', 'what it takes of the budget, 0.1 when not given: less is noisier', Number)
    .addOption(new Option('--purpose <purpose>', 'whose consent counts').choices(PUBLISH_PURPOSES))
    .option('--where <column=values...>', 'of these people only, like gender=female city=杭州,苏州', filterOf)
    .addOption(new Option('--by <column>', 'histogram: by this column').choices(COUNTED_COLUMNS))
    .option('--bins <values...>', 'histogram: its bins')
    .addOption(new Option('--of <what>', 'sum: of what').choices(['spendMinor', 'orders']))
    .option('--lower <amount>', 'sum: what one person counts at least', Number)
    .option('--upper <amount>', 'sum: what one person counts at most', Number)
    .option('--most <degree>', 'degrees: the largest told apart', Number)
    .addOption(answerFormat())
    .action((what: keyof typeof ASKS, options: StatisticOptions) => statistic(context, what, options));
}

/** One `column=value,value`; what is no column is refused by the service. */
function filterOf(text: string, before: StatisticInput['where'] = []): StatisticInput['where'] {
  const at = text.indexOf('=');
  const column = text.slice(0, at) as (typeof COUNTED_COLUMNS)[number];
  return [...(before ?? []), { column, values: text.slice(at + 1).split(',') }];
}

async function statistic(
  context: CliContext,
  what: keyof typeof ASKS,
  { format, ...given }: StatisticOptions,
): Promise<void> {
  const found = await withServices(context, (services) => publishStatistic(services, { ask: ASKS[what], ...given }));
  if (format === 'json') return context.out(JSON.stringify(found, null, 2));
  context.out(formatRows([...found.bins] as unknown as Record<string, unknown>[], 'table'));
  const { epsilon, left, dataSet, repeated, error95, neighbours, sensitivity, why } = found;
  const paid = repeated ? 'answered before, nothing spent' : `epsilon ${epsilon} spent`;
  context.out(`95 of 100 numbers are off by ${error95} or less; ${paid}, ${left} left of ${dataSet}`);
  context.out(`protects: ${neighbours}; sensitivity ${sensitivity}: ${why}`);
}

interface BudgetOptions {
  readonly set?: number;
  readonly renew?: true;
  readonly format: 'table' | 'json';
}

/** `guanxi publish budget`: what is spent and left; with a data set, sets it. */
export function registerBudget(publish: Command, context: CliContext): void {
  publish
    .command('budget')
    .description('what of each data set is spent and left')
    .addArgument(new Argument('[data-set]', 'of this one only').choices(DATA_SETS))
    .option('--set <epsilon>', 'sets its epsilon over all versions', Number)
    .option('--renew', 'begins a new version: the same questions are answered anew, and paid for anew')
    .addOption(answerFormat())
    .action((dataSet: DataSet | undefined, options: BudgetOptions) => budget(context, dataSet, options));
}

async function budget(
  context: CliContext,
  dataSet: DataSet | undefined,
  { set: epsilon, renew, format }: BudgetOptions,
): Promise<void> {
  const changes = epsilon !== undefined || renew !== undefined;
  const rows = await withServices(context, async (services) =>
    changes
      ? [await setPublishBudget(services, { dataSet: dataSet as DataSet, epsilon, renew })]
      : publishBudget(services, dataSet),
  );
  context.out(formatRows(rows as unknown as Record<string, unknown>[], format));
}
