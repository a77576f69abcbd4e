/**
 * Network value: a customer's own CLV, less what of it is owed to those who brought them, plus what is owed to them by
 * those they brought. What is credited to one is taken from another, so the sum over all customers stays the sum of
 * their CLV.
 */

export interface Referral {
  readonly referrer: string;
  readonly referred: string;
}

/** Part of one customer's CLV that is credited to somebody who brought them, over `hops` referrals. */
export interface Credit {
  readonly from: string;
  readonly to: string;
  readonly hops: number;
  readonly value: number;
}

export interface CreditOptions {
  /** Share of a referred customer's CLV for who referred them, 0..1. */
  readonly share: number;
  /** What each further hop up gets of the hop below, 0..1. */
  readonly decay: number;
  /** Hops up that are credited, 1 or more. */
  readonly hops: number;
}

/** A fifth for the referrer, half of that one hop up, and so on for three hops: 35 % at the most. */
export const CREDIT: CreditOptions = { share: 0.2, decay: 0.5, hops: 3 };

/**
 * Every credit. Of several who referred one customer each gets an equal part; nobody is credited from themselves,
 * whatever circles there are. Customers without a CLV, or with one of 0 or less, give nothing. Throws RangeError where
 * shares would exceed the whole.
 */
export function creditsOf(
  clv: ReadonlyMap<string, number>,
  referrals: readonly Referral[],
  { share, decay, hops }: CreditOptions = CREDIT,
): Credit[] {
  const most = Array.from({ length: hops }, (_, hop) => share * decay ** hop).reduce((sum, part) => sum + part, 0);
  if (most > 1) throw new RangeError(`credits of ${share}, ${decay} over ${hops} hops give away more than the whole`);
  const above = new Map<string, string[]>();
  for (const { referrer, referred } of referrals)
    if (referrer !== referred) above.set(referred, [...(above.get(referred) ?? []), referrer]);
  return [...clv].flatMap(([from, value]) => {
    if (value <= 0 || !above.has(from)) return [];
    return climb(above, from, hops).map(({ to, hop, part }) => ({
      from,
      to,
      hops: hop,
      value: value * share * decay ** (hop - 1) * part,
    }));
  });
}

/** Who stands above a customer, each at the fewest hops, with the part of that hop's share that is theirs. */
function climb(above: ReadonlyMap<string, readonly string[]>, from: string, hops: number) {
  const found: { to: string; hop: number; part: number }[] = [];
  const seen = new Set([from]);
  let level = new Map([[from, 1]]);
  for (let hop = 1; hop <= hops && level.size > 0; hop += 1) {
    const next = new Map<string, number>();
    for (const [person, part] of level) {
      const referrers = (above.get(person) ?? []).filter((one) => !seen.has(one));
      for (const one of referrers) next.set(one, (next.get(one) ?? 0) + part / referrers.length);
    }
    for (const [to, part] of next) {
      seen.add(to);
      found.push({ to, hop, part });
    }
    level = next;
  }
  return found;
}

/** Each customer's network value: own CLV less what they give, plus what they get. Those who only get are there too. */
export function networkValues(clv: ReadonlyMap<string, number>, credits: readonly Credit[]): Map<string, number> {
  const values = new Map(clv);
  for (const { from, to, value } of credits) {
    values.set(from, (values.get(from) ?? 0) - value);
    values.set(to, (values.get(to) ?? 0) + value);
  }
  return values;
}
