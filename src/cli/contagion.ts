import { type Command, Option } from 'commander';
import { type ContagionInput, contagionTest, STRATA, WATCHES } from '../analysis/index.js';
import type { CliContext } from './context.js';
import { answerFormat } from './options.js';
import { withServices } from './session.js';
import { type Format, formatRows } from './table.js';

interface Options
  extends Pick<ContagionInput, 'watch' | 'days' | 'segments' | 'minCloseness' | 'strata' | 'permutations'> {
  readonly first: number;
  readonly format: Format;
}

/** `guanxi contagion`: whether churn or discontent follows ties, and whom it may reach next. */
export function register(program: Command, context: CliContext): void {
  program
    .command('contagion')
    .description('whether churn or discontent follows close ties, and whom it may reach next')
    .addOption(new Option('--watch <what>', 'what may spread').choices(WATCHES).default('CHURNED'))
    .option('--days <days>', 'without an order, or in which something negative was said', Number, 180)
    .option('--segments <ids...>', 'RFM segments that count as churned instead, like rfm:lost')
    .option('--min-closeness <share>', 'closeness from which a tie is close', Number, 0.3)
    .addOption(new Option('--strata <strata>', 'among whom marks change places').choices(STRATA).default('DEGREE'))
    .option('--permutations <number>', 'how often marks are dealt anew', Number, 999)
    .option('--first <rows>', 'customers listed', Number, 20)
    .addOption(answerFormat())
    .action((options: Options) => contagion(context, options));
}

async function contagion(context: CliContext, { first, format, ...question }: Options): Promise<void> {
  const { watch, days, segments = [], minCloseness } = question;
  const [test, exposed] = await withServices(context, async (services) => [
    await contagionTest(services, question),
    await services.graph.ask('analysis/contagion', { watch, days, segments, minCloseness, limit: first }),
  ]);
  if (format === 'json') return context.out(JSON.stringify({ test, exposed }, null, 2));
  context.out(formatRows(exposed, 'table'));
  context.out(`${test.marked} of ${test.people} customers, ${test.ties} close ties between them`);
  context.out(test.verdict);
}
