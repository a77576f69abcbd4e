import { column, loadWorld, rows } from './default-world.js';

beforeAll(() => loadWorld());

test.each([
  ['employment', 'customerId', 'customers'],
  ['employment', 'companyId', 'companies'],
  ['customer-interests', 'customerId', 'customers'],
  ['customer-interests', 'interestId', 'interests'],
  ['products', 'categoryId', 'categories'],
  ['ties', 'fromId', 'customers'],
  ['ties', 'toId', 'customers'],
  ['orders', 'customerId', 'customers'],
  ['orders', 'storeId', 'stores'],
  ['order-lines', 'orderId', 'orders'],
  ['order-lines', 'productId', 'products'],
  ['posts', 'customerId', 'customers'],
  ['posts', 'replyTo', 'posts'],
  ['posts', 'productId', 'products'],
  ['posts', 'storeId', 'stores'],
  ['reactions', 'customerId', 'customers'],
  ['reactions', 'postId', 'posts'],
  ['identities', 'customerId', 'customers'],
  ['source-records', 'customerId', 'customers'],
  ['events', 'customerId', 'customers'],
  ['consents', 'customerId', 'customers'],
  ['touches', 'customerId', 'customers'],
  ['touches', 'campaignId', 'campaigns'],
  ['conversions', 'touchId', 'touches'],
  ['conversions', 'orderId', 'orders'],
])('every %s.%s is one of %s', (name, key, target) => {
  const known = column(target, 'id');
  expect(rows(name).filter((row) => row[key] !== '' && !known.has(row[key]!))).toEqual([]);
});

test.each(['customers', 'orders', 'posts', 'consents', 'touches', 'conversions', 'events', 'companies', 'stores'])(
  'ids of %s are unique',
  (name) => expect(column(name, 'id').size).toBe(rows(name).length),
);

test('is of the size asked for: 2,000 customers, near 30,000 orders, about five ties each', () => {
  expect(rows('customers')).toHaveLength(2000);
  expect(Math.abs(rows('orders').length - 30_000)).toBeLessThan(3_000);
  expect(Math.abs(rows('ties').length / 2000 - 5)).toBeLessThan(0.5);
  for (const name of ['posts', 'reactions', 'events', 'consents']) expect(rows(name).length).toBeLessThan(15_000);
});
