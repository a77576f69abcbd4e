/** The orders of one customer: lunch and dinner, weekends and feasts, a home store, habits of taste. */
import type { Random } from '../../src/kernel/random.js';
import { DAY, type Feast } from './calendar.js';
import type { Touch } from './campaigns.js';
import { between, chance, int, normal, PURPOSE, pick, pickIndex, poisson, stream } from './dice.js';
import { cardVisit } from './experiment.js';
import type { Layout } from './files/layout.js';
import { giftBox, PRODUCTS, type Product, RESTAURANT_SHELVES, SHELVES, SHOP_SHELVES } from './goods.js';
import { COOLED, type Member } from './people/member.js';
import { type City, ONLINE, type Store, storesIn } from './people/places.js';

export interface Line {
  product: Product;
  quantity: number;
}

export interface Order {
  id: string;
  /** ms since 1970 */
  at: number;
  channel: string;
  store: Store;
  lines: Line[];
  amountMinor: number;
  refundedAt?: number;
  /** The touch that led to it. */
  touch?: Touch;
}

const HOUR = 3_600_000;

/** All orders in time order. `place` is where the customer's community lives, `touches` what campaigns reached them. */
export function makeOrders(
  layout: Layout,
  member: Member,
  place: { city: City; store: Store; touches: readonly Touch[] },
): Order[] {
  const random = stream(layout.seed, PURPOSE.orders, member.index);
  const whens: { at: number; touch?: Touch }[] = times(layout, random, member).map((at) => ({ at }));
  for (const touch of place.touches) if (touch.convertedAt !== undefined) whens.push({ at: touch.convertedAt, touch });
  const card = cardVisit(layout, member);
  if (card !== undefined) whens.push({ at: card });
  whens.sort((a, b) => a.at - b.at);
  return whens.map((when, i) => {
    const order = makeOrder(layout, random, member, { city: place.city, store: place.store, at: when.at });
    order.id = `O${member.id.slice(1)}-${String(i + 1).padStart(3, '0')}`;
    if (when.touch) order.touch = when.touch;
    if (member.habit === 'ring') order.refundedAt = order.at + int(random, 8, 10) * DAY;
    else if (chance(random, 0.012)) order.refundedAt = order.at + int(random, 1, 5) * HOUR;
    return order;
  });
}

/** When the customer orders, unsorted, ms. A ring account orders once, right after it was opened. */
function times(layout: Layout, random: Random, member: Member): number[] {
  if (member.habit === 'ring') return [member.joined + HOUR];
  const { start, days, busy, festive } = layout.season;
  const first = Math.max(0, Math.ceil((member.joined - start) / DAY));
  const last = Math.min(days, Math.floor((member.leaves - start) / DAY)) - 1;
  if (last <= first) return [];
  const seasonal = member.habit === 'seasonal';
  const sums = seasonal ? festive : busy;
  const low = first === 0 ? 0 : (sums[first - 1] as number);
  const mean = (((sums[last] as number) - low) / (sums[days - 1] as number)) * days * (member.weekly / 7);
  const found: number[] = [];
  if (member.joined > start && chance(random, 0.8)) found.push(member.joined + int(random, 5, 60) * 60_000);
  for (let n = poisson(random, mean); n > 0; n--) {
    const day = dayAt(sums, low + random.next() * ((sums[last] as number) - low));
    const at = start + day * DAY + hour(random);
    const fading = member.habit === 'churner' && at > member.leaves - 60 * DAY && chance(random, 0.6);
    const cooled = at > member.cools && chance(random, COOLED);
    if (!fading && !cooled) found.push(at);
  }
  return found;
}

/** First day whose running sum exceeds `value`. */
function dayAt(sums: Float64Array, value: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] as number) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Time of day in ms: a lunch peak at 12:15, a dinner peak at 18:45, the rest between opening at 10 and closing at 22.
 */
function hour(random: Random): number {
  const u = random.next();
  const peak =
    u < 0.42 ? 12.25 + 0.6 * normal(random) : u < 0.86 ? 18.75 + 0.8 * normal(random) : between(random, 10, 21.9);
  return Math.round(Math.min(21.95, Math.max(10, peak)) * HOUR);
}

interface Moment {
  city: City;
  store: Store;
  at: number;
}

function makeOrder(layout: Layout, random: Random, member: Member, moment: Moment): Order {
  const feast = layout.season.feasts[Math.floor((moment.at - layout.season.start) / DAY)] ?? '';
  const box = giftBox(feast);
  const gift = box !== undefined && chance(random, member.habit === 'seasonal' ? 0.9 : 0.08);
  const { channel, store } = makePlace(random, moment, { gift, remote: member.habit === 'ring' });
  const lines = gift ? [giftLine(random, member, box)] : makeLines(random, member, store, feast);
  const amountMinor = lines.reduce((sum, line) => sum + line.product.priceMinor * line.quantity, 0);
  return { id: '', at: moment.at, channel, store, lines, amountMinor };
}

function makePlace(
  random: Random,
  { city, store }: Moment,
  { gift, remote }: { gift: boolean; remote: boolean },
): { channel: string; store: Store } {
  const u = random.next();
  if (remote || u < (gift ? 0.5 : 0.12)) return { channel: 'MINI_PROGRAM', store: ONLINE };

  if (gift || u < 0.28) return { channel: 'SHOP', store: storesIn(city.name, 'shop')[0] as Store };
  const house = chance(random, 0.75) ? store : pick(random, storesIn(city.name, 'restaurant'));
  return { channel: u < 0.48 ? 'DELIVERY' : u < 0.58 ? 'TAKEAWAY' : 'DINE_IN', store: house };
}

function giftLine(random: Random, member: Member, product: Product): Line {
  return { product, quantity: Math.max(1, Math.round(int(random, 1, 3) * member.basket)) };
}

/** One to four lines; the favourite shelf first, and often what goes with it. */
function makeLines(random: Random, member: Member, store: Store, feast: Feast): Line[] {
  const shelves = store.kind === 'restaurant' ? RESTAURANT_SHELVES : SHOP_SHELVES;
  const party = Math.min(9, 1 + poisson(random, 0.9 * member.basket * (feast === 'spring' ? 1.8 : 1)));
  const wanted = Math.min(4, 1 + Math.floor(party * 0.55 + random.next() * 0.6));
  const lines = new Map<number, Line>();
  const favourite = SHELVES[member.favourite] as (typeof SHELVES)[number];
  for (let n = 0; n < wanted; n++) {
    const shelf = chance(random, 0.45) && shelves.includes(favourite) ? favourite : pick(random, shelves);
    const at = shelf.products[pickIndex(random, shelf.cumulative)] as number;
    put(lines, at, party > 3 ? int(random, 1, 2) : 1);
    if (lines.size < wanted && chance(random, 0.4)) put(lines, (PRODUCTS[at] as Product).companion, 1);
  }
  return [...lines.values()];
}

function put(lines: Map<number, Line>, at: number, quantity: number): void {
  const line = lines.get(at);
  if (line) line.quantity += quantity;
  else lines.set(at, { product: PRODUCTS[at] as Product, quantity });
}
