import fc from 'fast-check';
import { explainInfluence } from '../../src/analysis/explain/explain-influence.js';
import { explainParticipation } from '../../src/analysis/explain/explain-paths.js';
import { explainRoles } from '../../src/analysis/explain/explain-roles.js';
import type { ScoreFacts } from '../../src/analysis/explain/facts.js';
import { analysisOptions } from '../../src/analysis/run/options.js';

const { weights, roles } = analysisOptions.parse({});

function factsWith(scores: Partial<ScoreFacts['scores']>, rest: Partial<ScoreFacts> = {}): ScoreFacts {
  const zero = {
    influence: 0,
    reach: 0,
    brokerage: 0,
    response: 0,
    conversion: 0,
    pageRank: 0,
    betweenness: 0,
    reactions: 0,
  };
  const counts = {
    conversions: 0,
    degree: 5,
    coreness: 3,
    triangles: 4,
    orders: 0,
    participation: null,
    communityId: 'k-1',
    outsideReach: null,
  };
  return {
    scores: { ...zero, ...counts, ...scores },
    roles: [],
    tier: 'ORDINARY',
    activity: 'SILENT',
    rank: 9,
    interactions: 50,
    quietDays: null,
    spread: [],
    options: { weights, roles },
    cuts: { leaderRank: 0.1, leaderAnswer: 0.5, quiet: 10, kolInfluence: 90, spreadFrom: 0 },
    ...rest,
  };
}

const sumOf = (parts: readonly { contribution: number | null }[]) => parts.reduce((sum, p) => sum + p.contribution!, 0);

test('influence 62 is 40 of reach, 10 of brokerage, 12 of response, in words of both languages', () => {
  const told = explainInfluence(factsWith({ influence: 62, reach: 100, brokerage: 50, response: 60, pageRank: 0.01 }));
  expect(told.parts.map((p) => [p.name, p.contribution])).toEqual([
    ['reach', 40],
    ['brokerage', 10],
    ['response', 12],
    ['conversion', 0],
  ]);
  expect(told.why).toBe(
    "influence 62 of 100, most of it from reach: weighted PageRank 1 % of the network's, above 100 % of customers: counts 0.4",
  );
  expect(told.whyZh).toContain('影响力 62');
});

test('participation of 3 and 1 ties into two communities is 1 - 9/16 - 1/16', () => {
  const spread = [
    { community: 'k-1', ties: 3 },
    { community: null, ties: 1 },
  ];
  const told = explainParticipation(factsWith({}, { spread }));
  expect(told.value).toBeCloseTo(0.375, 12);
  expect(sumOf(told.parts)).toBeCloseTo(0.375, 12);
  expect(explainParticipation(factsWith({})).value).toBeNull();
});

test('participation is the sum of its parts and lies in 0..1, whatever the ties', () => {
  const spreads = fc.array(fc.record({ community: fc.option(fc.string()), ties: fc.integer({ min: 1, max: 500 }) }), {
    minLength: 1,
  });
  fc.assert(
    fc.property(spreads, (spread) => {
      const { value, parts } = explainParticipation(factsWith({}, { spread }));
      expect(sumOf(parts)).toBeCloseTo(value!, 9);
      expect(value).toBeGreaterThanOrEqual(-1e-9);
      expect(value).toBeLessThan(1);
    }),
  );
});

test('a bridge has both conditions met, and what was not measured is not met', () => {
  const metOf = (participation: number | null) =>
    explainRoles(factsWith({ brokerage: 99, participation }))
      .parts.filter((p) => p.name.startsWith('BRIDGE.'))
      .map((p) => p.met);
  expect(metOf(0.6)).toEqual([true, true]);
  expect(metOf(0.4)).toEqual([true, false]);
  expect(metOf(null)).toEqual([true, false]);
});

test('who is among the most influential is KOL, KOC, or told why not', () => {
  const first = { influence: 95, orders: 5 };
  const of = (outsideReach: number | null, more: object = {}, rank = 1) =>
    explainRoles(factsWith({ ...first, outsideReach, ...more }, { rank }));
  expect(of(0.4).why).toBe('KOL: among the most influential, and heard in other communities');
  expect(of(0.2).why).toBe('KOC: leads inside one community and buys');
  const { why, whyZh } = of(0.2, { orders: 2 }, 4);
  expect(why).toBe(
    'among the most influential, but neither KOL nor KOC: share of followers and respondents in other communities 0.2, asked: at least 0.3333; ' +
      'place by influence in the community 4, asked: at most 3; orders 2, asked: at least 3',
  );
  expect(whyZh).toContain('既非 KOL 也非 KOC');
  expect(of(0.2, { influence: 80 }, 4).why).toBe('no role: none has all its conditions met');
});
