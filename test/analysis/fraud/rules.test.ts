import fc from 'fast-check';
import { fraudOptions } from '../../../src/analysis/fraud/options.js';
import { qualityOf } from '../../../src/analysis/fraud/quality.js';
import { ringsOf } from '../../../src/analysis/fraud/rings.js';
import { ALONE, scoreOf } from '../../../src/analysis/fraud/score.js';
import { SIGNALS, type Signal, type SignalName } from '../../../src/analysis/fraud/signals.js';

const options = fraudOptions.parse({});
const signal = (name: SignalName, strength = 1, family = false): Signal => ({
  name,
  strength,
  family,
  why: name,
  whyZh: name,
});
const score = (...found: Signal[]) => scoreOf(found, options).score;

describe('the score', () => {
  test('of the worked examples in docs/network/fraud.md', () => {
    expect(score(signal('SHARED_IDENTITY', 0.9), signal('CYCLE'), signal('BURST', 0.5), signal('REFUNDED'))).toBe(97);
    expect(score(signal('SHARED_IDENTITY', 0.9), signal('REFUNDED'))).toBe(62);
    expect(score(signal('SHARED_IDENTITY'))).toBe(35);
    const family = ['SHARED_IDENTITY', 'RECIPROCAL', 'BURST'] as const;
    expect(score(...family.map((name) => signal(name, 1, true)))).toBe(15);
  });

  test('says why, the weightiest first', () => {
    const found = scoreOf([signal('BURST'), signal('REFUNDED'), signal('SILENT_TIES', 0.2)], options);
    expect(found.signals).toEqual(['REFUNDED', 'BURST', 'SILENT_TIES']);
    expect(found.reasons).toEqual(['REFUNDED', 'BURST', 'SILENT_TIES']);
  });

  const anySignal = fc.record({
    name: fc.constantFrom(...SIGNALS),
    strength: fc.double({ min: 0, max: 1, noNaN: true }),
    family: fc.boolean(),
    why: fc.constant('why'),
    whyZh: fc.constant('原因'),
  });
  const anySignals = fc.uniqueArray(anySignal, { selector: ({ name }) => name });

  test('is 0..100, grows with every signal, and never suffices by one alone or by a family, whatever the weights', () => {
    const anyWeights = fc.record(
      Object.fromEntries(SIGNALS.map((name) => [name, fc.double({ min: 0, max: 49, noNaN: true })])),
    );
    fc.assert(
      fc.property(
        anySignals,
        anyWeights,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (found, weights, familyWeight) => {
          const settings = fraudOptions.parse({ weights, familyWeight });
          const whole = scoreOf(found, settings).score;
          expect(whole).toBeGreaterThanOrEqual(0);
          expect(whole).toBeLessThanOrEqual(100);
          expect(scoreOf(found.slice(1), settings).score).toBeLessThanOrEqual(whole);
          if (found.filter(({ family }) => !family).length < 2) expect(whole).toBeLessThanOrEqual(ALONE);
        },
      ),
    );
  });

  test('refuses weights that would suffice alone, a threshold within their reach, and an amount without currency', () => {
    for (const wrong of [{ weights: { CYCLE: 50 } }, { threshold: 49 }, { rewardMinor: 100 }, { nonsense: 1 }])
      expect(fraudOptions.safeParse(wrong).success).toBe(false);
  });
});

describe('rings', () => {
  test('are what hangs together, by referrals or by things shared; who is alone is in none', () => {
    const links = [
      { a: 'a', b: 'b' },
      { a: 'b', b: 'identity x' },
      { a: 'c', b: 'identity x' },
      { a: 'd', b: 'identity y' },
    ];
    const rings = ringsOf(['a', 'b', 'c', 'd', 'e', 'f'], [...links, { a: 'e', b: 'f' }]);
    expect([...rings.keys()].sort()).toEqual(['a', 'b', 'c', 'e', 'f']);
    expect(new Set(['a', 'b', 'c'].map((id) => rings.get(id))).size).toBe(1);
    expect(rings.get('e')).toBe(rings.get('f'));
    expect(rings.get('e')).not.toBe(rings.get('a'));
  });

  test('do not depend on the order of links', () => {
    const anyId = fc.constantFrom(...'abcdefghij');
    fc.assert(
      fc.property(fc.array(fc.record({ a: anyId, b: anyId })), (links) => {
        const there = ringsOf([...'abcdefghij'], links);
        const back = ringsOf([...'jihgfedcba'], links.map(({ a, b }) => ({ a: b, b: a })).reverse());
        expect([...back].sort()).toEqual([...there].sort());
        for (const { a, b } of links) expect(there.get(a)).toBe(a === b ? there.get(a) : there.get(b));
      }),
    );
  });
});

describe('quality', () => {
  test('of a worked example: 8 of 10 suspicious were fraud, and 8 of 12 frauds were suspicious', () => {
    const counts = { truePositives: 8, falsePositives: 2, falseNegatives: 4, trueNegatives: 6 };
    expect(qualityOf(counts)).toEqual({ ...counts, reviewed: 20, precision: 0.8, recall: 8 / 12 });
  });

  test('says nothing where nothing was reviewed', () => {
    const none = { truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 };
    expect(qualityOf(none)).toEqual({ ...none, reviewed: 0, precision: null, recall: null });
    expect(qualityOf({ ...none, trueNegatives: 3 })).toMatchObject({ reviewed: 3, precision: null, recall: null });
  });
});
