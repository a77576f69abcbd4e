import type { Command } from 'commander';
import { checked } from '../kernel/checked.js';
import type { Services } from '../security/index.js';
import { type RfmRun, rescoreRfm, rfmOrder } from '../value/index.js';
import type { CliContext } from './context.js';
import { withServices } from './session.js';

/** `guanxi rfm`: grade the customers, and show what the segments hold. */
export function register(program: Command, context: CliContext): void {
  program
    .command('rfm')
    .description('grade recency, frequency and spend of customers who agreed to profiling')
    .option('--window-months <months>', 'length of the window', '12')
    .option('--as-of <date>', 'end of the window, exclusive (default: now)')
    .option('--method <method>', 'type7 or rpackage', 'type7')
    .option('--currency <code>', 'score orders of this currency only')
    .action((options: object) => withServices(context, (services) => score(services, context, options)));
}

async function score(services: Services, { out }: CliContext, options: object): Promise<void> {
  const run = await rescoreRfm(services, checked(rfmOrder, options, 'guanxi rfm'));
  const segments = await services.graph.read('value/rfm-segments', {});
  for (const { id, customers, spendMinor } of segments)
    out(`${id.padEnd(24)} ${String(customers).padStart(8)} customers ${String(spendMinor).padStart(16)} minor units`);
  out(summaryOf(run));
}

function summaryOf({ scored, moved, cleaned, since, asOf, currency, method }: RfmRun): string {
  const days = [since, asOf].map((day) => day.toISOString().slice(0, 10)).join(' to ');
  return `${scored} scored, ${moved} moved, ${cleaned} cleaned; ${days}, ${currency ?? 'no orders'}, ${method}`;
}
