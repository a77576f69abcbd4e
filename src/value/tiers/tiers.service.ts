import { withLease } from '../../graph/lease.js';
import type { RowOf } from '../../graph/queries.gen.js';
import { DAY_MS } from '../../kernel/clock.js';
import { noteScoreRun } from '../../scores/index.js';
import type { Services } from '../../security/index.js';
import { type Review, reviewed } from './review.js';
import { type TierRules, tiersInForce } from './rules.js';

export interface TierRun {
  /** Customers in a tier. */
  readonly reviewed: number;
  /** Who came to a higher tier, or into one for the first time. */
  readonly up: number;
  readonly down: number;
  /** Who is told that they will fall. */
  readonly falling: number;
  readonly tiers: readonly { readonly tier: string; readonly customers: number }[];
}

type Input = RowOf<'value/steps/tiers/tier-inputs'>;
const PAGE = 2_000;

/**
 * Reviews the loyalty tier of every profiled customer who bought, by the rules in force: up at once, down after a
 * notice. Every move is kept. One review at a time (BUSY); a second one the same day moves nobody. `now` is given where
 * a history is made.
 */
export async function reviewTiers(services: Services, now: Date = services.clock.now()): Promise<TierRun> {
  const { graph, log } = services;
  const rules = tiersInForce();
  const rank = new Map(rules.tiers.map(({ id }, place) => [id, place]));
  return withLease(graph, { id: 'tiers', seconds: 120, waitMs: 0 }, async () => {
    const rows = rules.tiers.map(({ id, name, nameZh }, place) => ({ id, name, nameZh, position: place + 1 }));
    await graph.write('value/steps/tiers/tiers-save', { rows, currency: rules.currency });
    const counts = new Map(rules.tiers.map(({ id }) => [id, 0]));
    const done = { reviewed: 0, up: 0, down: 0, falling: 0 };
    const since = new Date(now.getTime() - rules.windowDays * DAY_MS);
    for (let after = ''; ; ) {
      const asked = { after, limit: PAGE, since, now, currency: rules.currency };
      const page = await graph.read('value/steps/tiers/tier-inputs', asked);
      const changes = page.flatMap((input) => {
        const review = reviewOf(input, rules, now);
        if (review === null) return [];
        done.reviewed += 1;
        counts.set(review.tier, counts.get(review.tier)! + 1);
        if (review.notice) done.falling += 1;
        const before = rank.get(input.tier ?? '') ?? Number.POSITIVE_INFINITY;
        if (rank.get(review.tier)! < before) done.up += 1;
        if (rank.get(review.tier)! > before) done.down += 1;
        return isSame(input, review) ? [] : [rowOf(input, review, now)];
      });
      if (changes.length > 0) await graph.write('value/steps/tiers/tier-save', { rows: changes });
      if (page.length < PAGE) break;
      after = page.at(-1)!.customerId;
    }
    await noteScoreRun(services, 'tiers');
    log.info('loyalty tiers reviewed', done);
    return { ...done, tiers: [...counts].map(([tier, customers]) => ({ tier, customers })) };
  });
}

/** Null for who is in no tier and bought nothing that counts. */
function reviewOf(input: Input, rules: TierRules, now: Date): Review | null {
  const { tier, tierSince, noticedAt, clvMinor } = input;
  const orders = input.times.map((time, place) => ({ at: new Date(time), amountMinor: input.amounts[place]! }));
  if (tier === null && !orders.some(({ amountMinor }) => amountMinor >= 0)) return null;
  return reviewed({ orders, held: { tier, since: tierSince, noticedAt, clvMinor }, rules }, now);
}

function isSame({ tier, fallsAt }: Input, { tier: found, notice }: Review): boolean {
  return tier === found && notice === null && fallsAt === null;
}

function rowOf({ customerId, tier, history }: Input, { tier: found, since, notice }: Review, now: Date) {
  const move = `${found}|${now.toISOString().slice(0, 10)}`;
  return {
    ...{ customerId, tier: found, since, history: tier === found ? history : [...history, move] },
    ...{ noticedAt: notice?.noticedAt ?? null, fallsAt: notice?.fallsAt ?? null, fallsTo: notice?.fallsTo ?? null },
    ...{ keepMinor: notice?.keepMinor ?? null, keepOrders: notice?.keepOrders ?? null },
  };
}
