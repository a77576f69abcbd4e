import fc from 'fast-check';
import { seededRandom } from '../../src/kernel/random.js';
import { graphMl, svg } from '../../src/publish/network/network-file.js';
import { toldBands } from '../../src/publish/network/node-bands.js';
import { spectralPlaces } from '../../src/publish/network/spectral-places.js';
import { type Edge, kDegreeSupergraph, type Supergraph } from '../../src/publish/network/supergraph.js';
import { anonymousDegrees, rarest } from '../../src/publish/statistic/degree-sequence.js';

function made(nodes: number, edges: readonly Edge[], k: number): Supergraph {
  const search = kDegreeSupergraph(nodes, edges, k);
  for (let step = search.next(); ; step = search.next()) if (step.done) return step.value;
}

const cost = (degrees: readonly number[], raised: Iterable<number>) =>
  [...raised].reduce((sum, degree) => sum + degree, 0) - degrees.reduce((sum, degree) => sum + degree, 0);

/** Every way to cut the ordered degrees into groups of k or more. */
function cheapest(degrees: readonly number[], k: number): number {
  const sorted = [...degrees].sort((a, b) => b - a);
  const from = (start: number): number => {
    if (start === sorted.length) return 0;
    let best = Number.POSITIVE_INFINITY;
    for (let end = start + k; end <= sorted.length; end++) {
      const group = sorted.slice(start, end);
      best = Math.min(best, group.reduce((sum, degree) => sum + group[0]! - degree, 0) + from(end));
    }
    return best;
  };
  return from(0);
}

test('worked example: degrees 5 5 3 3 2 2 1 1 are 2-anonymous, and cost 6 for k 4', () => {
  const degrees = [5, 5, 3, 3, 2, 2, 1, 1];
  expect([...anonymousDegrees(degrees, 2)]).toEqual(degrees);
  expect([...anonymousDegrees(degrees, 4)]).toEqual([5, 5, 5, 5, 2, 2, 2, 2]);
  expect(cost(degrees, anonymousDegrees(degrees, 4))).toBe(6);
});

test('degrees are raised as little as any grouping can', () => {
  const drawn = fc.record({
    degrees: fc.array(fc.nat({ max: 9 }), { minLength: 5, maxLength: 12 }),
    k: fc.integer({ min: 2, max: 5 }),
  });
  fc.assert(
    fc.property(drawn, ({ degrees, k }) => {
      const raised = anonymousDegrees(degrees, k);
      expect(rarest(raised)).toBeGreaterThanOrEqual(k);
      for (const [at, degree] of degrees.entries()) expect(raised[at]).toBeGreaterThanOrEqual(degree);
      expect(cost(degrees, raised)).toBe(cheapest(degrees, k));
    }),
  );
});

test('every degree occurs k times or more, every tie stays, none is twice', () => {
  const drawn = fc.record({
    nodes: fc.integer({ min: 6, max: 40 }),
    pairs: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 90 }),
    k: fc.integer({ min: 2, max: 6 }),
  });
  fc.assert(
    fc.property(drawn, ({ nodes, pairs, k }) => {
      const edges = simple(pairs.map(([a, b]) => [a % nodes, b % nodes] as const));
      const found = made(nodes, edges, k);
      expect(found.edges.slice(0, edges.length)).toEqual(edges);
      expect(simple(found.edges)).toHaveLength(found.edges.length);
      expect(found.edges).toHaveLength(edges.length + found.added);
      const degrees = degreesOf(nodes, found.edges);
      expect(degrees).toEqual([...found.degrees]);
      expect(rarest(degrees)).toBeGreaterThanOrEqual(k);
    }),
    { numRuns: 300 },
  );
});

test('few ties are added to networks with hubs as people have them', () => {
  const nodes = 1_000;
  const edges = hubs(nodes, 3, seededRandom(7).next);
  for (const k of [5, 10]) {
    const found = made(nodes, edges, k);
    expect(rarest(found.degrees)).toBeGreaterThanOrEqual(k);
    expect(found.added / edges.length).toBeLessThan(k === 5 ? 0.06 : 0.12);
    expect(found.attempts).toBeLessThan(20);
  }
});

test('a star, a complete graph and nothing at all', () => {
  const star = made(
    8,
    [1, 2, 3, 4, 5, 6, 7].map((leaf) => [0, leaf] as const),
    2,
  );
  expect(rarest(star.degrees)).toBeGreaterThanOrEqual(2);
  expect(
    made(
      3,
      [
        [0, 1],
        [0, 2],
        [1, 2],
      ],
      3,
    ),
  ).toMatchObject({ added: 0, attempts: 1 });
  expect(made(4, [], 4)).toMatchObject({ added: 0, edges: [] });
});

test('a band is told only where it leaves every degree k people of it', () => {
  const degrees = [2, 2, 2, 2, 3, 3, 3];
  const communities = ['a', 'a', 'a', 'a', 'a', 'b', 'b'];
  expect(toldBands(communities, degrees, 2)).toEqual(['5-9', '5-9', '5-9', '5-9', null, null, null]);
  expect(toldBands(communities, degrees, 1)).toEqual(['5-9', '5-9', '5-9', '5-9', '5-9', '1-4', '1-4']);
  expect(toldBands([null, null, 'b', 'b'], [1, 1, 1, 1], 2)).toEqual(['none', 'none', '1-4', '1-4']);
});

test('files hold numbers and bands, places inside the picture, and two circles are drawn apart', () => {
  const triangles: Edge[] = [
    [0, 1],
    [1, 2],
    [0, 2],
    [3, 4],
    [4, 5],
    [3, 5],
    [2, 3],
  ];
  const network = { nodes: 6, edges: triangles, bands: [null, null, null, '1-4', '1-4', '1-4'] };
  const drawing = svg(network);
  expect(drawing.match(/<circle/g)).toHaveLength(6);
  expect(drawing).not.toContain('NaN');
  const file = graphMl(network);
  expect(file.match(/<edge /g)).toHaveLength(7);
  expect(file).toContain('<node id="n3"><data key="band">1-4</data></node>');
  const places = spectralPlaces(6, triangles);
  const sides = places.map(({ x }) => x > 0.5);
  expect(
    new Set([sides[0]! === sides[1]!, sides[1]! === sides[2]!, sides[3]! === sides[4]!, sides[4]! === sides[5]!]),
  ).toEqual(new Set([true]));
  expect(sides[0]).not.toBe(sides[5]);
  expect(spectralPlaces(3, []).every(({ x, y }) => x > 0 && x < 1 && y > 0 && y < 1)).toBe(true);
});

function simple(edges: readonly Edge[]): Edge[] {
  const seen = new Map(edges.filter(([a, b]) => a !== b).map((edge) => [[...edge].sort((a, b) => a - b).join(), edge]));
  return [...seen.values()];
}

function degreesOf(nodes: number, edges: readonly Edge[]): number[] {
  const degrees = new Array<number>(nodes).fill(0);
  for (const node of edges.flat()) degrees[node]!++;
  return degrees;
}

/** Preferential attachment (Barabási, Albert 1999): each newcomer knows some, the more likely the better known. */
function hubs(nodes: number, each: number, next: () => number): Edge[] {
  const ends: number[] = [0, 1];
  const edges: Edge[] = [[0, 1]];
  for (let node = 2; node < nodes; node++) {
    const known = new Set<number>();
    while (known.size < Math.min(each, node)) known.add(ends[Math.floor(next() * ends.length)]!);
    for (const other of known) {
      edges.push([other, node]);
      ends.push(other, node);
    }
  }
  return edges;
}
