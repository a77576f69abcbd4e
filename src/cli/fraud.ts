import type { Command } from 'commander';
import {
  checkReferrals,
  type FraudReport,
  fraudQuality,
  qualityInput,
  reviewInput,
  reviewReward,
} from '../analysis/index.js';
import { checked } from '../kernel/checked.js';
import type { Services } from '../security/index.js';
import type { CliContext } from './context.js';
import { number, rowsFormat } from './options.js';
import { withServices } from './session.js';
import { type Format, formatRows } from './table.js';

const NOTHING_REVIEWED =
  'nothing reviewed yet; decide on what is held: guanxi fraud held, then guanxi fraud review REWARD released|refused';

type Rows = readonly Record<string, unknown>[];

/** `guanxi fraud`: check referrals, look at rings and held rewards, decide, and see how right the score was. */
export function register(program: Command, context: CliContext): void {
  const group = program
    .command('fraud')
    .description('referral fraud: rings, rewards that are held, and decisions on them');
  const printing = (name: string, about: string) => group.command(name).description(about).addOption(rowsFormat());
  printing('check', 'look for fraud among those who consent to profiling, and hold suspicious rewards')
    .addOption(number('--threshold <score>', 'score from which rewards are held, 50 to 100'))
    .option('--no-make-rewards', 'converted referrals earn nothing by themselves: rewards come from files')
    .addOption(number('--reward-minor <amount>', 'what each converted referral earns, in minor units'))
    .option('--currency <code>', 'of the reward, like CNY')
    .addOption(number('--release-after-days <days>', 'how long a reward without suspicion waits'))
    .action(({ format, ...settings }: { format: Format }) => check(context, format, settings));
  printing('rings', 'suspicious accounts that belong together')
    .option('--first <count>', 'how many', '20')
    .action((o: List) => print(context, o.format, ({ graph }) => graph.ask('fraud/rings', { first: Number(o.first) })));
  printing('held', 'rewards that wait for a decision')
    .option('--first <count>', 'how many', '50')
    .action((o: List) => print(context, o.format, ({ graph }) => graph.ask('fraud/held', { first: Number(o.first) })));
  printing('review', 'decide on a reward')
    .argument('<reward>', 'id from `guanxi fraud held`')
    .argument('<decision>', 'released or refused')
    .requiredOption('--reason <text>', 'why, without personal data')
    .action((reward: string, decision: string, { reason, ...o }: { reason: string; format: Format }) => {
      const review = checked(reviewInput, { reward, decision: decision.toUpperCase(), reason }, 'fraud review');
      return print(context, o.format, async (services) => [{ ...(await reviewReward(services, review)) }]);
    });
  printing('quality', 'precision and recall of the score over the decisions so far')
    .addOption(number('--threshold <score>', 'score from which a reward would be held').default(50))
    .action((o: { threshold: number; format: Format }) => {
      const { threshold } = checked(qualityInput, { threshold: o.threshold }, 'fraud quality');
      return quality(context, threshold, o.format);
    });
}

interface List {
  readonly first: string;
  readonly format: Format;
}

async function print(context: CliContext, format: Format, rows: (services: Services) => Promise<Rows>): Promise<void> {
  context.out(formatRows(await withServices(context, rows), format));
}

/** Before any decision there is nothing to be right about: a table of blanks would say less. */
async function quality(context: CliContext, threshold: number, format: Format): Promise<void> {
  const found = await withServices(context, (services) => fraudQuality(services, threshold));
  const nothing = format === 'table' && found.reviewed === 0;
  context.out(nothing ? NOTHING_REVIEWED : formatRows([{ ...found }], format));
}

async function check(context: CliContext, format: Format, settings: object): Promise<void> {
  const report = await withServices(context, (services) => checkReferrals(services, settings, context.err));
  context.out(format === 'table' ? summaryOf(report) : formatRows([{ ...report }], format));
}

function summaryOf(r: FraudReport): string {
  return [
    `${r.accounts} accounts with a score of 20 or more, ${r.suspicious} suspicious (score ${r.threshold} or more), ${r.rings} rings; ${r.changed} changed`,
    `rewards: ${r.rewarded} made, ${r.held} held, ${r.released} released; decide on them: guanxi fraud held`,
  ].join('\n');
}
