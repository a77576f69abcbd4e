import type { Graph } from '../../src/graph/graph.js';
import { intakeRows } from '../../src/intake/index.js';
import { writeCustomers } from '../../src/intake/writers/customers.js';
import { correctPerson } from '../../src/rights/correct.service.js';
import { personalFields } from '../../src/security/sealing/customer-view.js';
import { clear, emptyGraph, file, importing, run, servicesOf } from '../intake/world.js';

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
});
beforeEach(async () => {
  await clear(graph);
  await importing(graph, { files: [file('customers.csv', 'id,name,address\nc1,A,Road 1\nc2,B,Road 2\n')] });
});
afterAll(() => graph.close());

const seen = async (id: string) => (await personalFields(servicesOf(graph), [id])).get(id)!;

test('corrections and imports of other fields at once lose none of them', async () => {
  for (let round = 0; round < 5; round++) {
    const services = servicesOf(graph);
    const io = { services, graph, vault: services.vault, clock: services.clock };
    await Promise.all([
      correctPerson(services, 'c1', { phone: `1390000000${round}` }),
      correctPerson(services, 'c1', { email: `a${round}@mail.example`, city: 'Wuxi' }),
      writeCustomers(io, [
        { id: 'c1', wechat: `wx-${round}` },
        { id: 'c2', wechat: 'wx' },
      ]),
      writeCustomers(io, [{ id: 'c1', weibo: `wb-${round}` }]),
    ]);
    expect(await seen('c1')).toMatchObject({
      ...{ name: 'A', address: 'Road 1', linkedin: null },
      ...{ phone: `1390000000${round}`, email: `a${round}@mail.example` },
      ...{ wechat: `wx-${round}`, weibo: `wb-${round}` },
    });
  }
  expect(await seen('c2')).toMatchObject({ name: 'B', wechat: 'wx' });
  const entries = await run(graph, 'MATCH (e:AuditEntry {action: "CORRECTED"}) RETURN count(e) AS n');
  expect(entries).toEqual([{ n: 10 }]); // one a correction, however often it was tried
});

test('a correction of plain fields alone leaves what is sealed as it is, and the last field taken away leaves nothing', async () => {
  const sealed = async () =>
    (await run(graph, 'MATCH (c:Customer {id: "c1"}) RETURN c.sealed AS sealed, c.city AS city'))[0]!;
  const before = await sealed();
  await correctPerson(servicesOf(graph), 'c1', { city: 'Wuxi' });
  expect(await sealed()).toEqual({ ...before, city: 'Wuxi' });
  await correctPerson(servicesOf(graph), 'c1', { name: null, address: null });
  expect(await sealed()).toEqual({ sealed: null, city: 'Wuxi' });
  await correctPerson(servicesOf(graph), 'c1', { name: 'A', address: 'Road 1' });
  expect(await sealed()).toEqual({ ...before, city: 'Wuxi' });
});

test('a missing column and an empty cell leave a field, one that clears takes it away, and again changes nothing', async () => {
  const into = async (text: string) => (await importing(graph, { files: [file('customers.csv', text)] })).files[0]!;
  expect(await into('id,phone\nc1,13800000001\n')).toMatchObject({ updated: 1 });
  expect(await seen('c1')).toMatchObject({ name: 'A', address: 'Road 1', phone: '13800000001' });
  expect(await into('id,phone,address\nc1,13800000001,\n')).toMatchObject({ updated: 0, unchanged: 1 });
  expect(await seen('c1')).toMatchObject({ name: 'A', address: 'Road 1', phone: '13800000001' });
  const clearing = () =>
    intakeRows(servicesOf(graph), 'customers', [{ id: 'c1', address: '' }], { clears: ['address'] });
  expect(await clearing()).toMatchObject({ updated: 1 });
  expect(await seen('c1')).toMatchObject({ name: 'A', address: null, phone: '13800000001' });
  expect(await clearing()).toMatchObject({ updated: 0, unchanged: 1 });
  expect(await into('id,city\nc1,Wuxi\n')).toMatchObject({ updated: 1 });
  expect(await seen('c1')).toMatchObject({ name: 'A', address: null, phone: '13800000001' });
});
