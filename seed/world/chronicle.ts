/** Everything that happens to one customer, in the order it follows: consents, then touches, then orders. */

import { DAY } from './calendar.js';
import { makeTouches, type Touch } from './campaigns.js';
import type { Layout } from './files/layout.js';
import { makeOrders, type Order } from './orders.js';
import { allows, type ConsentEvent, makeConsents } from './people/consents.js';
import type { Member } from './people/member.js';
import type { Community } from './ties/community.js';

export interface Chronicle {
  consents: ConsentEvent[];
  touches: Touch[];
  orders: Order[];
  /** Whether profiling is allowed on the last day. */
  profiled: boolean;
}

export function makeChronicle(layout: Layout, plan: Community, member: Member): Chronicle {
  const consents = makeConsents(layout, member);
  const touches = makeTouches(layout, member, consents);
  const orders = makeOrders(layout, member, { city: plan.city, store: plan.store, touches });
  return { consents, touches, orders, profiled: allows(consents, 'profiling', 'ALL', layout.season.end) };
}

/** Loyalty tier by what was spent and kept in the last twelve months, in fen. */
export function tierOf(layout: Layout, orders: readonly Order[]): 'BRONZE' | 'SILVER' | 'GOLD' | 'JADE' {
  const from = layout.season.end - 365 * DAY;
  const kept = orders.filter((order) => order.at >= from && order.refundedAt === undefined);
  const spent = kept.reduce((sum, order) => sum + order.amountMinor, 0);
  return spent >= 500_000 ? 'JADE' : spent >= 200_000 ? 'GOLD' : spent >= 50_000 ? 'SILVER' : 'BRONZE';
}
