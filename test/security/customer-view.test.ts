import type { Graph } from '../../src/graph/graph.js';
import type { Role } from '../../src/kernel/role.js';
import { SEALED_FIELDS, type SealedField } from '../../src/security/policy/index.js';
import { personalFields } from '../../src/security/sealing/customer-view.js';
import { sealPerson } from '../../src/security/sealing/person.js';
import { emptyGraph, NOW, run, servicesAt, vault } from '../consent/world.js';

let graph: Graph;
const VALUES: Record<SealedField, string> = {
  name: '测试甲',
  phone: '+8613800001234',
  email: 'someone@mail.example',
  wechat: 'wx-someone',
  weibo: 'wb-someone',
  linkedin: 'li-someone',
  address: '成都市测试路 1 号',
  birthday: '1990-02-03',
  lunarBirthday: 'L06-01',
};

beforeAll(async () => {
  graph = await emptyGraph();
  await person('full', VALUES);
  await person('part', { name: '测试乙' });
  await person('bare', {});
  await run(graph, 'CREATE (:Customer {id: "erased", alias: "C-E"})');
});
afterAll(() => graph.close());
beforeEach(() => run(graph, 'MATCH (e:AuditEntry) DELETE e'));

async function person(id: string, values: Partial<Record<SealedField, string>>): Promise<void> {
  const { key, wrapped } = vault.newKey();
  const sealed = sealPerson(vault, key, values);
  const person = { id, alias: id, keyWrapped: wrapped, sealed };
  await run(graph, 'CREATE (c:Customer) SET c = $person', { person });
}

const entries = () =>
  run(
    graph,
    'MATCH (e:AuditEntry) RETURN e.action AS action, e.viewer AS viewer, e.role AS role, e.fields AS fields, e.customers AS customers, toString(e.count) AS count, toString(e.at) AS at',
  );

test.each(['admin', 'privacy-officer'] as Role[])('%s sees the fields opened, and one entry says so', async (role) => {
  const seen = await personalFields(servicesAt(graph, NOW, role), ['full', 'part', 'bare', 'erased', 'nobody', 'full']);
  expect(seen.get('full')).toEqual(VALUES);
  expect(seen.get('part')).toEqual({ ...Object.fromEntries(SEALED_FIELDS.map((f) => [f, null])), name: '测试乙' });
  expect(Object.values(seen.get('bare')!)).toEqual(SEALED_FIELDS.map(() => null));
  expect([seen.get('erased'), seen.get('nobody'), seen.size]).toEqual([null, null, 5]);
  expect(await entries()).toEqual([
    {
      action: 'OPENED',
      viewer: `test-${role}`,
      role,
      fields: [...SEALED_FIELDS],
      customers: ['full', 'part'],
      count: '2',
      at: NOW,
    },
  ]);
});

test.each(['marketer', 'analyst', 'service'] as Role[])(
  '%s never sees a plain value, and nothing is recorded as opened',
  async (role) => {
    const seen = await personalFields(servicesAt(graph, NOW, role), ['full', 'part']);
    const text = JSON.stringify([...seen]);
    for (const value of [
      ...Object.values(VALUES),
      '测试乙',
      '13800001234',
      '80000',
      'someone',
      'mail.example',
      '测试路',
      '90-02',
    ])
      expect(text).not.toContain(value);
    expect(seen.get('full')!.name).toBe('测*');
    expect(seen.get('full')!.phone).toMatch(/\*/);
    expect(await entries()).toEqual([]);
  },
);

test('only the fields asked for are opened and recorded', async () => {
  const seen = await personalFields(servicesAt(graph), ['full'], ['name']);
  expect(seen.get('full')).toMatchObject({ name: '测试甲', phone: null, address: null });
  expect(await entries()).toMatchObject([{ fields: ['name'], customers: ['full'] }]);
});

test('someone whose key was destroyed is null though sealed values are left, and is not recorded', async () => {
  await person('gone', VALUES);
  await run(graph, 'MATCH (c:Customer {id: "gone"}) REMOVE c.keyWrapped');
  expect((await personalFields(servicesAt(graph), ['gone'])).get('gone')).toBeNull();
  expect(await entries()).toEqual([]);
});

test('the key of one customer does not open the value of another', async () => {
  await person('other', VALUES);
  await run(graph, 'MATCH (a:Customer {id: "full"}), (b:Customer {id: "other"}) SET b.sealed = a.sealed');
  await expect(personalFields(servicesAt(graph), ['other'])).rejects.toMatchObject({
    kind: 'SETUP',
    message: 'a sealed person does not open with its key',
  });
  expect(await entries()).toEqual([]);
});
