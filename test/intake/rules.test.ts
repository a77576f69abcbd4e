import fc from 'fast-check';
import { cellValue } from '../../src/intake/cells/cell.js';
import { exponentOf, minorUnits } from '../../src/intake/cells/money.js';
import type { TimeFormat } from '../../src/intake/cells/time.js';
import { makeSplitter } from '../../src/intake/files/csv.js';
import { roundsOf } from '../../src/intake/rows/lanes.js';
import { closenessOf, tieCloseness } from '../../src/network/closeness.js';
import { normalIdentity } from '../../src/security/lookups/normal-forms.js';

const split = (chunks: readonly string[], separator = ',') => {
  const splitter = makeSplitter({ separator, quote: '"' });
  return [...chunks.flatMap((chunk) => splitter.push(chunk)), ...splitter.end()];
};
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

test('whatever is written as CSV is read back, cut into chunks anywhere', () => {
  const cells = fc.array(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '风') }), {
    minLength: 2,
    maxLength: 4,
  });
  fc.assert(
    fc.property(
      fc.array(cells, { minLength: 1 }),
      fc.constantFrom('\n', '\r\n'),
      fc.integer({ min: 1, max: 9 }),
      (rows, end, size) => {
        const text = rows.map((row) => row.map(quoted).join(',') + end).join('');
        const chunks = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
        expect(split(chunks).map((row) => row.cells)).toEqual(rows);
      },
    ),
  );
});

test('lines are counted over line breaks in cells; a broken record costs its own line only', () => {
  const rows = split(['id,x\n1,"a\nb"\n2,"ok"z\n\n3,5" pipe\n4,"open\n5,fine']);
  expect(rows.map(({ line, cells, broken }) => [line, cells[0], broken])).toEqual([
    [1, 'id', undefined],
    [2, '1', undefined],
    [4, '2,"ok"z', 'has text after a closing quote'],
    [6, '3', undefined],
    [7, '4,"open', 'opens a quote that is not closed'],
    [8, '5', undefined],
  ]);
  expect(split(['  1   2\t3 \n'], 'blanks')[0]!.cells).toEqual(['1', '2', '3']);
});

test('money is exact by the digits of its currency', () => {
  expect([
    minorUnits('14.96', 'USD'),
    minorUnits('0.1', 'CNY'),
    minorUnits('-3', 'EUR'),
    minorUnits('150', 'JPY'),
  ]).toEqual([1496, 10, -300, 150]);
  expect([
    minorUnits('1.5', 'JPY'),
    minorUnits('1.505', 'CNY'),
    minorUnits('1e3', 'CNY'),
    minorUnits('', 'CNY'),
    minorUnits('99999999999999999', 'CNY'),
  ]).toEqual([null, null, null, null, null]);
  expect([minorUnits('1.500', 'CNY'), minorUnits('1.234', 'KWD'), exponentOf('KWD')]).toEqual([150, 1234, 3]);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), (minor) => {
      expect(minorUnits(`${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`, 'CNY')).toBe(minor);
    }),
  );
});

test('times in every format, without a zone as UTC, and no day that does not exist', () => {
  const time = { type: 'time', required: false } as const;
  const iso = (text: string, format?: TimeFormat, zone?: string) =>
    (cellValue(text, time, { format, zone }) as Date).toISOString();
  expect(iso('2026-01-02 03:04:05')).toBe('2026-01-02T03:04:05.000Z');
  expect(iso('2026-01-02T03:04:05+08:00')).toBe('2026-01-01T19:04:05.000Z');
  expect([
    iso('1262304000000', 'epoch-ms').replace('2010', '1970'),
    iso('0', 'epoch-s'),
    iso('19700101', 'yyyyMMdd'),
    iso('1970', 'yyyy'),
    iso('1970-01-01', 'date'),
  ]).toEqual(Array(5).fill('1970-01-01T00:00:00.000Z'));
  for (const [text, format] of [
    ['2026-02-30', 'iso'],
    ['20260230', 'yyyyMMdd'],
    ['yesterday', 'iso'],
    ['12', 'yyyy'],
    ['2026-13-01', 'date'],
  ] as const)
    expect(() => cellValue(text, time, { format })).toThrow(`is not a time written as ${format}`);
});

test('numbers, choices, truth and JSON are checked, and no reason repeats the cell', () => {
  expect(cellValue('0.5', { type: 'number', required: false, min: 0, max: 1 })).toBe(0.5);
  expect(cellValue('yes', { type: 'boolean', required: false })).toBe(true);
  expect(cellValue('{"b": 1}', { type: 'json', required: false })).toBe('{"b":1}');
  const bad = [
    ['1.5', { type: 'integer' }],
    ['2', { type: 'number', max: 1 }],
    ['-1', { type: 'number', min: 0 }],
    ['abc', { type: 'number' }],
    ['secret', { type: 'text', choices: ['a', 'b'] }],
    ['maybe', { type: 'boolean' }],
    ['{', { type: 'json' }],
    ['yuan', { type: 'currency' }],
  ] as const;
  for (const [text, field] of bad)
    expect(() => cellValue(text, { required: false, ...field })).toThrow(/^(?!.*(secret|maybe|yuan|abc))/);
});

test('one spelling of a phone, a mail, a card', () => {
  for (const text of ['138 0000 0001', '+86 138-0000-0001', '008613800000001', '8613800000001', '１３８００００００01'])
    expect(normalIdentity('PHONE', text)).toBe('+8613800000001');
  expect([
    normalIdentity('PHONE', '021 5555 1234'),
    normalIdentity('PHONE', '12'),
    normalIdentity('PHONE', 'no phone'),
  ]).toEqual(['+862155551234', null, null]);
  expect(normalIdentity('EMAIL', ' A.B@Example.COM ')).toBe('a.b@example.com');
  expect([
    normalIdentity('EMAIL', 'none'),
    normalIdentity('MEMBER_CARD', 'qs 00-1'),
    normalIdentity('WECHAT', '@Feng8'),
  ]).toEqual([null, 'QS001', 'feng8']);
});

test('closeness: evidence adds up below 1, decays by half-life, and interactions only add', () => {
  expect(closenessOf([{ weight: 0.5 }, { weight: 0.5 }])).toBe(0.75);
  expect(closenessOf([{ weight: 0.8, daysAgo: 30 }], 30)).toBeCloseTo(0.4, 12);
  expect(closenessOf([])).toBe(0);
  expect([tieCloseness('FAMILY_OF', null), tieCloseness('FOLLOWS', 0)]).toEqual([0.8, 0.2]);
  // 1 − (1 − 0.2)(1 − 0.5 · (1 − 2^(−10/10))) = 1 − 0.8 · 0.75
  expect(tieCloseness('FOLLOWS', 10)).toBe(0.4);
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (a, b) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)];
      expect(tieCloseness('REFERRED', more)).toBeGreaterThanOrEqual(tieCloseness('REFERRED', less));
      expect(tieCloseness('REFERRED', more)).toBeLessThanOrEqual(1);
    }),
  );
});

test('lanes of one round share no end, and every row is in one of them', () => {
  const ids = fc.integer({ min: 0, max: 40 }).map((n) => `c${n}`);
  const ties = fc.array(fc.record({ a: ids, b: ids }), { minLength: 1, maxLength: 80 });
  fc.assert(
    fc.property(ties, fc.constantFrom(['a'], ['a', 'b'], []), (rows, columns) => {
      const items = rows.map((row) => ({ row }));
      const rounds = roundsOf(items, columns);
      expect(rounds.flat(2)).toHaveLength(rows.length);
      expect(new Set(rounds.flat(2))).toEqual(new Set(items));
      for (const round of rounds) {
        const ends = round.map((lane) => new Set(lane.flatMap(({ row }) => columns.map((c) => row[c as 'a' | 'b']))));
        const all = ends.flatMap((lane) => [...lane]);
        expect(new Set(all).size).toBe(all.length);
      }
    }),
  );
});
