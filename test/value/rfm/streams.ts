import * as fc from 'fast-check';
import { DAY_MS } from '../../../src/kernel/clock.js';
import { AS_OF } from './rfm.setup.js';

/** Streams of what happens to orders after a run of RFM. */
export interface StreamOrder {
  readonly id: string;
  readonly customerId: string;
  readonly at: Date;
  readonly amountMinor: number;
  readonly currency: string;
  readonly refundedAt: Date | null;
}

const customers = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'];
const currency = fc.constantFrom('CNY', 'CNY', 'CNY', 'CNY', 'EUR');
const placed = (days: fc.Arbitrary<number>) =>
  fc.record({
    customerId: fc.constantFrom(...customers),
    days,
    amountMinor: fc.oneof(fc.integer({ min: 0, max: 900 }), fc.integer({ min: -500, max: 900 })),
    currency,
  });
/** Orders of before the run, within its window or before that. */
export const history = fc.array(placed(fc.integer({ min: -420, max: -1 })), { minLength: 4, maxLength: 14 });

/** An order, one that comes late, a refund, another buyer; `order` is taken modulo the orders there are. */
export const events = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('order' as const), row: placed(fc.integer({ min: 0, max: 20 })) }),
    fc.record({ kind: fc.constant('late' as const), row: placed(fc.integer({ min: -420, max: -1 })) }),
    fc.record({ kind: fc.constant('refund' as const), order: fc.nat(50) }),
    fc.record({ kind: fc.constant('buyer' as const), order: fc.nat(50), to: fc.constantFrom(...customers) }),
  ),
  { minLength: 1, maxLength: 6 },
);
type Event = typeof events extends fc.Arbitrary<(infer E)[]> ? E : never;

type Placed = typeof history extends fc.Arbitrary<(infer E)[]> ? E : never;
export const orderOf = ({ days, ...row }: Placed, id: string): StreamOrder => ({
  ...row,
  ...{ id, at: new Date(AS_OF.getTime() + days * DAY_MS - 5000), refundedAt: null },
});

/** When an event happens: three weeks after the run, and later with each. */
export const momentOf = (place: number) => new Date(AS_OF.getTime() + (21 + place) * DAY_MS);

/** What an event makes of the orders: the order as it is now, and whose grades it touches. */
export function after(orders: ReadonlyMap<string, StreamOrder>, event: Event, place: number) {
  const known = [...orders.values()];
  const before = 'order' in event ? known[event.order % known.length]! : undefined;
  const order: StreamOrder =
    event.kind === 'refund'
      ? { ...before!, refundedAt: momentOf(place) }
      : event.kind === 'buyer'
        ? { ...before!, customerId: event.to }
        : orderOf(event.row, `e${place}`);
  return { order, touched: [...new Set([order.customerId, ...(before ? [before.customerId] : [])])] };
}
