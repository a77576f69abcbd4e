/** What happened in one period, whose first day names it. */
export interface Invited {
  readonly period: string;
  readonly invitations: number;
  readonly inviters: number;
  readonly conversions: number;
}

export interface KPeriod extends Invited {
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
 * K by period, those without an invitation included. `joined` counts new customers by period; before the first they sum
 * up under null.
 */
export function kFactorsOf(
  periods: readonly string[],
  invited: readonly Invited[],
  joined: ReadonlyMap<string | null, number>,
): KPeriod[] {
  let customers = joined.get(null) ?? 0;
  return periods.map((period) => {
    customers += joined.get(period) ?? 0;
    const { invitations = 0, inviters = 0, conversions = 0 } = invited.find((i) => i.period === period) ?? {};
    return { period, invitations, inviters, conversions, customers, ...kFactorOf(invitations, conversions, customers) };
  });
}

/** The first days of all months or weeks (Monday) from the one of `since` to before `until`, UTC, as YYYY-MM-DD. */
export function periodsOf(since: Date, until: Date, by: 'MONTH' | 'WEEK'): string[] {
  const day = new Date(Date.UTC(since.getUTCFullYear(), since.getUTCMonth(), by === 'MONTH' ? 1 : since.getUTCDate()));
  if (by === 'WEEK') day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  const periods: string[] = [];
  while (day < until) {
    periods.push(day.toISOString().slice(0, 10));
    if (by === 'MONTH') day.setUTCMonth(day.getUTCMonth() + 1);
    else day.setUTCDate(day.getUTCDate() + 7);
  }
  return periods;
}

/** Change of K a period by least squares; 0 for fewer than two periods. */
export function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, v) => sum + v, 0) / Math.max(1, values.length);
  const spread = values.reduce((sum, _, at) => sum + (at - middle) ** 2, 0);
  return spread === 0 ? 0 : values.reduce((sum, v, at) => sum + (at - middle) * (v - mean), 0) / spread;
}
