import type { Truth } from '../../seed/world/index.js';
import { byCustomer, column, DAY, END, loadWorld, type Row, rows } from './default-world.js';
import { groupBy } from './read-csv.js';

let truth: Truth;
beforeAll(async () => {
  truth = await loadWorld();
});

test('a duplicate has the phone or the mail of the original, from another source', () => {
  const people = new Map(rows('customers').map((row) => [row.id!, row]));
  const digits = (row: Row) => row.phone!.replace(/^\+86|\s/g, '');
  expect(truth.duplicates).toHaveLength(40);
  const same = truth.duplicates.filter(({ customers: [copy, original] }) => {
    const [a, b] = [people.get(copy)!, people.get(original)!];
    return digits(a) === digits(b) || (a.email !== '' && a.email!.toLowerCase() === b.email!.toLowerCase());
  });
  expect(same).toHaveLength(40);
  const phones = rows('customers').map(digits);
  expect(phones.every((phone) => /^1990000\d{4}$/.test(phone))).toBe(true);
  expect(
    rows('customers').every((row) => row.email === '' || /@([a-z]+\.)?example\.(com|org)$/i.test(row.email!)),
  ).toBe(true);
});

test('churners stop coming, seasonal buyers come before feasts', () => {
  const orders = byCustomer('orders');
  const until = Date.parse(END);
  const last = (id: string) => Math.max(0, ...(orders.get(id) ?? []).map((row) => Date.parse(row.at!)));
  expect(truth.churners.length).toBeGreaterThan(100);
  for (const id of truth.churners) expect(until - last(id)).toBeGreaterThan(90 * DAY);
  const months = truth.seasonal.flatMap((id) => orders.get(id) ?? []).map((row) => row.at!.slice(5, 7));
  const festive = months.filter((month) => ['01', '02', '05', '06', '09', '10'].includes(month));
  expect(festive.length / months.length).toBeGreaterThan(0.85);
});

test('amounts are the sum of their lines', () => {
  const lines = groupBy(rows('order-lines'), (row) => row.orderId!);
  const wrong = rows('orders').filter(({ id, amount }) => {
    const cents = lines
      .get(id!)!
      .reduce((sum, row) => sum + Number(row.quantity) * Math.round(Number(row.price) * 100), 0);
    return cents !== Math.round(Number(amount) * 100);
  });
  expect(wrong).toEqual([]);
});

test('consents: given before withdrawn, the planted may be profiled, some others not', () => {
  const open = new Map<string, boolean>();
  for (const row of rows('consents').toSorted((a, b) => (a.at! < b.at! ? -1 : 1))) {
    const key = `${row.customerId} ${row.purpose} ${row.channel}`;
    expect(open.get(key) ?? false).toBe(row.action === 'WITHDRAWN');
    open.set(key, row.action === 'GIVEN');
  }
  const profiled = (id: string) => open.get(`${id} profiling ALL`) === true;
  for (const id of [truth.leaders, truth.bridges, truth.marginals, ...truth.rings].flat())
    expect(profiled(id)).toBe(true);
  const without = [...column('customers', 'id')].filter((id) => !profiled(id)).length;
  expect(without).toBeGreaterThan(100);
  expect(without).toBeLessThan(400);
  expect(rows('consents').filter((row) => row.action === 'WITHDRAWN').length).toBeGreaterThan(100);
});

test('campaigns touched only those who allowed it then, and the better variant converts more', () => {
  const ledger = byCustomer('consents');
  for (const { customerId, channel, at } of rows('touches')) {
    const said = ledger
      .get(customerId!)!
      .filter((e) => e.purpose === 'marketing' && e.channel === channel && e.at! <= at!);
    expect(said.toSorted((a, b) => (a.at! < b.at! ? -1 : 1)).at(-1)?.action).toBe('GIVEN');
  }
  const converted = column('conversions', 'touchId');
  for (const { id, rates } of truth.campaigns) {
    const rate = (variant: string) => {
      const touched = rows('touches').filter((row) => row.campaignId === id && row.variant === variant);
      return touched.filter((row) => converted.has(row.id!)).length / touched.length;
    };
    expect(Math.abs(rate('A') - rates.A)).toBeLessThan(0.04);
    expect(Math.abs(rate('B') - rates.B)).toBeLessThan(0.04);
    expect(rate('B')).toBeGreaterThan(rate('A'));
  }
});

test('reviews carry their true sentiment, in both languages, and follow the order', () => {
  const reviews = rows('posts').filter((row) => row.kind === 'REVIEW');
  expect(new Set(Object.keys(truth.reviews))).toEqual(new Set(reviews.map((row) => row.id)));
  expect(new Set(reviews.map((row) => row.language))).toEqual(new Set(['zh', 'en']));
  expect(new Set(Object.values(truth.reviews).map(({ label }) => label)).size).toBe(3);
  for (const { score, label } of Object.values(truth.reviews))
    expect(label).toBe(score > 0.2 ? 'positive' : score < -0.2 ? 'negative' : 'neutral');
});

test('nothing happens after the last day, or to someone before they joined', () => {
  const joined = new Map(rows('customers').map((row) => [row.id!, row.joinedAt!]));
  for (const name of ['orders', 'posts', 'reactions', 'events', 'consents', 'touches', 'conversions'])
    expect([name, rows(name).filter((row) => row.at! < joined.get(row.customerId!)! || row.at! >= END)]).toEqual([
      name,
      [],
    ]);
});
