import { ROLES } from '../../src/kernel/role.js';
import { sealPerson } from '../../src/security/sealing/person.js';
import { testDriver } from '../setup/database.js';
import { type ApiServer, apiServer, ask, emptyDatabase } from './api-server.js';

let server: ApiServer;
const PEOPLE = 40;
const nameOf = (n: number) => `陈${n}号`;
const phoneOf = (n: number) => `+86138001380${String(n).padStart(2, '0')}`;

beforeAll(async () => {
  await emptyDatabase();
  server = await apiServer();
  const { vault } = server;
  const rows = Array.from({ length: PEOPLE }, (_, n) => {
    const { key, wrapped } = vault.newKey();
    return {
      id: `s${n}`,
      keyWrapped: wrapped,
      sealed: sealPerson(vault, key, { name: nameOf(n), phone: phoneOf(n) }),
    };
  });
  await testDriver().executeQuery(
    `UNWIND $rows AS row CREATE (c:Customer:Profiled {id: row.id, alias: 'C-' + row.id, influence: 1.0}) SET c += row`,
    { rows },
  );
});

afterAll(() => server?.end());

const QUERY = '{ customers(limit: 100, sort: [{ id: ASC }]) { id name phone email } }';

test.each(ROLES)('a token of role %s sees personal fields opened or masked, never sealed', async (role) => {
  const { data, errors } = await ask(server, role, QUERY);
  expect(errors).toEqual([]);
  expect(data.customers).toHaveLength(PEOPLE);
  const opens = role === 'admin' || role === 'privacy-officer';
  const first = data.customers.find((c: { id: string }) => c.id === 's0');
  expect(first.email).toBeNull();
  if (opens) expect([first.name, first.phone]).toEqual([nameOf(0), phoneOf(0)]);
  else {
    expect(JSON.stringify(data)).not.toMatch(/\+86138001380\d\d|陈\d+号/);
    expect(first.name).toMatch(/^陈\*/);
  }
});

test('opening is recorded once for a whole answer, with the fields that were asked for only', async () => {
  await testDriver().executeQuery('MATCH (a:AuditEntry) DETACH DELETE a');
  await ask(server, 'admin', '{ customers(limit: 100) { name } }');
  await ask(server, 'analyst', '{ customers(limit: 100) { name } }');
  const { records } = await testDriver().executeQuery('MATCH (a:AuditEntry) RETURN a.fields AS fields, a.role AS role');
  expect(records.map((r) => r.toObject())).toEqual([{ fields: ['name'], role: 'admin' }]);
});

test.each([
  ['by id', '{ customer(id: "s1") { id name phone } }', 'customer'],
  ['by id, with ties', '{ customer(id: "s1") { id name phone knows { id name } } }', 'customer'],
])('one customer %s goes through the same gate', async (_how, query, field) => {
  expect((await ask(server, 'marketer', query)).data[field]).toMatchObject({
    id: 's1',
    name: expect.stringMatching(/\*/),
  });
  expect((await ask(server, 'admin', query)).data[field]).toMatchObject({ name: nameOf(1), phone: phoneOf(1) });
});

test('a customer beside a row of a question goes through the same gate', async () => {
  const query = '{ influencers(first: 2) { customerId customer { phone knows { name } } } }';
  const masked = await ask(server, 'analyst', query);
  expect(masked.errors).toEqual([]);
  expect(JSON.stringify(masked.data)).not.toContain('+86138001380');
  expect((await ask(server, 'admin', query)).data.influencers[0].customer.phone).toMatch(/^\+86138001380\d\d$/);
});

test('an alias with the name of another column does not mix the two', async () => {
  const { data } = await ask(server, 'marketer', '{ customer(id: "s1") { city: alias alias: id } }');
  expect(data.customer).toEqual({ city: 'C-s1', alias: 's1' });
});

test.each(['sealed', 'nameSealed', 'nameTokens', 'phoneSealed', 'phoneLookup', 'keyWrapped', 'keyId'])(
  '%s cannot be asked for, filtered or sorted by',
  async (field) => {
    for (const query of [
      `{ customers { ${field} } }`,
      `{ customers(where: { ${field}: { startsWith: "a" } }) { id } }`,
      `{ customers(sort: [{ ${field}: ASC }]) { id } }`,
      `{ customersConnection(where: { ${field}: { eq: "a" } }) { totalCount } }`,
      `{ customers(where: { knows: { some: { ${field}: { eq: "a" } } } }) { id } }`,
    ]) {
      const { status, data } = await ask(server, 'admin', query);
      expect([query, status, data]).toEqual([query, 400, undefined]);
    }
  },
);
