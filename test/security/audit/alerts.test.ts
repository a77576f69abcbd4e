import fc from 'fast-check';
import { type AccessDay, breadthAlerts, volumeAlerts } from '../../../src/security/audit/alerts.js';
import { ACCESS_SETTINGS, accessSettings } from '../../../src/security/audit/settings.js';

const settings = accessSettings({ OWN_COMPANY: 'own' });
const day = (n: number, opened: number, more: Partial<AccessDay> = {}): AccessDay => ({
  viewer: 'ann',
  role: 'admin',
  day: `2026-03-${String(n).padStart(2, '0')}`,
  opened,
  odd: 0,
  ...more,
});
const habit = (opened: number, more: Partial<AccessDay> = {}) => [1, 2, 3, 4, 5].map((n) => day(n, opened, more));
const rules = (days: readonly AccessDay[]) => volumeAlerts(days, '2026-03-10', settings).map(({ rule }) => rule);

test('three times the own usual day and more is unusual, told with both numbers', () => {
  const [alert] = volumeAlerts([...habit(40), day(10, 121)], '2026-03-10', settings);
  expect(alert).toEqual({
    id: 'OWN_HISTORY|ann|admin|2026-03-10',
    rule: 'OWN_HISTORY',
    severity: 'MEDIUM',
    viewer: 'ann',
    role: 'admin',
    at: new Date('2026-03-10'),
    value: 121,
    bound: 120,
    why: 'opened 121 customers on 2026-03-10; on a usual day it is 40',
    whyZh: '2026-03-10 打开了 121 位客户的资料，平日为 40 位',
  });
  expect(rules([...habit(40), day(10, 120)])).toEqual([]);
  expect(rules([...habit(2), day(10, 50)])).toEqual([]); // few are never many
  expect(rules([...habit(40).slice(1), day(10, 500)])).toEqual([]); // four days are no habit
  expect(volumeAlerts([...habit(40), day(10, 360)], '2026-03-10', settings)[0]!.severity).toBe('HIGH');
});

test('three times a usual day of three or more others of the role is unusual, also on the first day', () => {
  const others = ['b', 'c', 'd'].flatMap((viewer) => habit(20, { viewer }));
  expect(rules([...others, day(10, 61)])).toEqual(['PEERS']);
  expect(rules([...others, day(10, 60)])).toEqual([]);
  expect(rules([...others.slice(5), day(10, 999)])).toEqual([]); // two are no peers
  expect(rules([...others.map((d) => ({ ...d, role: 'service' })), day(10, 999)])).toEqual([]);
});

test('ten outside working hours are unusual, but not for one who works then', () => {
  expect(rules([day(10, 10, { odd: 10 })])).toEqual(['ODD_HOURS']);
  expect(rules([day(10, 10, { odd: 9 })])).toEqual([]);
  expect(rules([...habit(40, { odd: 10 }), day(10, 40, { odd: 40 })])).toEqual([]);
  expect(rules([...habit(40, { odd: 9 }), day(10, 40, { odd: 40 })])).toEqual(['ODD_HOURS']);
});

test('breadth takes many customers and many communities; one colleague is enough', () => {
  const wide = { viewer: 'ann', role: 'admin', day: '2026-03-10', customers: 200, communities: 10, colleagues: 0 };
  const told = (change: object) =>
    breadthAlerts([{ ...wide, ...change }], settings).map(({ rule, severity }) => [rule, severity]);
  expect(told({})).toEqual([['BREADTH', 'MEDIUM']]);
  expect(told({ customers: 199 })).toEqual([]);
  expect(told({ communities: 9 })).toEqual([]);
  expect(told({ customers: 1, communities: 1, colleagues: 1 })).toEqual([['COLLEAGUES', 'HIGH']]);
});

test('a history of equal days raises nothing, whatever its volume; ids are of rule, viewer, role and day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 5, max: 25 }), (opened, days) => {
      const all = Array.from({ length: days }, (_, at) => day(at + 1, opened));
      expect(volumeAlerts(all, '2026-03-01', settings)).toEqual([]);
      const burst = volumeAlerts([...all, day(28, 4 * opened + 51)], '2026-03-01', settings);
      expect(burst.map(({ id }) => id)).toEqual(['OWN_HISTORY|ann|admin|2026-03-28']);
    }),
  );
});

test('each setting has a default, an example that it takes, and refuses nonsense', () => {
  for (const { schema, example } of Object.values(ACCESS_SETTINGS))
    expect(schema.safeParse(example).success).toBe(true);
  expect(accessSettings()).toMatchObject({ LOOKUPS_PER_DAY: 50, TIME_ZONE: 'Asia/Shanghai', OWN_COMPANY: '' });
  expect(ACCESS_SETTINGS.TIME_ZONE.schema.safeParse('Nowhere/None').success).toBe(false);
});
