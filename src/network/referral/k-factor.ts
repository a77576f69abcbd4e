/** What happened in one period, whose first day names it. */
export interface Invited {
  readonly period: string;
  readonly invitations: number;
  readonly inviters: number;
  readonly conversions: number;
}

/** Month or week (from Monday). */
type Unit = 'MONTH' | 'WEEK';

interface Span {
  readonly since: Date;
  /** Exclusive. */
  readonly until: Date;
  readonly by: Unit;
}

export interface KPeriod extends Invited {
  /** Whether the time asked about covers it whole; one that runs still, or was begun before, is no trend. */
  readonly complete: boolean;
  /** Customers at the end of the period. */
  readonly customers: number;
  readonly invitationsPerCustomer: number;
  /** Share of its invitations that became customers, 0..1; 0 without invitations. */
  readonly conversion: number;
  readonly kFactor: number;
}

/** New customers that one customer brings in a period: K = invitations per customer × conversion (definitions.md). */
export function kFactorOf(invitations: number, conversions: number, customers: number) {
  const invitationsPerCustomer = customers === 0 ? 0 : invitations / customers;
  const conversion = invitations === 0 ? 0 : conversions / invitations;
  return { invitationsPerCustomer, conversion, kFactor: invitationsPerCustomer * conversion };
}

/**
 * K by period of a span, those without an invitation included. `joined` counts new customers by period; before the first they sum
 * up under null.
 */
export function kFactorsOf(
  span: Span,
  invited: readonly Invited[],
  joined: ReadonlyMap<string | null, number>,
): KPeriod[] {
  let customers = joined.get(null) ?? 0;
  return periodsOf(span).map((start) => {
    const period = start.toISOString().slice(0, 10);
    customers += joined.get(period) ?? 0;
    const { invitations = 0, inviters = 0, conversions = 0 } = invited.find((i) => i.period === period) ?? {};
    const complete = start >= span.since && nextOf(start, span.by) <= span.until;
    const k = kFactorOf(invitations, conversions, customers);
    return { period, complete, invitations, inviters, conversions, customers, ...k };
  });
}

/** The beginnings of all months or weeks from the one of `since` to before `until`, UTC. */
export function periodsOf({ since, until, by }: Span): Date[] {
  const day = new Date(Date.UTC(since.getUTCFullYear(), since.getUTCMonth(), by === 'MONTH' ? 1 : since.getUTCDate()));
  if (by === 'WEEK') day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  const periods: Date[] = [];
  for (let start = day; start < until; start = nextOf(start, by)) periods.push(start);
  return periods;
}

function nextOf(start: Date, by: Unit): Date {
  const next = new Date(start);
  if (by === 'MONTH') next.setUTCMonth(next.getUTCMonth() + 1);
  else next.setUTCDate(next.getUTCDate() + 7);
  return next;
}

/** Change of K a period by least squares over whole periods; 0 for fewer than two. */
export function trendOf(periods: readonly KPeriod[]): number {
  return slopeOf(periods.filter(({ complete }) => complete).map((period) => period.kFactor));
}

/** Change a step by least squares; 0 for fewer than two values. */
export function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, v) => sum + v, 0) / Math.max(1, values.length);
  const spread = values.reduce((sum, _, at) => sum + (at - middle) ** 2, 0);
  return spread === 0 ? 0 : values.reduce((sum, v, at) => sum + (at - middle) * (v - mean), 0) / spread;
}
