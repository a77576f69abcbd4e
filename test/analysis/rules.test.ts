import { innerTies } from '../../src/analysis/communities/community-figures.js';
import { peakOf, refuseUnlessFits } from '../../src/analysis/run/memory.js';
import { analysisOptions } from '../../src/analysis/run/options.js';
import { planBetweenness, samplesFor, shareFactor } from '../../src/analysis/scores/betweenness.js';
import { roleCuts } from '../../src/analysis/scores/role-cuts.js';

test('betweenness is exact on small networks and sampled on large ones', () => {
  expect(planBetweenness({ nodes: 5_000, arcs: 50_000, exactUpTo: 5_000, betweennessError: 0.06 })).toEqual({
    exact: true,
    samples: 5_000,
    error: 0,
  });
  const large = planBetweenness({
    nodes: 1_000_000,
    arcs: 10_000_000,
    exactUpTo: 5_000,
    betweennessError: 0.06,
  });
  expect(large).toMatchObject({ exact: false });
  expect(large.samples).toBeGreaterThanOrEqual(40);
  expect(large.samples).toBeLessThan(200);
});

test("Hoeffding: 738 sources put one customer's share within 0.05 with 95 %", () => {
  // ln(2 / 0.05) / (2 * 0.05^2) = 737.8
  const plan = planBetweenness({
    nodes: 100_000,
    arcs: 1,
    exactUpTo: 0,
    betweennessError: 0.06,
    samples: 738,
  });
  expect(plan.error).toBeLessThanOrEqual(0.05);
  expect(
    planBetweenness({ nodes: 100_000, arcs: 1, exactUpTo: 0, betweennessError: 0.06, samples: 737 }).error,
  ).toBeGreaterThan(0.05);
});

test('the stated error chooses the sources: 0.05 wants 738, as far as the size allows', () => {
  expect(samplesFor(0.05)).toBe(738);
  const plan = planBetweenness({
    nodes: 7_624,
    arcs: 55_612,
    exactUpTo: 5_000,
    betweennessError: 0.05,
  });
  expect(plan).toMatchObject({ exact: false, samples: 738 });
  expect(plan.error).toBeLessThanOrEqual(0.05);
});

test('as many samples as customers is exact', () => {
  expect(planBetweenness({ nodes: 100, arcs: 400, exactUpTo: 0, betweennessError: 0.06, samples: 100 }).exact).toBe(
    true,
  );
});

test('the middle of a star lies on all pairs', () => {
  // five people around one: 10 pairs, all through the middle
  expect(10 * shareFactor(6, 6)).toBeCloseTo(1, 12);
  expect(shareFactor(2, 2)).toBe(0);
  expect(5 * shareFactor(6, 3)).toBeCloseTo(1, 12);
});

test('ties inside a community from its part of the modularity', () => {
  // karate: 24 ties inside, degrees add up to 62, of 78 ties
  const modularity = 24 / 78 - (62 / 156) ** 2;
  expect(innerTies({ size: 12, degrees: 62, modularity }, 78)).toEqual({ ties: 24, density: 24 / 66 });
  expect(innerTies({ size: 2, degrees: 0, modularity: 0 }, 0)).toEqual({ ties: 0, density: 0 });
});

test('memory at the peak is the graph, the scores and the hungriest step', () => {
  const steps = [
    { step: 'graph', bytes: 100 },
    { step: 'pageRank', bytes: 10 },
    { step: 'leiden', bytes: 50 },
  ];
  expect(peakOf(steps, 2)).toBe(100 + 50 + 160);
  expect(() => refuseUnlessFits(100, 100)).not.toThrow();
  expect(() => refuseUnlessFits(3 * 2 ** 30, 2 ** 30)).toThrow('needs about 3,072 MiB');
});

test('weights are made to sum to 1', () => {
  expect(analysisOptions.parse({ weights: { reach: 2, brokerage: 1, response: 1, conversion: 0 } }).weights).toEqual({
    reach: 0.5,
    brokerage: 0.25,
    response: 0.25,
    conversion: 0,
  });
  const none = { reach: 0, brokerage: 0, response: 0, conversion: 0 };
  expect(analysisOptions.safeParse({ weights: none }).success).toBe(false);
});

test('cuts of roles: two leaders at least, above the median answered, and nothing asked where nobody is answered', () => {
  const reach = Array.from({ length: 1024 }, (_, at) => at / 1023);
  const options = analysisOptions.parse({}).roles;
  const size = { nodes: 34, quiet: 3, kolInfluence: 80 };
  expect(roleCuts({ reach, response: reach }, options, size)).toEqual({
    leaderRank: 1013 / 1023,
    leaderAnswer: 512 / 1023,
    quiet: 3,
    kolInfluence: 80,
    spreadFrom: 0,
  });
  const silent = roleCuts({ reach, response: reach.map(() => 0) }, options, { ...size, nodes: 100_001 });
  expect(silent).toMatchObject({ leaderAnswer: -1, spreadFrom: 90 });
});
