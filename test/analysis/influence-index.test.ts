import fc from 'fast-check';
import { columnsOf } from '../../src/analysis/run/columns.js';
import { differenceOf, influenceIndex, quantilesOf, shareBelow } from '../../src/analysis/scores/influence-index.js';

const weights = { reach: 0.4, brokerage: 0.2, response: 0.2, conversion: 0.2 };
const floats = (...values: number[]) => Float64Array.from(values);
const values = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 });

test('the share of the others who have less', () => {
  expect([...shareBelow(floats(1, 5, 3, 3, 0))]).toEqual([25, 100, 50, 50, 0]);
  expect([...shareBelow(floats(7))]).toEqual([0]);
  expect([...shareBelow(floats())]).toEqual([]);
});

test('agrees with counting, whatever the values', () => {
  fc.assert(
    fc.property(values, (given) => {
      const shares = shareBelow(Float64Array.from(given));
      for (const [at, value] of given.entries()) {
        const below = given.filter((other) => other < value).length;
        expect(shares[at]).toBeCloseTo((100 * below) / Math.max(1, given.length - 1), 9);
      }
    }),
  );
});

test('parts are weighed together and rounded to two places', () => {
  const index = influenceIndex(
    {
      pageRank: floats(0.2, 0.5, 0.3),
      paths: floats(0, 4, 1),
      reactions: floats(0, 0, 2),
      conversions: floats(0, 0, 0),
    },
    weights,
  );
  expect([...index.reach]).toEqual([0, 100, 50]);
  expect([...index.brokerage]).toEqual([0, 100, 50]);
  expect([...index.response]).toEqual([0, 0, 100]);
  expect([...index.conversion]).toEqual([0, 0, 0]);
  expect([...index.influence]).toEqual([0, 60, 50]);
});

test('the index stays within 0 and 100, and more of a part is never less influence', () => {
  fc.assert(
    fc.property(values, (given) => {
      const measures = Float64Array.from(given);
      const none = new Float64Array(given.length);
      const { influence } = influenceIndex(
        { pageRank: measures, paths: none, reactions: none, conversions: none },
        weights,
      );
      for (const [at, value] of given.entries()) {
        expect(influence[at]).toBeGreaterThanOrEqual(0);
        expect(influence[at]).toBeLessThanOrEqual(100);
        for (const [than, other] of given.entries())
          if (other <= value) expect(influence[than]).toBeLessThanOrEqual(influence[at]!);
      }
    }),
    { numRuns: 30 },
  );
});

test('1,024 values spread over all, and how far two halves lie apart', () => {
  const spread = quantilesOf(floats(3, 1, 2));
  expect([spread.length, spread[0], spread[512], spread[1023]]).toEqual([1024, 1, 2, 3]);
  expect(new Set(quantilesOf(floats()))).toEqual(new Set([0]));
  expect(differenceOf(floats(1, 2), floats(4, 6))).toBeCloseTo(Math.sqrt((9 + 16) / 2), 12);
  expect(differenceOf(floats(), floats())).toBe(0);
});

test('columns of several parts follow one another, answers at their places', () => {
  const row = (
    nodes: number[],
    pageRank: number[],
    answered: { node: number; reactions: number; conversions: number }[],
  ) => ({
    nodes,
    ids: [],
    pageRank,
    paths: pageRank.map((value) => 10 * value),
    answered,
    close: 1,
  });
  const columns = columnsOf(
    [row([4, 5], [1, 2], []), row([9], [3], [{ node: 9, reactions: 1.5, conversions: 2 }])],
    null,
  );
  expect([...columns.pageRank]).toEqual([1, 2, 3]);
  expect([...columns.paths]).toEqual([10, 20, 30]);
  expect([...columns.reactions]).toEqual([0, 0, 1.5]);
  expect([...columns.conversions]).toEqual([0, 0, 2]);
  expect(columns).toMatchObject({ halves: null, answered: [{ node: 9, at: 2 }], close: 2 });
  expect(columns.parts).toEqual([
    { from: 0, nodes: [4, 5] },
    { from: 2, nodes: [9] },
  ]);
});

test('paths counted outside the database come by the id of the customer; who came later has none', () => {
  const counted = {
    at: new Map([
      ['a', 0],
      ['b', 1],
    ]),
    pathsA: floats(1, 2),
    pathsB: floats(3, 5),
  };
  const rows = [{ nodes: [1, 2, 3], ids: ['b', 'new', 'a'], pageRank: [1, 1, 1], paths: [], answered: [], close: 0 }];
  const { paths, halves } = columnsOf(rows, counted);
  expect([...paths]).toEqual([7, 0, 4]);
  expect(halves!.map((half) => [...half])).toEqual([
    [2, 0, 1],
    [5, 0, 3],
  ]);
});
