/**
 * One community as planned: its people and the groups planted among them. Everything here is truth; ties, orders and
 * posts follow from it.
 */
import type { Random } from '../../../src/kernel/random.js';
import { DAY } from '../calendar.js';
import { chance, int, PURPOSE, pick, pickIndex, sample, stream } from '../dice.js';
import { communityId, type Layout, ringOf, type Shape, shapeOf } from '../files/layout.js';
import { type Company, makeCompanies } from '../people/companies.js';
import { type Member, makeMember } from '../people/member.js';
import { CITIES, type City, type Store, storesIn } from '../people/places.js';

export interface Referral {
  from: Member;
  to: Member;
  at: number;
}

export interface Community {
  number: number;
  id: string;
  shape: Shape;
  city: City;
  /** The noodle house most of them go to. */
  store: Store;
  /** Number of the interest most of its circles share. */
  interest: number;
  people: Member[];
  /** Ordinary members, duplicates not among them. */
  members: Member[];
  households: Member[][];
  companies: Company[];
  /** Referrals, parents before children; the first one's `from` is the root. */
  referrals: Referral[];
  /** Who refers whom in a circle, empty when no ring sits here. */
  ring: Member[];
  /** The second registration and the first one of the same person. */
  duplicates: { copy: Member; original: Member }[];
}

export const INTEREST_COUNT = 12;
const CITY_WEIGHTS = CITIES.map((_, i) => 14 - i);
const CITY_SUMS = CITY_WEIGHTS.map((_, i) => CITY_WEIGHTS.slice(0, i + 1).reduce((a, b) => a + b));
const HOURS = 3_600_000;

/** Plans community `c`. */
export function planCommunity(layout: Layout, c: number): Community {
  const random = stream(layout.seed, PURPOSE.plan, c);
  const shape = shapeOf(layout, c);
  const people = Array.from({ length: shape.size }, (_, position) => makeMember(layout, c, shape, position));
  const members = people.filter((member) => member.role === 'member');
  const city = CITIES[c < CITIES.length ? c : pickIndex(random, CITY_SUMS)] as City;
  const store = pick(random, storesIn(city.name, 'restaurant'));
  const ring = people.filter((member) => member.role === 'ring');
  startRing(layout, ringOf(layout, c), ring);
  return {
    number: c,
    id: communityId(c),
    shape,
    city,
    store,
    interest: int(random, 0, INTEREST_COUNT - 1),
    people,
    members,
    households: makeHouseholds(random, members),
    companies: makeCompanies(random, c, members, city),
    referrals: makeReferrals(random, people),
    ring,
    duplicates: makeDuplicates(layout, random, people, members),
  };
}

/** Neighbouring positions live together: about half of all members in households of two to four. */
function makeHouseholds(random: Random, members: readonly Member[]): Member[][] {
  const households: Member[][] = [];
  for (let i = 0; i < members.length; ) {
    const size = chance(random, 0.25) ? [2, 2, 3, 3, 4][int(random, 0, 4)]! : 1;
    const household = members.slice(i, i + size);
    if (household.length > 1) {
      settle(household);
      households.push(household);
    }
    i += size;
  }
  return households;
}

/** A couple of about one age, then an adult child, then a grandparent. */
function settle(household: Member[]): void {
  const [first, second, third, fourth] = household as [Member, Member, Member?, Member?];
  if (third && ['18-24', '25-34', '65+'].includes(first.ageBand)) first.ageBand = '45-54';
  second.gender = first.gender === 'female' ? 'male' : 'female';
  second.ageBand = first.ageBand;
  if (third) third.ageBand = '18-24';
  if (fourth) fourth.ageBand = '65+';
}

/** A tree grown in the order of joining: whoever came in later was referred by someone already there. */
function makeReferrals(random: Random, people: readonly Member[]): Referral[] {
  const open = people.filter((member) => member.role === 'member' || member.role === 'leader');
  const joined = [...sample(random, open, Math.ceil(open.length * 0.2))];
  const leader = people.find((member) => member.role === 'leader');
  if (leader && !joined.includes(leader)) joined.push(leader);
  joined.sort((a, b) => a.joined - b.joined || a.index - b.index);
  const grown = leader ? joined.slice(joined.indexOf(leader)) : joined;
  return grown.slice(1).map((to, i) => {
    const from = chance(random, 0.45) ? grown[0] : grown[int(random, 0, i)];
    return { from: from as Member, to, at: to.joined };
  });
}

/** Ring accounts are opened within 66 hours of each other, one after the other. */
function startRing(layout: Layout, number: number, ring: readonly Member[]): void {
  const { start, days } = layout.season;
  const burst = start + Math.floor(days * 0.55 + ((number * 37) % 90)) * DAY + 11 * HOURS;
  ring.forEach((member, k) => {
    member.joined = burst + Math.round((k * 66 * HOURS) / ring.length);
    member.leaves = burst + 20 * DAY;
    member.habit = 'ring';
  });
}

/** The second registration comes later than the first, in the same town, with the same habits. */
function makeDuplicates(layout: Layout, random: Random, people: readonly Member[], members: readonly Member[]) {
  const copies = people.filter((member) => member.role === 'duplicate');
  const originals = sample(random, members, copies.length);
  return copies.slice(0, originals.length).map((copy, i) => {
    const original = originals[i] as Member;
    copy.gender = original.gender;
    copy.ageBand = original.ageBand;
    copy.favourite = original.favourite;
    const latest = Math.floor((layout.season.end - 20 * DAY - original.joined) / DAY);
    copy.joined = original.joined + Math.min(int(random, 30, 200), latest) * DAY + int(random, 1, 50) * 60_000;
    return { copy, original };
  });
}
