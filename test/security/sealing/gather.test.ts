import type { Graph } from '../../../src/graph/graph.js';
import { migrate } from '../../../src/graph/migrations.js';
import { gatherSealed } from '../../../src/security/keys/gather.service.js';
import { SEALED_FIELDS, type SealedField } from '../../../src/security/policy/index.js';
import { personalFields } from '../../../src/security/sealing/customer-view.js';
import { sealPerson } from '../../../src/security/sealing/person.js';
import type { Vault } from '../../../src/security/sealing/vault.js';
import { clear, emptyGraph, fingerprint, home, run, servicesOf } from '../../intake/world.js';
import { guanxi } from '../../setup/command.js';
import { interrupted } from '../../setup/interrupted.js';

const PEOPLE = 23;
const idOf = (n: number) => `c${String(n).padStart(3, '0')}`;
type Told = Partial<Record<SealedField, string>>;
/** Of the first one everything, of the others less and less. */
const toldOf = (n: number): Told =>
  Object.fromEntries(SEALED_FIELDS.slice(0, 8 - (n % 8)).map((field) => [field, `${field} of ${n}`]));

let graph: Graph;
let vault: Vault;
beforeAll(async () => {
  graph = await emptyGraph();
  vault = servicesOf(graph).vault;
});
beforeEach(async () => {
  await clear(graph);
  await older();
});
afterAll(() => graph.close());

/** A database as a version before left it, on its way to this one: fields one by one, and the migration not applied. */
async function older(): Promise<void> {
  const rows = Array.from({ length: PEOPLE }, (_, n) => {
    const { key, wrapped } = vault.newKey();
    return { id: idOf(n), keyWrapped: wrapped, keyId: vault.keyId, city: 'Suzhou', ...apart(key, toldOf(n)) };
  });
  await run(graph, 'UNWIND $rows AS row CREATE (c:Customer) SET c = row', { rows });
  await run(
    graph,
    "CREATE (:Customer {id: 'bare'}), (:Customer {id: 'destroyed', nameSealed: 'left', phoneSealed: 'x'})",
  );
  await run(graph, "MATCH (m:Migration) WHERE m.name = '026-one-sealed' DELETE m");
  await migrate(graph);
}

function apart(key: Buffer, told: Told): Record<string, string> {
  const sealed = Object.entries(told).map(([field, value]) => [`${field}Sealed`, vault.seal(key, field, value)]);
  return Object.fromEntries(sealed);
}

const seen = async (n: number) => {
  const fields = (await personalFields(servicesOf(graph), [idOf(n)])).get(idOf(n))!;
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
};
const left = async () => {
  const rows = await run(
    graph,
    'RETURN COUNT { MATCH (c:Customer) WHERE any(k IN keys(c) WHERE k ENDS WITH "Sealed") } AS n, COUNT { (:SealedApart) } AS noted',
  );
  return rows[0];
};
const meanwhile = (work: () => Promise<unknown>) => interrupted(graph, 'security/steps/keys/sealed-apart-page', work);
const gather = (own: Graph = graph) => gatherSealed(own, () => vault, { page: 5 });

test('everybody opens as before, nobody has anything left, and again changes nothing', async () => {
  expect(await left()).toEqual({ n: PEOPLE + 1, noted: 1 });
  expect(await gather()).toBe(PEOPLE + 1);
  expect(await left()).toEqual({ n: 0, noted: 0 });
  for (let n = 0; n < PEOPLE; n++) expect(await seen(n)).toEqual(toldOf(n));
  expect(await run(graph, "MATCH (c:Customer) WHERE c.id IN ['bare', 'destroyed'] RETURN keys(c) AS keys")).toEqual([
    { keys: ['id'] },
    { keys: ['id'] },
  ]);
  const [one] = await run(graph, 'MATCH (c:Customer {id: "c000"}) RETURN c.keyWrapped AS key, c.sealed AS sealed');
  expect(one!.sealed).toBe(sealPerson(vault, vault.unwrap(one!.key as string), toldOf(0)));
  const print = await fingerprint(graph);
  expect(await gather()).toBe(0);
  await run(graph, "CREATE (:SealedApart {id: 'customers'})");
  expect(await gather()).toBe(0);
  expect([await fingerprint(graph), await left()]).toEqual([print, { n: 0, noted: 0 }]);
});

test('stopped half-way, what was done is done; run again it goes on with the rest', async () => {
  let opened = 0;
  const failing: Vault = {
    ...vault,
    unwrap: (wrapped) => {
      if (++opened > 12) throw new Error('the power went');
      return vault.unwrap(wrapped);
    },
  };
  await expect(gatherSealed(graph, () => failing, { page: 5 })).rejects.toMatchObject({ kind: 'SETUP' });
  expect(await left()).toEqual({ n: PEOPLE + 1 - 10, noted: 1 });
  expect([await seen(0), await seen(9)]).toEqual([toldOf(0), toldOf(9)]);
  expect(await gather()).toBe(PEOPLE + 1 - 10);
  for (let n = 0; n < PEOPLE; n++) expect(await seen(n)).toEqual(toldOf(n));
});

test('what a server of the version before writes meanwhile, before or after its customer was put together, is not lost', async () => {
  const [row] = await run(graph, 'MATCH (c:Customer {id: "c002"}) RETURN c.keyWrapped AS key');
  const key = vault.unwrap(row!.key as string);
  const write = (name: string) =>
    run(graph, 'MATCH (c:Customer {id: "c002"}) SET c += $sealed', { sealed: apart(key, { name }) });
  expect(await gather(meanwhile(() => write('between reading and writing')))).toBe(PEOPLE + 1);
  expect(await seen(2)).toEqual({ ...toldOf(2), name: 'between reading and writing' });
  await run(graph, "CREATE (:SealedApart {id: 'customers'})");
  await write('afterwards');
  expect(await gather()).toBe(1);
  expect(await seen(2)).toEqual({ ...toldOf(2), name: 'afterwards' });
});

test('a key that is destroyed meanwhile leaves nothing behind', async () => {
  const destroy = () => graph.write('rights/steps/erasure/rights-destroy-key', { customerId: idOf(3) });
  await gather(meanwhile(destroy));
  expect(await run(graph, 'MATCH (c:Customer {id: "c003"}) RETURN c.sealed AS sealed, c.nameSealed AS name')).toEqual([
    { sealed: null, name: null },
  ]);
});

test('a value that does not open says whose, and is left as it is', async () => {
  await run(graph, 'MATCH (c:Customer {id: "c007"}) SET c.nameSealed = "damaged-beyond-reading"');
  await expect(gather()).rejects.toMatchObject({
    kind: 'SETUP',
    message: 'what is sealed of customer c007 does not open with its key',
  });
  expect(await run(graph, 'MATCH (c:Customer {id: "c007"}) RETURN c.nameSealed AS name')).toEqual([
    { name: 'damaged-beyond-reading' },
  ]);
});

test('where nothing lies apart no key is asked for', async () => {
  await gather();
  const never = () => Promise.reject(new Error('asked for the keys'));
  expect(await gatherSealed(graph, never)).toBe(0);
});

test('the command does it, and says so', async () => {
  const { code, err } = await guanxi(['migrate'], { GUANXI_HOME: home });
  expect([code, err]).toEqual([0, expect.stringContaining(`the personal fields of ${PEOPLE + 1} customers`)]);
  expect(await left()).toEqual({ n: 0, noted: 0 });
  const again = await guanxi(['migrate'], { GUANXI_HOME: home });
  expect([again.code, again.err]).toEqual([0, expect.not.stringContaining('under one seal')]);
});
