/** The rows of one customer in the canonical files. */
import { iso } from '../calendar.js';
import { type Chronicle, tierOf } from '../chronicle.js';
import type { Sinks } from '../files/canonical.js';
import type { Layout } from '../files/layout.js';
import { makeIdentities, makeRecords, sourceOf } from '../files/records.js';
import { CURRENCY } from '../goods.js';
import type { Order } from '../orders.js';
import type { Community } from '../ties/community.js';
import { TEXT_VERSION } from './consents.js';
import { makeInterests } from './interests.js';
import type { Member } from './member.js';
import type { Person } from './person.js';

export interface Subject {
  plan: Community;
  member: Member;
  person: Person;
  chronicle: Chronicle;
}

/** Writes customer, identities, source records, interests, consents, orders with lines, touches and conversions. */
export function writeCustomer(layout: Layout, sinks: Sinks, subject: Subject): void {
  const { plan, member, chronicle } = subject;
  sinks['customers.csv'].row(customerRow(layout, subject));
  writeIdentities(layout, sinks, subject);
  for (const { interest, weight } of makeInterests(layout, plan, member))
    sinks['customer-interests.csv'].row([member.id, interest.id, weight]);
  for (const { id, purpose, channel, action, at, until, via } of chronicle.consents)
    sinks['consents.csv'].row([
      id,
      member.id,
      purpose,
      channel,
      action,
      iso(at),
      until && iso(until),
      TEXT_VERSION,
      via,
      `form ${id}`,
    ]);
  for (const { id, campaign, variant, at } of chronicle.touches)
    sinks['touches.csv'].row([id, campaign.id, member.id, variant, iso(at), campaign.channel]);
  for (const order of chronicle.orders) writeOrder(sinks, member, order);
}

function customerRow(layout: Layout, { plan, member, person, chronicle }: Subject) {
  const { id, gender, ageBand, joined } = member;
  const { name, phone, email, wechat, weibo, linkedin, address, birthday } = person;
  const contact = [name, phone, email, wechat, weibo, linkedin, address, birthday];
  const tier = tierOf(layout, chronicle.orders);
  return [id, ...contact, gender, plan.city.name, plan.city.region, ageBand, iso(joined), tier, sourceOf(member)];
}

function writeIdentities(layout: Layout, sinks: Sinks, { member, person }: Subject): void {
  for (const { kind, value, source, verified } of makeIdentities(member, person))
    sinks['identities.csv'].row([member.id, kind, value, iso(member.joined), source, String(verified)]);
  for (const { source, id, name, phone, email } of makeRecords(layout, member, person))
    sinks['source-records.csv'].row([source, id, member.id, name, phone, email]);
}

function writeOrder(sinks: Sinks, member: Member, order: Order): void {
  const { id, at, amountMinor, channel, store, refundedAt, lines, touch } = order;
  const refunded = refundedAt === undefined ? undefined : iso(refundedAt);
  sinks['orders.csv'].row([id, member.id, iso(at), major(amountMinor), CURRENCY, channel, store.id, refunded]);
  for (const { product, quantity } of lines)
    sinks['order-lines.csv'].row([id, product.id, quantity, major(product.priceMinor)]);
  if (touch) sinks['conversions.csv'].row([`V-${touch.id}`, touch.id, member.id, id, iso(at), amountMinor]);
}

/** Minor units as a decimal in major units, exact. */
function major(minor: number): string {
  return `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;
}
