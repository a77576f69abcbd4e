import { z } from 'zod';
import { checked } from '../../kernel/checked.js';
import { DAY_MS } from '../../kernel/clock.js';
import { plural } from '../../kernel/plural.js';
import { own } from '../../kernel/words/issues.js';
import type { Services } from '../../security/index.js';
import { type KPeriod, kFactorOf, kFactorsOf, periodsOf, trendOf } from './k-factor.js';

const day = z.union([z.date(), z.iso.date(), z.iso.datetime({ offset: true })]).transform((v) => new Date(v));
const question = z.object({
  since: day.optional(),
  until: day.optional(),
  by: z.enum(['MONTH', 'WEEK']).default('MONTH'),
});

const YEAR = 365 * DAY_MS;
const MOST_PERIODS = 600;

export interface KFactor {
  readonly since: Date;
  readonly until: Date;
  readonly invitations: number;
  readonly conversions: number;
  readonly customers: number;
  readonly invitationsPerCustomer: number;
  readonly conversion: number;
  /** Over the whole time. */
  readonly kFactor: number;
  readonly periods: readonly KPeriod[];
  /** Change of K a period, by least squares over whole periods. */
  readonly slope: number;
  readonly why: string;
}

/**
 * K-factor = invitations per customer × conversion, from `since` (the year before `until` when not given) to before
 * `until` (now when not given), with its trend by whole months or weeks: a part of one, such as the month that runs,
 * counts in the sum and is told as such. An invitation is a referral on record; it converted when its status says so or
 * a touch led to a conversion after it. Throws INPUT when there is no time between, or it
 * has more than 600 periods.
 */
export async function kFactor({ graph, clock }: Services, given: z.input<typeof question>): Promise<KFactor> {
  const asked = checked(question, given, 'kFactor');
  const until = asked.until ?? clock.now();
  const since = asked.since ?? new Date(until.getTime() - YEAR);
  const span = z.object({
    since: z.date().max(new Date(until.getTime() - 1), own('must be before until', '须早于结束时间')),
    periods: z
      .array(z.date())
      .max(MOST_PERIODS, own('too many; take months or a shorter time', '时段过多：请按月或缩短时间')),
  });
  const asSpan = { since, until, by: asked.by };
  checked(span, { since, periods: since < until ? periodsOf(asSpan) : [] }, 'kFactor');
  const unit = asked.by.toLowerCase();
  const [invited, joined] = await Promise.all([
    graph.read('network/steps/referral/k-factor-invitations', { since, until, unit }),
    graph.read('network/steps/referral/k-factor-customers', { since, until, unit }),
  ]);
  const all = kFactorsOf(asSpan, invited, new Map(joined.map((row) => [row.period, row.joined])));
  return summaryOf({ since, until }, all);
}

function summaryOf(time: { since: Date; until: Date }, periods: readonly KPeriod[]): KFactor {
  const sum = (key: 'invitations' | 'conversions') => periods.reduce((total, period) => total + period[key], 0);
  const [invitations, conversions] = [sum('invitations'), sum('conversions')];
  const customers = periods.at(-1)?.customers ?? 0;
  const slope = trendOf(periods);
  const trend = slope > 0 ? 'rising' : slope < 0 ? 'falling' : 'level';
  const word = plural(invitations, 'invitation');
  const why = `${invitations} ${word} by ${customers} ${plural(customers, 'customer')}, ${conversions} of them converted; K is ${trend}`;
  return {
    ...time,
    invitations,
    conversions,
    customers,
    ...kFactorOf(invitations, conversions, customers),
    periods,
    slope,
    why,
  };
}
