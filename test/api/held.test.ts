import { ROLES } from '../../src/kernel/role.js';
import { sealPerson } from '../../src/security/sealing/person.js';
import { testDriver } from '../setup/database.js';
import { type ApiServer, apiServer, ask, emptyDatabase } from './api-server.js';

let server: ApiServer;

beforeAll(async () => {
  await emptyDatabase();
  server = await apiServer();
  const { vault } = server;
  const rows = ['h1', 'h2'].map((id) => {
    const { key, wrapped } = vault.newKey();
    return { id, alias: `C-${id}`, keyWrapped: wrapped, sealed: sealPerson(vault, key, { name: `陈${id}` }) };
  });
  await run('UNWIND $rows AS row CREATE (c:Customer:Profiled {id: row.id}) SET c = row', { rows });
});
afterAll(() => server?.end());
beforeEach(() => run('MATCH (e) WHERE e:AuditEntry OR e:AuditHead DETACH DELETE e'));

const run = (text: string, params = {}) => testDriver().executeQuery(text, params);
const entries = async () => {
  const { records } = await run(
    'MATCH (e:AuditEntry) RETURN e.fields AS fields, e.customers AS customers, toInteger(e.count) AS count ORDER BY e.seq',
  );
  return records.map((r) => [r.get('fields'), r.get('customers'), Number(r.get('count'))]);
};

const LIST = '{ customers(sort: [{ id: ASC }]) { id name phone } }';
const PAGE = '{ customer360(id: "h1") { alias customer { name phone } } }';

test.each([
  ['a list', LIST, ['h1', 'h2']],
  ['one page', PAGE, ['h1']],
])('%s that opens has its entry when it arrives, of what was there only', async (_what, query, customers) => {
  expect((await ask(server, 'admin', query)).errors).toEqual([]);
  expect(await entries()).toEqual([[['name'], customers, customers.length]]);
});

test.each([LIST, PAGE])('an entry that cannot be written withholds what it is about: %s', async (query) => {
  await run('CREATE CONSTRAINT held_test IF NOT EXISTS FOR (e:AuditEntry) REQUIRE e.action IS UNIQUE');
  await run('CREATE (:AuditEntry {id: "in the way", action: "OPENED"})');
  try {
    const { text } = await raw(query);
    expect(text).not.toContain('陈');
    expect(JSON.parse(text).errors.length).toBeGreaterThan(0);
  } finally {
    await run('DROP CONSTRAINT held_test');
  }
  expect((await raw(query)).text).toContain('陈');
});

async function raw(query: string): Promise<{ text: string }> {
  const answer = await ask(server, 'admin', query);
  return { text: JSON.stringify(answer) };
}

test('a page of somebody whose key was destroyed names them and opens nothing', async () => {
  await run("CREATE (c:Customer {id: 'gone', alias: 'C-gone'})");
  const { data, errors } = await ask(server, 'admin', PAGE.replace('h1', 'gone'));
  expect([errors, data.customer360.customer]).toEqual([[], { name: null, phone: null }]);
  expect(await entries()).toEqual([]);
  await run("MATCH (c:Customer {id: 'gone'}) DELETE c");
});

test('a page of nobody opens nothing and records nothing', async () => {
  const { errors } = await ask(server, 'admin', PAGE.replace('h1', 'nobody'));
  expect(errors[0]!.extensions).toMatchObject({ code: 'NOT_FOUND' });
  expect(await entries()).toEqual([]);
});

test.each(['id', 'keyWrapped', 'sealed'])('no other column becomes %s by an alias', async (name) => {
  const { data } = await ask(server, 'admin', `{ customers(sort: [{ id: ASC }]) { ${name}: alias name } }`);
  const names = data.customers.map((customer: { name: string | null }) => customer.name);
  expect(names).toEqual(['陈h1', '陈h2']);
  for (const [, customers] of await entries()) for (const id of customers) expect(['h1', 'h2']).toContain(id);
});

test('a fragment, a condition and a second name for the page show the same', async () => {
  const query = `query Q($yes: Boolean!) { a: customer360(id: "h1") { customer { ...P } } b: customer360(id: "h2") { customer { name @include(if: $yes) } } } fragment P on Customer { name }`;
  const { data, errors } = await ask(server, 'admin', query, { yes: true });
  expect(errors).toEqual([]);
  expect([data.a.customer.name, data.b.customer.name]).toEqual(['陈h1', '陈h2']);
});

test.each(ROLES)('role %s sees the same on a list and on a page', async (role) => {
  const list = await ask(server, role, LIST);
  const page = await ask(server, role, PAGE);
  expect(page.data.customer360.customer.name).toBe(list.data.customers[0].name);
});
