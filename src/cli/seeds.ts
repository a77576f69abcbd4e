import { type Command, Option } from 'commander';
import { RESPONSE, type SeedInput, type SeedSet, seedSet } from '../analysis/index.js';
import type { CliContext } from './context.js';
import { answerFormat } from './options.js';
import { withServices } from './session.js';
import { type Format, formatRows } from './table.js';

interface Options {
  readonly budget: number;
  readonly channel: SeedInput['channel'];
  readonly purpose?: SeedInput['purpose'];
  readonly within?: string[];
  readonly excluding?: string[];
  readonly cost?: SeedInput['costs'];
  readonly perCommunity?: number;
  readonly minSize?: number;
  readonly response?: number;
  readonly chance?: number;
  readonly snapshots?: number;
  readonly runs?: number;
  readonly seed?: number;
  readonly format: Format;
}

/** `guanxi seeds`: whom to ask to pass word on, and how far it would get. */
export function register(program: Command, context: CliContext): void {
  program
    .command('seeds')
    .description('whom to ask to pass word on, so that most people hear of it for the budget')
    .requiredOption('--budget <amount>', 'what all seeds may cost; each costs 1 unless --cost says otherwise', Number)
    .addOption(new Option('--channel <channel>', 'how they are asked').choices(Object.keys(RESPONSE)).default('WECHAT'))
    .option('--purpose <purpose>', 'what they must consent to: marketing, referral, research')
    .option('--within <communities...>', 'stay within these communities')
    .option('--excluding <customers...>', 'leave these people out as seeds')
    .option('--cost <customer=amount...>', 'what single people cost', costOf)
    .option('--per-community <seeds>', 'at least so many seeds from each community', Number)
    .option('--min-size <people>', 'only communities of so many people have that floor', Number)
    .option('--response <share>', 'share of closeness that becomes the chance to pass word on, 0..1', Number)
    .option('--chance <share>', 'the same chance on every tie instead, 0..1', Number)
    .option('--snapshots <number>', 'worlds that seeds are chosen by', Number)
    .option('--runs <number>', 'simulations of the estimate', Number)
    .option('--seed <number>', 'seed of what is drawn', Number)
    .addOption(answerFormat())
    .action((options: Options) => seeds(context, options));
}

/** One `id=amount`; what is no amount is refused by the service. */
function costOf(text: string, before: SeedInput['costs'] = []): SeedInput['costs'] {
  const at = text.lastIndexOf('=');
  return [...(before ?? []), { customerId: text.slice(0, at), cost: Number(text.slice(at + 1)) }];
}

async function seeds(context: CliContext, { format, cost, perCommunity, minSize, ...given }: Options): Promise<void> {
  const floor = perCommunity === undefined ? {} : { perCommunity: { atLeast: perCommunity, minSize } };
  const input: SeedInput = { ...given, ...floor, costs: cost };
  const found = await withServices(context, (services) => seedSet(services, input));
  if (format === 'json') return context.out(JSON.stringify(found, null, 2));
  const rows = found.seeds.map(({ position, customerId, marginalReach, cost: of, why }) => ({
    position,
    customerId,
    marginalReach: Number(marginalReach.toFixed(2)),
    cost: of,
    why,
  }));
  context.out(formatRows(rows, 'table'));
  for (const line of summaryOf(found)) context.out(line);
}

function summaryOf({
  reach,
  topDegree,
  random,
  people,
  candidates,
  spent,
  budget,
  unmetFloors,
  notes,
}: SeedSet): string[] {
  const said = ({ mean, low, high }: SeedSet['reach']) =>
    `${mean.toFixed(1)} people (95 %: ${low.toFixed(1)} to ${high.toFixed(1)})`;
  return [
    `${said(reach)} would hear of it, of ${people}; ${candidates} may be asked; spent ${spent} of ${budget}`,
    `those who know most: ${said(topDegree.reach)}; drawn by lot: ${said(random.reach)}`,
    ...unmetFloors.map(({ communityId, wanted, got, why }) => `community ${communityId}: ${got} of ${wanted}, ${why}`),
    ...notes,
  ];
}
