/** The customer as each source knows them, and what identifies them there. */
import type { Random } from '../../../src/kernel/random.js';
import { chance, int, PURPOSE, stream } from '../dice.js';
import type { Member } from '../people/member.js';
import type { Person } from '../people/person.js';
import type { Layout } from './layout.js';

export interface SourceRecord {
  source: 'crm' | 'pos' | 'mini-program' | 'delivery';
  id: string;
  name: string;
  phone: string;
  email: string;
}

export interface IdentityRow {
  kind: 'PHONE' | 'EMAIL' | 'MEMBER_CARD' | 'DEVICE' | 'PAYMENT' | 'ADDRESS';
  value: string;
  source: string;
  verified: boolean;
}

/** One record from where the customer signed up, at times a second from another source, with the slips of its forms. */
export function makeRecords(layout: Layout, member: Member, person: Person): SourceRecord[] {
  const random = stream(layout.seed, PURPOSE.records, member.index);
  const first = sourceOf(member);
  const sources = chance(random, 0.4) ? [first, ...others(random, first)] : [first];
  return sources.map((source, i) => ({
    source,
    id: `${source}-${member.number + 1}`,
    name: source === 'delivery' ? person.latin : i > 0 && chance(random, 0.15) ? person.name.slice(0, 2) : person.name,
    phone: i > 0 && chance(random, 0.3) ? `+86${person.phone.replace(/^\+86 /, '').replaceAll(' ', '')}` : person.phone,
    email: source === 'pos' ? '' : person.email,
  }));
}

/** Where the customer signed up; a second registration comes from another source than most. */
export function sourceOf(member: Member): SourceRecord['source'] {
  if (member.role === 'duplicate') return member.number % 2 === 0 ? 'delivery' : 'pos';
  return (['mini-program', 'mini-program', 'crm', 'pos'] as const)[member.number % 4] as SourceRecord['source'];
}

export function makeIdentities(member: Member, person: Person): IdentityRow[] {
  const source = sourceOf(member);
  const rows: IdentityRow[] = [{ kind: 'PHONE', value: person.phone, source, verified: true }];
  const add = (kind: IdentityRow['kind'], value: string, verified: boolean) => {
    if (value !== '') rows.push({ kind, value, source, verified });
  };
  add('EMAIL', person.email, false);
  add('MEMBER_CARD', `QS${String(member.number + 1).padStart(8, '0')}`, true);
  add('DEVICE', person.device, false);
  add('PAYMENT', person.payment, true);
  add('ADDRESS', person.address, false);
  return rows;
}

function others(random: Random, first: SourceRecord['source']): SourceRecord['source'][] {
  const rest = (['crm', 'pos', 'mini-program', 'delivery'] as const).filter((source) => source !== first);
  return [rest[int(random, 0, rest.length - 1)] as SourceRecord['source']];
}
