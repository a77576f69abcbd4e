import * as fc from 'fast-check';
import type { Rule } from '../../../src/value/segments/rule.js';
import { ROLES } from './rule-world.js';

const some = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const maybe = (shape: Record<string, fc.Arbitrary<unknown>>, requiredKeys: string[]) =>
  fc.record(shape, { requiredKeys });
const days = fc.integer({ min: 1, max: 160 });
const least = fc.integer({ min: 1, max: 3 });
const segment = some('rfm:champions', 'rfm:lost', 'rfm:none');
const goods = { product: some('p0', 'p1'), category: some('c0', 'c1'), store: some('s0', 's1') };
const role = some(...ROLES);
const oneOf = <T extends object>(drawn: fc.Arbitrary<T>, keys: string[]) =>
  drawn.filter((value) => keys.some((key) => key in value));
const times = (name: string) =>
  oneOf(maybe({ name: some(name), withinDays: days, beforeDays: days }, ['name']), ['withinDays', 'beforeDays']);
const numbers = (name: string) =>
  oneOf(
    maybe({ name: some(name), atLeast: fc.integer({ min: 0, max: 5 }), atMost: fc.integer({ min: 0, max: 5 }) }, [
      'name',
    ]),
    ['atLeast', 'atMost'],
  );
const sentiment = { days, atLeast: some(-0.5, 0, 0.5), atMost: some(-0.5, 0, 0.5) };
const share = some(0, 0.3, 0.5, 0.8);

const conditions: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  property: fc.oneof(
    fc.record({ name: some('city'), in: some(['成都'], ['北京', '成都'], ['x']) }),
    numbers('orders'),
    times('joinedAt'),
  ),
  score: fc.oneof(
    fc.record({ name: some('rfmSegment'), in: some(['rfm:lost']) }),
    numbers('rfmLevel'),
    times('rfmScoredAt'),
  ),
  ordered: maybe({ days, atLeast: least, ...goods }, ['days']),
  notOrdered: maybe({ days, ...goods }, ['days']),
  spent: maybe({ days, atLeastMinor: fc.integer({ min: 1, max: 900 }), currency: some('CNY', 'EUR'), ...goods }, [
    'days',
    'atLeastMinor',
    'currency',
  ]),
  event: maybe({ type: some('login', 'view'), days, atLeast: least }, ['type', 'days']),
  sentiment: oneOf(maybe(sentiment, ['days']), ['atLeast', 'atMost']),
  interest: maybe({ id: some('i0', 'i1'), weightAtLeast: share }, ['id']),
  consents: maybe({ purpose: some('marketing', 'profiling'), channel: some('SMS', 'MAIL', 'ANY') }, ['purpose']),
  rfmSegment: fc.record({ id: segment }),
  lifecycle: fc.record({ in: some(['new'], ['dormant', 'stable']) }),
  role: fc.record({ in: fc.uniqueArray(role, { minLength: 1, maxLength: 3 }) }),
  closeTie: oneOf(
    maybe(
      {
        closenessAtLeast: share,
        ordered: maybe({ days, product: goods.product, category: goods.category }, ['days']),
        quietDays: days,
      },
      [],
    ),
    ['ordered', 'quietDays'],
  ),
  near: maybe({ role, steps: least }, ['role']),
  inCommunity: fc.oneof(
    oneOf(maybe({ id: some('k0', 'k1'), sizeAtLeast: fc.integer({ min: 1, max: 13 }) }, []), ['id', 'sizeAtLeast']),
    fc
      .tuple(
        maybe({ shareAtLeast: share, sizeAtLeast: least }, []),
        fc.oneof(
          maybe({ days, ...goods }, ['days']).map((ordered) => ({ ordered })),
          segment.map((rfmSegment) => ({ rfmSegment })),
          some(['new'], ['growth', 'stable']).map((lifecycle) => ({ lifecycle })),
          role.map((one) => ({ role: [one] })),
        ),
      )
      .map(([bounds, asked]) => ({ ...bounds, ...asked })),
  ),
  broughtBy: maybe({ rfmSegment: segment, lifecycle: some(['new', 'stable']), role: role.map((one) => [one]) }, []),
  broughtAtLeast: fc.record({ count: least }),
  companyOf: oneOf(maybe({ id: some('co0', 'co1'), industry: some('IT', 'food') }, []), ['id', 'industry']),
};

const condition = fc.oneof(
  ...Object.entries(conditions).map(([name, given]) => given.map((value) => ({ [name]: value }))),
);
/** Rules of up to three levels. */
export const rules = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    condition as fc.Arbitrary<never>,
    fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((all) => ({ all }) as never),
    fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((any) => ({ any }) as never),
    tie('rule').map((not) => ({ not }) as never),
  ),
})).rule;

const DAYS = ['days', 'withinDays', 'beforeDays', 'quietDays'];
const SHARES = ['closenessAtLeast', 'weightAtLeast', 'shareAtLeast'];

/** The same rule by other days, amounts and shares: Neo4j plans it once for all of them. */
export function shifted(rule: Rule, by: number): Rule {
  const given = JSON.stringify(rule, (key, value) => {
    if (DAYS.includes(key)) return 1 + ((value + by) % 160);
    if (SHARES.includes(key)) return ((10 * value + by) % 11) / 10;
    return key === 'atLeastMinor' ? 1 + ((value + 7 * by) % 900) : value;
  });
  return JSON.parse(given) as Rule;
}
