import fc from 'fast-check';
import { communityEvents } from '../../../src/analysis/communities/community-events.js';
import { matchCommunities, type Overlap } from '../../../src/analysis/communities/match-communities.js';

function eventsOf(overlaps: readonly Overlap[], lost: readonly string[] = []) {
  let born = 0;
  const ids = matchCommunities(overlaps, { minOverlap: 0.1, newId: () => `new-${++born}` });
  const known = new Map(lost.map((id) => [id, 3]));
  for (const { old, members } of overlaps) if (old !== null) known.set(old, (known.get(old) ?? 0) + members);
  return { ids, known, events: communityEvents(overlaps, ids, { known, share: 0.3 }) };
}

test('a merger, a split, a birth and an end, worked out by hand', () => {
  const { events } = eventsOf(
    [
      { raw: 1, old: 'A', members: 10 },
      { raw: 1, old: 'B', members: 6 },
      { raw: 2, old: 'C', members: 5 },
      { raw: 3, old: 'C', members: 4 },
      { raw: 4, old: null, members: 8 },
      { raw: 5, old: 'D', members: 9 },
      { raw: 5, old: 'A', members: 1 },
    ],
    ['E'],
  );
  expect(events).toEqual([
    { kind: 'MERGED', from: ['A', 'B'], into: ['A'], members: 16 },
    { kind: 'SPLIT', from: ['C'], into: ['C', 'new-1'], members: 9 },
    { kind: 'BORN', from: [], into: ['new-2'], members: 8 },
    { kind: 'GONE', from: ['E'], into: [], members: 3 },
  ]);
});

test('a community that only lost or won some people is not news', () => {
  const { events } = eventsOf([
    { raw: 1, old: 'A', members: 80 },
    { raw: 1, old: null, members: 7 },
    { raw: 2, old: 'A', members: 20 },
    { raw: 2, old: 'B', members: 50 },
  ]);
  expect(events).toEqual([]);
});

const overlaps = fc.uniqueArray(
  fc.record({
    raw: fc.integer({ min: 0, max: 9 }),
    old: fc.option(fc.constantFrom('A', 'B', 'C', 'D', 'E')),
    members: fc.integer({ min: 1, max: 50 }),
  }),
  { selector: (o) => `${o.raw} ${o.old}`, maxLength: 40 },
);

test('every new id and every lost id is told of, and nothing else is invented', () => {
  fc.assert(
    fc.property(overlaps, (drawn) => {
      const { ids, known, events } = eventsOf(drawn);
      const now = new Set(ids.values());
      const into = new Set(events.flatMap((event) => event.into));
      const from = new Set(events.flatMap((event) => event.from));
      for (const id of now) if (!known.has(id)) expect(into).toContain(id);
      for (const id of known.keys()) if (!now.has(id)) expect(from).toContain(id);
      for (const id of into) expect(now).toContain(id);
      for (const id of from) expect(known.has(id)).toBe(true);
      for (const { kind, from: olds, into: news } of events) {
        expect(kind === 'MERGED' ? olds.length : 2).toBeGreaterThanOrEqual(2);
        expect(kind === 'SPLIT' ? news.length : 2).toBeGreaterThanOrEqual(2);
      }
    }),
  );
});
