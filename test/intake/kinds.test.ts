import { staleFiles } from '../../src/graph/library/generate.js';
import { generatedFromKinds } from '../../src/intake/index.js';
import { KINDS } from '../../src/intake/kinds/index.js';
import { KIND_NAMES } from '../../src/intake/kinds/names.js';
import { startOfDay } from '../../src/kernel/calendar/zone.js';

test('statements and columns in docs/data/import.md are those of the declarations', () => {
  expect(staleFiles(generatedFromKinds())).toEqual([]);
});

test('what a kind names comes before it, and its key, lanes and ends are columns of it', () => {
  for (const [at, kind] of KIND_NAMES.entries()) {
    const { columns, key, lanes, shapes, fixes } = KINDS[kind];
    const named = Object.values(columns).flatMap(({ names }) => names ?? []);
    for (const name of named) expect([kind, name, KIND_NAMES.indexOf(name) <= at]).toEqual([kind, name, true]);
    for (const name of named) expect(KINDS[name].label).toBeDefined();
    const ends = Object.values(shapes).flatMap((shape) => (shape.form === 'tie' ? [shape.from, shape.to] : []));
    for (const name of [...key, ...lanes, ...ends, ...(fixes ? [fixes] : [])])
      expect(Object.keys(columns)).toContain(name);
  }
});

test('a day begins at midnight of the zone, or at its first moment where clocks skip midnight', () => {
  const begin = (day: string, zone: string) => startOfDay(new Date(day), zone).toISOString();
  expect(begin('2026-01-02', 'Asia/Shanghai')).toBe('2026-01-01T16:00:00.000Z');
  expect(begin('2026-07-02', 'America/New_York')).toBe('2026-07-02T04:00:00.000Z');
  expect(begin('2026-03-08', 'America/New_York')).toBe('2026-03-08T05:00:00.000Z');
  expect(begin('2024-09-08', 'America/Santiago')).toBe('2024-09-08T04:00:00.000Z'); // 00:00 does not exist, 01:00 does
});
