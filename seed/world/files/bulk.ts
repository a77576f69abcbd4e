/** The world for `neo4j-admin database import full`: customers without anything personal, ties by type, and KNOWS. */
import { iso } from '../calendar.js';
import { makeChronicle, tierOf } from '../chronicle.js';
import { CURRENCY } from '../goods.js';
import { INTERESTS } from '../people/interests.js';
import type { Member } from '../people/member.js';
import type { Community } from '../ties/community.js';
import { KINDS, type Kind, type Tie } from '../ties/knot.js';
import { sumUp } from '../ties/knows.js';
import { makeTies } from '../ties/ties.js';
import { truthOf } from '../truth.js';
import type { Layout } from './layout.js';
import type { Folder, Sink } from './sink.js';
import type { Writer } from './writer.js';

const CUSTOMER =
  'id:ID(Customer),alias:string,gender:string,city:string,region:string,ageBand:string,joinedAt:datetime,tier:string,orders:long,spendMinor:long,currency:string,firstOrderAt:datetime,lastOrderAt:datetime,:LABEL';
const TIE =
  ':START_ID(Customer),:END_ID(Customer),closeness:double,since:datetime,lastSeen:datetime,source:string,confidence:double,interactions:long,role:string,interest:string,platform:string,code:string,campaign:string,status:string,at:datetime';
const KNOWS = ':START_ID(Customer),:END_ID(Customer),pair:string,closeness:double,kinds:string[],since:datetime';

/** Header and data file of each part, as the importer wants them after `--nodes=` and, by type, `--relationships=`. */
const NODES: readonly BulkPart[] = [{ name: '', files: ['customers-header.csv', 'customers.csv'] }];
const RELATIONSHIPS: readonly BulkPart[] = [
  ...KINDS.map((kind) => ({ name: kind, files: ['ties-header.csv', `${kind}.csv`] })),
  { name: 'KNOWS', files: ['knows-header.csv', 'KNOWS.csv'] },
];

/** A label or type and the files that hold its rows, the header first. No name where a column says it. */
export interface BulkPart {
  name: string;
  files: readonly string[];
}

/** Opens header and data files, so that the importer's order of columns is stated once. */
export function bulkWriter(layout: Layout, folder: Folder): Writer {
  folder.open('customers-header.csv', CUSTOMER.split(','));
  folder.open('ties-header.csv', TIE.split(','));
  folder.open('knows-header.csv', KNOWS.split(','));
  const customers = folder.open('customers.csv');
  const knows = folder.open('KNOWS.csv');
  const ties = Object.fromEntries(KINDS.map((kind) => [kind, folder.open(`${kind}.csv`)])) as Record<Kind, Sink>;
  return {
    write(plan) {
      for (const member of plan.people) customers.row(customerRow(layout, plan, member));
      const made = makeTies(layout, plan);
      for (const tie of made) ties[tie.kind].row(tieRow(tie));
      for (const { from, to, pair, closeness, kinds, since } of sumUp(made))
        knows.row([from.id, to.id, pair, closeness, kinds.join(';'), iso(since)]);
      return truthOf(layout, plan, []);
    },
    manifest: () => ({ nodes: NODES, relationships: RELATIONSHIPS }),
  };
}

function customerRow(layout: Layout, plan: Community, member: Member) {
  const { orders, profiled } = makeChronicle(layout, plan, member);
  const spend = orders.reduce((sum, order) => sum + (order.refundedAt === undefined ? order.amountMinor : 0), 0);
  const first = orders[0] && iso(orders[0].at);
  const last = orders.at(-1);
  const label = profiled ? 'Customer;Profiled' : 'Customer';
  const { id, gender, ageBand, joined } = member;
  const place = [plan.city.name, plan.city.region];
  const totals = [orders.length, spend, orders.length > 0 ? CURRENCY : undefined, first, last && iso(last.at)];
  return [id, aliasOf(member.number), gender, ...place, ageBand, iso(joined), tierOf(layout, orders), ...totals, label];
}

function tieRow(tie: Tie) {
  const { from, to, closeness, since, lastSeen, interactions, role, interest, platform, status } = tie;
  const circle = interest === undefined ? undefined : INTERESTS[interest]?.name;
  const referral = status ? [`R-${from.id.slice(1)}`, 'bring-a-friend', status, iso(since)] : ['', '', '', ''];
  const evidence = [closeness, iso(since), iso(lastSeen), 'world', 0.9, interactions];
  return [from.id, to.id, ...evidence, role, circle, platform, ...referral];
}

/** Five signs of Crockford's base 32, spread so that neighbours look unlike; unique below 2^25. */
function aliasOf(number: number): string {
  const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  let rest = (Math.imul(number, 0x9e3779b1) + 0x12345) & 0x1ffffff;
  let alias = '';
  for (let i = 0; i < 5; i++, rest >>>= 5) alias += signs[rest & 31];
  return `C-${alias}`;
}
