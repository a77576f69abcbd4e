import type { Rule } from '../../../src/value/segments/rule.js';
import { CATEGORY, type Each, PEOPLE, REFERRED, SIZES, tiesOf } from './rule-world.js';

// biome-ignore lint/suspicious/noExplicitAny: the rule is drawn below, each with what its condition takes
type Given = any;
type Naive = (person: Each, given: Given) => boolean;

const within = (days: number, window: number) => days <= window && days > 0;
const orders = (person: Each, { days, product, category, store }: Given) =>
  person.placed.filter(
    (order) =>
      within(order.days, days) &&
      !order.refunded &&
      (!product || order.product === product) &&
      (!category || CATEGORY[order.product] === category) &&
      (!store || order.store === store),
  );
const compared: Naive = (person, { name, ...by }) => {
  const text = { city: person.city, rfmSegment: person.segment }[name as string];
  if (by.in) return text !== null && text !== undefined && by.in.includes(text);
  if (by.atLeast !== undefined || by.atMost !== undefined) {
    const value = name === 'orders' ? person.orderCount : person.level;
    return value !== null && value >= (by.atLeast ?? -Infinity) && value <= (by.atMost ?? Infinity);
  }
  const days = name === 'joinedAt' ? person.joined : person.scoredDays;
  return days !== null && days <= (by.withinDays ?? Infinity) && days > (by.beforeDays ?? -Infinity);
};
const near = (n: number, steps: number): Set<number> => {
  let reached = new Set([n]);
  const all = new Set<number>();
  for (let step = 0; step < steps; step += 1) {
    reached = new Set([...reached].flatMap((at) => tiesOf(at).map(({ m }) => m)).filter((m) => PEOPLE[m]!.profiled));
    for (const m of reached) all.add(m);
  }
  all.delete(n);
  return all;
};
const personFits = (person: Each, { rfmSegment, lifecycle, role, ordered }: Given) =>
  (!rfmSegment || segmentFits(person, rfmSegment)) &&
  (!lifecycle || (person.lifecycle !== null && lifecycle.includes(person.lifecycle))) &&
  (!role || person.roles.some((one) => role.includes(one))) &&
  (!ordered || orders(person, ordered).length > 0);
const shareFits = (id: string, { shareAtLeast = 0, ...asked }: Given) => {
  const fitting = PEOPLE.filter((p) => p.community === id && p.profiled && personFits(p, asked)).length;
  return fitting > 0 && fitting >= shareAtLeast * SIZES[id]!;
};
const segmentFits = (person: Each, id: string) => person.segment === id;

const NAIVE: Readonly<Record<string, Naive>> = {
  property: compared,
  score: compared,
  ordered: (person, given) => orders(person, given).length >= (given.atLeast ?? 1),
  notOrdered: (person, given) => orders(person, given).length === 0,
  spent: (person, given) =>
    orders(person, given).reduce((sum, { amount, currency }) => sum + (currency === given.currency ? amount : 0), 0) >=
    given.atLeastMinor,
  event: ({ events }, { type, days, atLeast = 1 }) =>
    events.filter((one) => one.type === type && within(one.days, days)).length >= atLeast,
  sentiment: ({ said }, { days, atLeast = -1, atMost = 1 }) =>
    said.some((one) => within(one.days, days) && one.sentiment >= atLeast && one.sentiment <= atMost),
  interest: ({ interests }, { id, weightAtLeast = 0 }) =>
    interests.some((one) => one.id === id && (one.weight ?? 1) >= weightAtLeast),
  consents: ({ consents }, { purpose, channel = 'ANY' }) =>
    consents.some(
      (one) =>
        one.purpose === purpose &&
        (channel === 'ANY' || [channel, 'ALL'].includes(one.channel)) &&
        (one.untilDays === null || one.untilDays > 0),
    ),
  rfmSegment: (person, { id }) => segmentFits(person, id),
  lifecycle: ({ lifecycle }, given) => lifecycle !== null && given.in.includes(lifecycle),
  role: ({ roles }, given) => roles.some((role) => given.in.includes(role)),
  closeTie: ({ n }, { closenessAtLeast = 0.5, ordered, quietDays }) => {
    const others = tiesOf(n)
      .filter(({ m, closeness }) => closeness >= closenessAtLeast && PEOPLE[m]!.profiled)
      .map(({ m }) => PEOPLE[m]!);
    const bought = !ordered || others.some((other) => orders(other, ordered).length > 0);
    return (
      bought && (!quietDays || others.some(({ lastOrderDays }) => lastOrderDays !== null && lastOrderDays > quietDays))
    );
  },
  near: ({ n }, { role, steps = 2 }) => [...near(n, steps)].some((m) => PEOPLE[m]!.roles.includes(role)),
  inCommunity: ({ community }, { id, sizeAtLeast = 1, ...members }) =>
    community !== null &&
    (!id || community === id) &&
    SIZES[community]! >= sizeAtLeast &&
    (Object.keys(members).length === 0 || shareFits(community, members)),
  broughtBy: ({ n }, given) =>
    REFERRED.some(({ a, b }) => b === n && PEOPLE[a]!.profiled && personFits(PEOPLE[a]!, given)),
  broughtAtLeast: ({ n }, { count }) => REFERRED.filter(({ a, b }) => a === n && PEOPLE[b]!.profiled).length >= count,
  companyOf: ({ company }, { id, industry }) =>
    company !== null && (!id || company.id === id) && (!industry || company.industry === industry),
};

/** Conditions that look at people who consent to profiling alone. */
const PROFILES =
  'score sentiment interest rfmSegment lifecycle role closeTie near inCommunity broughtBy broughtAtLeast companyOf'.split(
    ' ',
  );

/** Whether a rule fits one of the world, worked out one by one. */
export function fits(person: Each, rule: Rule): boolean {
  const profiles = PROFILES.some((name) => JSON.stringify(rule).includes(`{"${name}":{`));
  return (!profiles || person.profiled) && holds(person, rule);
}

function holds(person: Each, rule: Rule): boolean {
  if ('not' in rule) return !holds(person, rule.not);
  if ('all' in rule) return rule.all.every((part) => holds(person, part));
  if ('any' in rule) return rule.any.some((part) => holds(person, part));
  const [name, given] = Object.entries(rule)[0]!;
  return NAIVE[name]!(person, given);
}
