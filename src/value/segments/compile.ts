import type { Condition } from '../../graph/library/compose.js';
import { DAY_MS } from '../../kernel/clock.js';
import type { ConditionName, Rule } from './rule.js';

/** A rule whose questions about communities are answered: the ids of those that fit, in the order of the conditions. */
export interface Located {
  readonly rule: Rule;
  readonly communities: readonly (readonly string[])[];
}

// biome-ignore lint/suspicious/noExplicitAny: what each takes is checked by its schema in rule.ts
type Given = any;
interface Piece {
  /** It uses scores or the network: it looks at people who consent to profiling alone. */
  readonly profiles: boolean;
  readonly of: (given: Given, now: Date, found: Iterator<readonly string[]>) => Condition;
}

/**
 * The condition that a rule means at a time. A rule that profiles anywhere is about people who consent to profiling as
 * a whole.
 */
export function compiled({ rule, communities }: Located, now: Date): Condition {
  const condition = conditionOf(rule, now, communities.values());
  return profiles(rule) ? { all: [{ label: 'Profiled' }, condition] } : condition;
}

/** Whether a rule uses scores or the network. */
export function profiles(rule: Rule): boolean {
  return namesIn(rule).some(([name]) => PIECES[name].profiles);
}

/** Every condition of a rule, by its name, with what it is given. */
export function namesIn(rule: Rule): [ConditionName, unknown][] {
  if ('not' in rule) return namesIn(rule.not);
  if ('all' in rule) return rule.all.flatMap(namesIn);
  if ('any' in rule) return rule.any.flatMap(namesIn);
  return Object.entries(rule) as [ConditionName, unknown][];
}

function conditionOf(rule: Rule, now: Date, found: Iterator<readonly string[]>): Condition {
  if ('not' in rule) return { not: conditionOf(rule.not, now, found) };
  if ('all' in rule) return { all: rule.all.map((part) => conditionOf(part, now, found)) };
  if ('any' in rule) return { any: rule.any.map((part) => conditionOf(part, now, found)) };
  const [name, given] = Object.entries(rule)[0] as [ConditionName, unknown];
  return PIECES[name].of(given, now, found);
}

const piece = (file: string, params: Readonly<Record<string, unknown>>): Condition => ({
  statement: `value/conditions/${file}`,
  params,
});
/** The time so many days before. */
export const ago = (now: Date, days: number) => new Date(now.getTime() - days * DAY_MS);
const window = (now: Date, days: number) => ({ since: ago(now, days), now });
const facts = (of: Piece['of']): Piece => ({ profiles: false, of });
const profiling = (of: Piece['of']): Piece => ({ profiles: true, of });

function compared({ name: property, ...by }: Given, now: Date): Condition {
  if (by.in) return piece('value-in', { property, values: by.in });
  if (by.atLeast !== undefined || by.atMost !== undefined)
    return piece('value-between', { property, least: by.atLeast, most: by.atMost });
  const starts = [by.from, by.withinDays && ago(now, by.withinDays)].filter(Boolean).map(Number);
  const ends = [by.until, by.beforeDays && ago(now, by.beforeDays)].filter(Boolean).map(Number);
  return piece('value-at', {
    property,
    from: starts.length > 0 ? new Date(Math.max(...starts)) : null,
    until: ends.length > 0 ? new Date(Math.min(...ends)) : null,
  });
}

function ordered({ days, atLeast = 1, ...goods }: Given, now: Date): Condition {
  return piece('ordered', { atLeast, ...window(now, days), ...goods });
}

function tied({ closenessAtLeast: closeness, ordered: bought, quietDays }: Given, now: Date): Condition {
  const parts: Condition[] = [];
  if (bought) {
    const { days, ...goods } = bought;
    parts.push(piece('close-tie-ordered', { closeness, ...window(now, days), ...goods }));
  }
  if (quietDays) parts.push(piece('close-tie-quiet', { closeness, since: ago(now, quietDays) }));
  return { all: parts };
}

/** Whether a condition on communities asks for what their members did or are. */
export function asksMembers(given: Given): boolean {
  return [given.ordered, given.rfmSegment, given.lifecycle, given.role].some((asked) => asked !== undefined);
}

function inCommunity(given: Given, _now: Date, found: Iterator<readonly string[]>): Condition {
  const { id, sizeAtLeast: size = 1 } = given;
  const own = piece('in-community', { community: id, size });
  if (!asksMembers(given)) return own;
  return { all: [own, piece('in-communities', { communities: found.next().value ?? [] })] };
}

const PIECES: Readonly<Record<ConditionName, Piece>> = {
  property: facts(compared),
  score: profiling(compared),
  ordered: facts(ordered),
  spent: facts(({ days, atLeastMinor, currency, ...goods }, now) =>
    piece('spent', { atLeast: atLeastMinor, currency, ...window(now, days), ...goods }),
  ),
  notOrdered: facts((given, now) => ({ not: ordered(given, now) })),
  event: facts(({ type, atLeast, days }, now) => piece('did', { type, atLeast, ...window(now, days) })),
  sentiment: profiling(({ days, atLeast = -1, atMost = 1 }, now) =>
    piece('said', { least: atLeast, most: atMost, ...window(now, days) }),
  ),
  interest: profiling(({ id, weightAtLeast }) => piece('interested-in', { interest: id, weight: weightAtLeast })),
  consents: facts(({ purpose, channel }, now) => piece('consents', { purpose, channel, now })),
  rfmSegment: profiling(({ id }) => piece('value-in', { property: 'rfmSegment', values: [id] })),
  lifecycle: profiling((given) => piece('value-in', { property: 'lifecycle', values: given.in })),
  role: profiling((given) => piece('has-role', { roles: given.in })),
  closeTie: profiling(tied),
  near: profiling(({ role, steps }) => piece(`near-${steps}`, { role })),
  inCommunity: profiling(inCommunity),
  broughtBy: profiling(({ rfmSegment: segment, lifecycle, role: roles, tier: tiers }) =>
    piece('brought-by', { segment, lifecycle, roles, tiers }),
  ),
  broughtAtLeast: profiling((given) => piece('brought-at-least', { count: given.count })),
  companyOf: profiling(({ id, industry }) => piece('works-at', { company: id, industry })),
};
