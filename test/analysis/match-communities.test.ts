import fc from 'fast-check';
import { matchCommunities, type Overlap } from '../../src/analysis/communities/match-communities.js';

const match = (overlaps: readonly Overlap[], minOverlap = 0.1) => {
  let born = 0;
  return matchCommunities(overlaps, { minOverlap, newId: () => `new-${++born}` });
};

test('the larger share of a split keeps the id, the other is born', () => {
  const ids = match([
    { raw: 1, old: 'A', members: 6 },
    { raw: 2, old: 'A', members: 4 },
  ]);
  expect([...ids]).toEqual([
    [1, 'A'],
    [2, 'new-1'],
  ]);
});

test('a merger keeps the id of the community that it shares most with', () => {
  expect(
    match([
      { raw: 1, old: 'A', members: 3 },
      { raw: 1, old: 'B', members: 7 },
    ]).get(1),
  ).toBe('B');
});

test('overlap counts by share, not by size', () => {
  const ids = match([
    { raw: 1, old: 'A', members: 10 },
    { raw: 2, old: 'A', members: 12 },
    { raw: 2, old: null, members: 100 },
  ]);
  expect(ids.get(1)).toBe('A');
});

test('a sliver of a community does not carry its id, and single people have none', () => {
  const ids = match([
    { raw: 1, old: 'A', members: 1 },
    { raw: 1, old: null, members: 20 },
    { raw: 2, old: 'B', members: 1 },
  ]);
  expect([...ids]).toEqual([[1, 'new-1']]);
});

const partition = fc
  .uniqueArray(
    fc.record({
      raw: fc.integer({ min: 0, max: 9 }),
      old: fc.option(fc.constantFrom('A', 'B', 'C', 'D', 'E')),
      members: fc.integer({ min: 1, max: 50 }),
    }),
    { selector: (o) => `${o.raw} ${o.old}`, maxLength: 40 },
  )
  .map((list): Overlap[] => list);

test('every community of two or more gets one id, no id is given twice, none is invented', () => {
  fc.assert(
    fc.property(partition, (overlaps) => {
      const ids = match(overlaps);
      const sizes = new Map<number, number>();
      for (const { raw, members } of overlaps) sizes.set(raw, (sizes.get(raw) ?? 0) + members);
      const expected = [...sizes].filter(([, size]) => size > 1).map(([raw]) => raw);
      expect([...ids.keys()].sort()).toEqual(expected.sort());
      expect(new Set(ids.values()).size).toBe(ids.size);
      for (const [raw, id] of ids)
        if (!id.startsWith('new-')) expect(overlaps.some((o) => o.raw === raw && o.old === id)).toBe(true);
    }),
  );
});

test('the same communities under other numbers keep all ids', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 2, max: 99 }), { maxLength: 20 }), (sizes) => {
      const ids = match(sizes.map((size, at) => ({ raw: 1000 - at, old: `old-${at}`, members: size })));
      expect([...ids].every(([raw, id]) => id === `old-${1000 - raw}`)).toBe(true);
    }),
  );
});

test('the order of rows does not matter', () => {
  fc.assert(
    fc.property(partition, (overlaps) => {
      const kept = (ids: Map<number, string>) => [...ids].filter(([, id]) => !id.startsWith('new-')).sort();
      expect(kept(match([...overlaps].reverse()))).toEqual(kept(match(overlaps)));
    }),
  );
});
