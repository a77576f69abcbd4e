import { type Command, Option } from 'commander';
import {
  broughtBy,
  hiddenReferrals,
  kFactor,
  potentialReferrers,
  referralPaths,
  referralTree,
} from '../network/index.js';
import type { Services } from '../security/index.js';
import type { CliContext } from './context.js';
import { number, rowsFormat } from './options.js';
import { withServices } from './session.js';
import { type Format, formatRows, money } from './table.js';

type Rows = readonly Record<string, unknown>[];
interface Answer {
  /** What JSON shows, and the table's rows where there are no others. */
  readonly whole: unknown;
  readonly rows: Rows;
  /** A line below the table. */
  readonly said?: string | null;
}

/** `guanxi referral …`: who brought whom, how to be introduced, whom to ask next. */
export function register(program: Command, context: CliContext): void {
  const group = program
    .command('referral')
    .description('referrals: trees, hidden chains, introduction paths, K-factor');
  const command = (usage: string, about: string) => group.command(usage).description(about).addOption(rowsFormat());
  const shown = (ask: (services: Services) => Promise<Answer>, { format }: { format: Format }) =>
    withServices(context, async (services) => print(context, await ask(services), format));
  command('tree <customer>', 'everyone a customer brought').action((customer, options) =>
    shown((s) => tree(s, customer), options),
  );
  command('path <from> <to>', 'how to be introduced; an end may be a company')
    .addOption(number('--k <paths>', 'how many'))
    .addOption(number('--max-hops <steps>', 'most steps, 1 to 6'))
    .option('--avoiding <ids...>', 'customers no path may touch')
    .action((from, to, options) => shown((s) => path(s, { from, to, ...options }), options));
  command('hidden [customer]', 'who really brought the newest customers, or one')
    .addOption(number('--first <rows>', 'how many'))
    .addOption(number('--window-days <days>', 'days before the first order'))
    .action((customer, options) => shown((s) => hidden(s, customer, options), options));
  command('k-factor', 'invitations per customer × conversion')
    .option('--since <date>', 'first day; a year before the end when not given')
    .option('--until <date>', 'exclusive; now when not given')
    .addOption(new Option('--by <period>').choices(['MONTH', 'WEEK']))
    .action((options) => shown((s) => factor(s, options), options));
  command('ask', 'whom to ask to recommend next')
    .addOption(number('--first <rows>', 'how many'))
    .option('--segment <id>', 'only members of this segment')
    .addOption(number('--quiet-days <days>', 'nobody asked within these'))
    .action((options) => shown((s) => ask(s, options), options));
}

function print({ out }: CliContext, { whole, rows, said }: Answer, format: Format): void {
  out(format === 'json' ? JSON.stringify(whole, null, 2) : formatRows(rows, format));
  if (format === 'table' && said) out(said);
}

async function tree(services: Services, customer: string): Promise<Answer> {
  const whole = await referralTree(services, { customer });
  const rows = whole.levels.map(({ level, people, conversions, value }) => ({
    level,
    people,
    conversions,
    value: value.map((v) => money(v.valueMinor, v.currency)).join(', '),
  }));
  return { whole, rows, said: `${customer} ${whole.why}` };
}

async function path(services: Services, given: Parameters<typeof referralPaths>[1]): Promise<Answer> {
  const { from, to, k, maxHops, avoiding } = given;
  const whole = await referralPaths(services, { from, to, k, maxHops, avoiding });
  const rows = whole.paths.map(({ people, closeness }) => ({ closeness, path: people.join(' → ') }));
  return { whole, rows, said: whole.reason ?? (whole.exact ? null : 'searched in part: better paths may exist') };
}

async function hidden(
  services: Services,
  customer: string | undefined,
  { first, windowDays }: { first?: number; windowDays?: number },
): Promise<Answer> {
  const whole =
    customer === undefined
      ? await hiddenReferrals(services, { first, windowDays })
      : await broughtBy(services, { customer, windowDays });
  return { whole, rows: whole.map((row) => ({ ...row })) };
}

async function factor(services: Services, given: Parameters<typeof kFactor>[1]): Promise<Answer> {
  const { since, until, by } = given;
  const whole = await kFactor(services, { since, until, by });
  return { whole, rows: whole.periods.map((p) => ({ ...p })), said: `K ${whole.kFactor.toPrecision(4)}: ${whole.why}` };
}

async function ask(services: Services, given: Parameters<typeof potentialReferrers>[1]): Promise<Answer> {
  const { first, segment, quietDays } = given;
  const whole = await potentialReferrers(services, { first, segment, quietDays });
  return { whole, rows: whole.map(({ customerId, score, why }) => ({ customerId, score, why })) };
}
