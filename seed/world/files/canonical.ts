/** The world as canonical CSV files, one community after the other. */

import { DAY, iso } from '../calendar.js';
import { CAMPAIGNS, makeReceipts, startOf } from '../campaigns.js';
import { makeChronicle } from '../chronicle.js';
import { makeEvents, REWARD, rewardedAt, rewardedIn } from '../events.js';
import { CATEGORIES, CURRENCY, PRODUCTS } from '../goods.js';
import { writeCustomer } from '../people/customer-rows.js';
import { INTERESTS } from '../people/interests.js';
import { makePeople, type Person } from '../people/person.js';
import { BRAND, STORES } from '../people/places.js';
import { makePosts, makeReactions, type Post } from '../posts.js';
import { makeRedemptions } from '../redemptions.js';
import type { Community } from '../ties/community.js';
import type { Tie } from '../ties/knot.js';
import { makeTies } from '../ties/ties.js';
import { truthOf } from '../truth.js';
import { COLUMNS, type FileName, LINES } from './columns.js';
import type { Layout } from './layout.js';
import type { Cell, Folder, Sink } from './sink.js';
import type { Writer } from './writer.js';

export type Sinks = Readonly<Record<FileName, Sink>>;
type Lines = Readonly<Record<keyof typeof LINES, Sink>>;

/** Opens the canonical files and writes what does not depend on customers. */
export function canonicalWriter(layout: Layout, folder: Folder): Writer {
  const names = Object.keys(COLUMNS) as FileName[];
  const sinks = Object.fromEntries(names.map((name) => [name, folder.open(name, COLUMNS[name].split(','))])) as Sinks;
  const lines = { receipts: folder.open(LINES.receipts), redemptions: folder.open(LINES.redemptions) };
  writeCatalogue(layout, sinks);
  return { write: (plan) => writeCommunity(layout, { sinks, lines }, plan) };
}

function writeCatalogue(layout: Layout, sinks: Sinks): void {
  for (const { id, name, nameZh } of INTERESTS) sinks['interests.csv'].row([id, name, nameZh]);
  for (const { id, name, nameZh } of CATEGORIES) sinks['categories.csv'].row([id, name, nameZh]);
  for (const { id, name, nameZh, category, priceMinor } of PRODUCTS)
    sinks['products.csv'].row([id, name, nameZh, category.id, priceMinor, CURRENCY]);
  for (const { id, name, nameZh, city, kind } of STORES) sinks['stores.csv'].row([id, name, nameZh, city, kind]);
  for (const campaign of CAMPAIGNS) {
    const { id, name, nameZh, channel, runsDays, costMinor } = campaign;
    const at = startOf(layout, campaign);
    sinks['campaigns.csv'].row([
      id,
      `${BRAND.name} ${name}`,
      `${BRAND.nameZh} ${nameZh}`,
      'marketing',
      channel,
      iso(at),
      iso(at + runsDays * DAY),
      costMinor,
      CURRENCY,
    ]);
  }
}

function writeCommunity(layout: Layout, { sinks, lines }: { sinks: Sinks; lines: Lines }, plan: Community) {
  const people = makePeople(layout, plan);
  const ties = makeTies(layout, plan);
  const posts: Post[] = [];
  for (const member of plan.people) {
    const chronicle = makeChronicle(layout, plan, member);
    const person = people.get(member.index) as Person;
    posts.push(...makePosts(layout, member, chronicle.orders));
    writeCustomer(layout, sinks, { plan, member, person, chronicle });
    for (const receipt of makeReceipts(layout, member, chronicle.touches)) {
      const eventId = `${receipt.deliveryId}-${receipt.event}`;
      lines.receipts.text(`${JSON.stringify({ ...receipt, at: iso(receipt.at), eventId })}\n`);
    }
    for (const event of makeEvents(layout, plan, member, ties)) {
      const { source, id, customerId, type, at, payload } = event;
      sinks['events.csv'].row([source, id, customerId, type, iso(at), JSON.stringify(payload)]);
    }
  }
  writeCompanies(sinks, plan);
  for (const tie of ties) sinks['ties.csv'].row(tieRow(tie));
  for (const tie of rewardedIn(ties)) {
    const { from, to } = tie;
    sinks['rewards.csv'].row([`W-${from.id}-${to.id}`, from.id, to.id, iso(rewardedAt(tie)), REWARD, CURRENCY]);
  }
  for (const redemption of makeRedemptions(layout, plan, ties))
    lines.redemptions.text(`${JSON.stringify({ ...redemption, at: iso(redemption.at) })}\n`);
  writePosts(layout, sinks, plan, posts, ties);
  return truthOf(layout, plan, posts, people);
}

function writeCompanies(sinks: Sinks, plan: Community): void {
  for (const { id, name, nameZh, industry, city, staff } of plan.companies) {
    sinks['companies.csv'].row([id, name, nameZh, industry, city]);
    for (const { member, role, level } of staff)
      sinks['employment.csv'].row([member.id, id, role, level, iso(member.joined - 400 * DAY)]);
  }
}

function tieRow(tie: Tie): Cell[] {
  const { from, to, kind, closeness, since, lastSeen, interactions, role, platform, status } = tie;
  const interest = tie.interest === undefined ? undefined : INTERESTS[tie.interest]?.name;
  const referral =
    kind === 'REFERRED'
      ? [`R-${from.id.slice(1)}`, 'bring-a-friend', status, iso(since)]
      : [undefined, undefined, undefined, undefined];
  const source =
    kind === 'REFERRED' ? 'crm' : kind === 'FOLLOWS' ? 'social' : kind === 'FAMILY_OF' ? 'form' : 'mini-program';
  const confidence = kind === 'REFERRED' || kind === 'FAMILY_OF' ? 1 : 0.9;
  return [
    from.id,
    to.id,
    kind,
    closeness,
    iso(since),
    iso(lastSeen),
    source,
    confidence,
    interactions,
    role,
    interest,
    platform,
    ...referral,
  ];
}

function writePosts(layout: Layout, sinks: Sinks, plan: Community, posts: readonly Post[], ties: readonly Tie[]): void {
  const { reactions, comments } = makeReactions(layout, plan, posts, ties);
  for (const post of [...posts, ...comments]) {
    const { id, author, at, text, language, kind, replyTo, rating, productId, storeId } = post;
    sinks['posts.csv'].row([id, author.id, iso(at), text, language, kind, replyTo, rating, productId, storeId]);
  }
  for (const { by, postId, kind, at } of reactions) sinks['reactions.csv'].row([by.id, postId, kind, iso(at)]);
}
