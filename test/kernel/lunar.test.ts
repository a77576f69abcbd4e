import fc from 'fast-check';
import {
  lunarDatesOn,
  lunarOf,
  lunarText,
  readLunar,
  solarDayOf,
  YEARLY_RULE,
  yearlyDatesOn,
} from '../../src/kernel/calendar/lunar.js';

const plain = (month: number, day: number) => ({ month, leap: false, day });
const leap = (month: number, day: number) => ({ month, leap: true, day });
const SKIP = { leapMonth: 'skip', missingDay: 'skip' } as const;

test.each([
  [plain(1, 1), 2027, '2027-02-06'],
  [plain(8, 15), 1978, '1978-09-17'],
  [plain(8, 15), 1996, '1996-09-27'],
  [leap(6, 1), 1987, '1987-07-26'],
  [leap(11, 1), 2033, '2033-12-22'],
  [plain(8, 15), 2033, '2033-09-08'],
])('lunar %j of %i is %s', (date, year, day) => {
  expect(solarDayOf(date, year)).toBe(day);
  expect(lunarOf(day)).toEqual({ year, ...date });
});

test('a leap month that the year lacks is kept in the plain one, or skipped', () => {
  expect(solarDayOf(leap(6, 3), 1986)).toBe(solarDayOf(plain(6, 3), 1986));
  expect(solarDayOf(leap(6, 3), 1986, { ...YEARLY_RULE, leapMonth: 'skip' })).toBeNull();
});

test('day 30 of a month of 29 days is kept on day 29, or skipped; 29 February likewise', () => {
  expect(solarDayOf(leap(6, 30), 1987)).toBe(solarDayOf(leap(6, 29), 1987)); // it has 29 days
  expect(solarDayOf(leap(6, 30), 1987, { ...YEARLY_RULE, missingDay: 'skip' })).toBeNull();
  expect(yearlyDatesOn('2027-02-28')).toEqual(['02-28', '02-29']);
  expect(yearlyDatesOn('2028-02-28')).toEqual(['02-28']);
  expect(yearlyDatesOn('2027-02-28', SKIP)).toEqual(['02-28']);
});

test.each([
  ['08-15', '08-15'],
  ['8-5', '08-05'],
  ['L06-01', 'L06-01'],
  ['闰6-1', 'L06-01'],
  ['闰六月初一', 'L06-01'],
  ['正月初十', '01-10'],
  ['八月十五', '08-15'],
  ['冬月廿', '11-20'],
  ['腊月廿三', '12-23'],
  ['十二月三十', '12-30'],
  ['五月二十九日', '05-29'],
])('%s is read as %s', (given, text) => {
  const date = readLunar(given);
  expect(date && lunarText(date)).toBe(text);
});

test.each(['', '13-01', '0-1', '08-31', '1987-06-01', '八月', '八月四十', 'L', '六一'])(
  '%s is no lunar day',
  (text) => {
    expect(readLunar(text)).toBeNull();
  },
);

test('what is kept on a day is exactly what falls on it in its lunar year, whatever the rule', () => {
  const rules = fc.record({
    leapMonth: fc.constantFrom('plain', 'skip'),
    missingDay: fc.constantFrom('last', 'skip'),
  } as const);
  const days = fc.date({ min: new Date('1950-01-01'), max: new Date('2050-12-31'), noInvalidDate: true });
  const dates = [true, false].flatMap((isLeap) =>
    [...Array(12).keys()].flatMap((month) => [1, 15, 29, 30].map((day) => ({ month: month + 1, leap: isLeap, day }))),
  );
  fc.assert(
    fc.property(days, rules, (at, rule) => {
      const day = at.toISOString().slice(0, 10);
      const { year } = lunarOf(day);
      const kept = dates.filter((date) => solarDayOf(date, year, rule) === day).map(lunarText);
      const said = lunarDatesOn(day, rule).filter((text) => /-(01|15|29|30)$/.test(text));
      expect(said.sort()).toEqual(kept.sort());
    }),
    { numRuns: 60 },
  );
});
