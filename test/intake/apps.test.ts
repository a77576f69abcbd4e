import { type ApiServer, apiServer, ask, emptyDatabase, rest } from '../api/api-server.js';
import { run } from '../consent/world.js';

let server: ApiServer;

beforeAll(async () => {
  await emptyDatabase();
  server = await apiServer();
  await run(
    server.graph,
    `CREATE (c:Customer {id: 'c1', alias: 'C-1'}), (:Customer {id: 'c2', alias: 'C-2'}), (:Product {id: 'p1'})
     CREATE (c)-[:RECEIVED]->(:Touch {id: 'spring|c1', state: 'SENT'})-[:OF_VARIANT]->(:Variant {id: 'spring|A', name: 'A'})
       <-[:HAS_VARIANT]-(:Campaign {id: 'spring', name: 'Spring', startedAt: datetime('2026-01-01')})`,
  );
});
afterAll(() => server?.end());

const post = async (path: string, rows: unknown, role: 'service' | 'marketer' = 'service') => {
  const headers = { 'content-type': 'application/json' };
  const response = await rest(server, role, path, { method: 'POST', headers, body: JSON.stringify({ rows }) });
  return { status: response.status, body: await response.json() };
};
const order = (id: string, more = {}) => ({
  ...{ id, customerId: 'c1', at: '2026-01-02T10:00:00Z', amount: 14.96, currency: 'CNY' },
  ...more,
});

test('orders of an app go in, every fault of the others is told without their values, and twice changes nothing', async () => {
  const wrong = order('o2', { customerId: 'c9', at: 'yesterday', colour: 'red' });
  const taken = await post('/api/orders', [order('o1'), wrong]);
  expect(taken.status).toBe(200);
  expect(taken.body).toMatchObject({ created: 1, updated: 0, unchanged: 0 });
  const [rejected] = taken.body.rejected;
  expect(rejected.index).toBe(1);
  expect(rejected.faults.map(({ column }: { column: string }) => column)).toEqual(['colour', 'at', 'customerId']);
  expect(JSON.stringify(taken.body)).not.toContain('yesterday');
  expect((await post('/api/orders', [order('o1')])).body).toMatchObject({ created: 0, unchanged: 1 });
  const [c1] = await run(server.graph, "MATCH (c:Customer {id: 'c1'}) RETURN c.orders AS n, c.spendMinor AS sum");
  expect(c1).toEqual({ n: 1, sum: 1496 });
});

test('lines hang on the order, and a conversion on the touch that led to it', async () => {
  await post('/api/orders', [order('o1')]);
  const lines = [{ orderId: 'o1', productId: 'p1', quantity: 2, price: '7.48' }];
  expect((await post('/api/order-lines', lines)).body).toMatchObject({ created: 1, rejected: [] });
  const at = '2026-01-03T00:00:00Z';
  const conversion = { id: 'k1', touchId: 'spring|c1', customerId: 'c1', orderId: 'o1', at, valueMinor: 1496 };
  const lost = { ...conversion, id: 'k2', touchId: 'spring|c2' };
  const { body } = await post('/api/conversions', [conversion, lost]);
  expect(body).toMatchObject({ created: 1, rejected: [{ index: 1, faults: [{ column: 'touchId' }] }] });
  const spring = await ask(server, 'admin', '{ campaign(id: "spring") { converted valueMinor } }');
  expect(spring.data!.campaign).toEqual({ converted: 1, valueMinor: 1496 });
});

test('a thousand orders go in by one request, one more is refused, and so is who may not send them', async () => {
  const rows = Array.from({ length: 1_000 }, (_, n) => order(`m${n}`, { customerId: 'c2', channel: 'app' }));
  expect(await post('/api/orders', rows)).toMatchObject({ status: 200, body: { created: 1_000 } });
  expect((await post('/api/orders', [...rows, order('more')])).status).toBe(400);
  expect((await post('/api/orders', [])).status).toBe(400);
  expect((await post('/api/orders', [order('o9')], 'marketer')).status).toBe(403);
});

test('the same by GraphQL, typed', async () => {
  const query =
    'mutation ($rows: [OrderRow!]!) { recordOrders(rows: $rows) { created unchanged rejected { index faults { column } } } }';
  const rows = [order('g1', { amount: '5.00' }), order('g2', { amount: '5.00', currency: 'yuan' })];
  const { data } = await ask(server, 'service', query, { rows });
  expect(data!.recordOrders).toEqual({
    ...{ created: 1, unchanged: 0 },
    rejected: [{ index: 1, faults: [{ column: 'currency' }] }],
  });
});
