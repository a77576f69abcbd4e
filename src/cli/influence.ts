import { type Command, Option } from 'commander';
import { explainScore, SCORE_NAMES, type ScoreExplanation, type ScoreName } from '../analysis/index.js';
import { AppError } from '../kernel/error.js';
import type { CliContext } from './context.js';
import { rowsFormat } from './options.js';
import { withServices } from './session.js';
import { type Format, formatRows } from './table.js';

interface Asked {
  readonly kind?: string;
  readonly community?: string;
  readonly segment?: string;
  readonly first: string;
  readonly format: Format;
}

/** `guanxi influencers` and `guanxi explain`: who matters, and why. */
export function register(program: Command, context: CliContext): void {
  program
    .command('influencers')
    .description('who reaches most, and why; of one role, community or segment')
    .addOption(new Option('--kind <role>', 'of this role only').choices(['KOL', 'KOC', 'BRIDGE', 'MARGINAL']))
    .option('--community <id>', 'in this community only')
    .option('--segment <id>', 'in this segment only, like rfm:champions')
    .option('--first <n>', 'how many, 1 to 1000', '20')
    .addOption(rowsFormat())
    .action((asked: Asked) => influencers(context, asked));
  program
    .command('explain')
    .argument('<customer>', 'id of a customer')
    .description('what a score, tier or role of a customer was told by')
    .addOption(new Option('--score <name>', 'which').choices(SCORE_NAMES.map(lower)).default('influence'))
    .option('--zh', 'in Chinese')
    .addOption(rowsFormat())
    .action((customer: string, options: ExplainOptions) => explain(context, customer, options));
}

async function influencers(context: CliContext, { format, first, ...filters }: Asked): Promise<void> {
  const many = Number(first);
  if (!Number.isInteger(many) || many < 1 || many > 1000)
    throw new AppError('INPUT', '--first is not a whole number from 1 to 1000', 'write it like --first 20');
  const rows = await withServices(context, ({ graph }) =>
    graph.read('analysis/influencers', { ...filters, first: many }),
  );
  context.out(formatRows(rows.map(format === 'table' ? inShort : asIs), format));
}

type Row = Readonly<Record<string, unknown>>;

/** What fits a terminal. */
function inShort({ customerId, influence, tier, roles, activity, why }: Row): Record<string, unknown> {
  return { customerId, influence, tier, roles: (roles as string[]).join(' '), activity, why };
}

function asIs(row: Row): Record<string, unknown> {
  return { ...row };
}

interface ExplainOptions {
  readonly score: string;
  readonly zh?: boolean;
  readonly format: Format;
}

async function explain({ out, ...context }: CliContext, customer: string, options: ExplainOptions): Promise<void> {
  const { score, zh, format } = options;
  const asked = { customer, score: score.toUpperCase() as ScoreName };
  const told = await withServices({ out, ...context }, (services) => explainScore(services, asked));
  if (format === 'json') return out(JSON.stringify(told, null, 2));
  out(
    formatRows(
      told.parts.map((part) => rowOf(part, zh === true)),
      format,
    ),
  );
  if (format === 'table') out(zh ? told.whyZh : told.why);
}

function rowOf(part: ScoreExplanation['parts'][number], zh: boolean): Record<string, unknown> {
  const { name, percentile, weight, contribution, met } = part;
  const why = zh ? part.whyZh : part.why;
  return met === null ? { name, percentile, weight, contribution, why } : { name, met, why };
}

function lower(name: string): string {
  return name.toLowerCase();
}
