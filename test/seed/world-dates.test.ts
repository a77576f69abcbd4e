import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastDay, readTruth, writeWorld } from '../../seed/world/index.js';
import { DAY, UNTIL } from './default-world.js';
import { groupBy, readCsv } from './read-csv.js';

const folder = mkdtempSync(join(tmpdir(), 'guanxi-dates-'));
const CUSTOMERS = 300;
const OTHER_DAYS = ['2028-02-29', '2027-01-01', '2031-06-15'];
const at = (until: string) => join(folder, until);

beforeAll(async () => {
  for (const until of [UNTIL, ...OTHER_DAYS]) await writeWorld({ out: at(until), until, customers: CUSTOMERS });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(OTHER_DAYS)('a world that ends on %s', (until) => {
  const end = Date.parse(`${until}T16:00:00Z`);
  const rows = (name: string) => readCsv(at(until), `${name}.csv`);

  test('holds nothing to come, and goes on to its last days', () => {
    for (const name of ['orders', 'posts', 'reactions', 'events', 'consents', 'touches', 'conversions', 'rewards'])
      expect([name, rows(name).filter((row) => !(Date.parse(row.at!) < end))]).toEqual([name, []]);
    for (const name of ['ties', 'customers']) {
      const times = rows(name).flatMap((row) => [row.since, row.lastSeen, row.joinedAt].filter(Boolean) as string[]);
      expect([name, times.filter((time) => !(Date.parse(time) < end))]).toEqual([name, []]);
    }
    const last = Math.max(...rows('orders').map((row) => Date.parse(row.at!)));
    expect(end - last).toBeLessThan(4 * DAY);
  });

  test('has the same people, parts and ties as one that ends on another day', async () => {
    const told = ({ id, name, city }: Record<string, string>) => `${id} ${name} ${city}`;
    expect(rows('customers').map(told)).toEqual(readCsv(at(UNTIL), 'customers.csv').map(told));
    const tied = ({ fromId, toId, kind, closeness }: Record<string, string>) =>
      `${fromId} ${toId} ${kind} ${closeness}`;
    expect(rows('ties').map(tied)).toEqual(readCsv(at(UNTIL), 'ties.csv').map(tied));
    const { reviews: _reviews, until: _until, communities, ...own } = await readTruth(at(until));
    const other = await readTruth(at(UNTIL));
    expect(other).toMatchObject(own);
    expect(communities.map(({ leaders, ring }) => [leaders, ring])).toEqual(
      other.communities.map(({ leaders, ring }) => [leaders, ring]),
    );
  });

  test('its planted truth shows: churners are silent, the ring is refunded after its reward, feasts sell gifts', async () => {
    const truth = await readTruth(at(until));
    const orders = groupBy(rows('orders'), (row) => row.customerId!);
    const lastOf = (id: string) => Math.max(0, ...(orders.get(id) ?? []).map((row) => Date.parse(row.at!)));
    expect(truth.churners.length).toBeGreaterThan(10);
    for (const id of truth.churners) expect(end - lastOf(id)).toBeGreaterThan(90 * DAY);
    const earned = new Map(rows('rewards').map((row) => [row.customerId!, row.at!]));
    for (const id of truth.rings.flat()) expect(orders.get(id)![0]!.refundedAt! > earned.get(id)!).toBe(true);
    const gifts = new Set(rows('products').flatMap(({ id, categoryId }) => (categoryId === 'G11' ? [id] : [])));
    const days = new Set(rows('order-lines').flatMap((row) => (gifts.has(row.productId) ? [row.orderId!] : [])));
    const sold = rows('orders').filter((row) => days.has(row.id!));
    const months = new Set(sold.map((row) => Number(row.at!.slice(5, 7))));
    expect(sold.length).toBeGreaterThan(5);
    expect([...months].filter((month) => ![1, 2, 5, 6, 8, 9, 10].includes(month))).toEqual([]);
  });
});

test('a world ends yesterday in the time zone, and never on a day that is not over in China', () => {
  const now = new Date('2026-03-01T03:00:00Z');
  expect(lastDay(now, 'Asia/Shanghai')).toBe('2026-02-28');
  expect(lastDay(now, 'America/Los_Angeles')).toBe('2026-02-27');
  expect(lastDay(new Date('2026-03-01T15:00:00Z'), 'Pacific/Auckland')).toBe('2026-02-28');
  expect(lastDay(new Date('2024-03-01T03:00:00Z'), 'UTC')).toBe('2024-02-29');
});
