import type { SeedNetwork } from '../../../src/analysis/seeds/seed-network.js';
import { shortlist } from '../../../src/analysis/seeds/shortlist.js';

/** Ten people: reach 0..9 by position, the first costs least for what it reaches, the last two are dear. */
const reach = Float64Array.from({ length: 10 }, (_, at) => at);
const costs = Float64Array.from([1, 0.1, 1, 1, 1, 1, 1, 1, 100, 100]);
const everybody = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const network = {
  graph: { size: 10 },
  rows: [],
  degrees: new Int32Array(10),
  meanCloseness: new Float64Array(10),
  candidates: everybody,
  costs,
  floors: [{ community: 'k', members: [0, 2, 3], atLeast: 1 }],
} as unknown as SeedNetwork;

test('few enough candidates stay as they are', () => {
  expect(shortlist(network, reach, 10)).toBe(network);
});

test('those that reach most, most for their cost, and whom a floor needs are kept', () => {
  const { candidates, floors } = shortlist({ ...network, floors: [] }, reach, 4);
  // by reach 9 and 8, by reach for the cost 1 and 7
  expect(candidates).toEqual([1, 7, 8, 9]);
  expect(floors).toEqual([]);
});

test('a floor keeps the best of its community and the cheapest, so that it can be filled', () => {
  const { candidates, floors } = shortlist(network, reach, 2);
  expect(candidates).toEqual([0, 1, 2, 3, 9]);
  expect(floors[0]!.members).toEqual([0, 2, 3]);
});
