import fc from 'fast-check';
import { timeOf } from '../../src/kernel/input.js';

const noon = new Date('2026-03-01T12:00:00Z');

test('a time is taken as text with its offset, as a Date, and as what GraphQL hands in', () => {
  const asDriver = { toStandardDate: () => noon, toString: () => '2026-03-01T20:00:00.000000000+08:00' };
  for (const given of ['2026-03-01T12:00:00Z', '2026-03-01T20:00:00+08:00', noon, asDriver])
    expect(timeOf.parse(given)).toEqual(noon);
});

test.each(['2026-03-01', '2026-03-01T12:00:00', 'soon', 12, null, {}, new Date(Number.NaN)])(
  '%s is no time',
  (given) => {
    expect(timeOf.safeParse(given).success).toBe(false);
  },
);

test('every Date comes out as it went in', () => {
  const dates = fc.date({ min: new Date('1970-01-01'), max: new Date('2999-01-01'), noInvalidDate: true });
  fc.assert(fc.property(dates, (date) => timeOf.parse(date).getTime() === date.getTime()));
});
