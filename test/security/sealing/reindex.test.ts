import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sendersOf } from '../../../src/consent/choices/senders.service.js';
import { readLink, signedFor, signedLink } from '../../../src/consent/preferences/link.js';
import type { Graph } from '../../../src/graph/graph.js';
import { importFiles } from '../../../src/intake/files/import-files.service.js';
import { DAY_MS } from '../../../src/kernel/clock.js';
import { correctPerson } from '../../../src/rights/correct.service.js';
import { erasePerson } from '../../../src/rights/erasure/erase.service.js';
import { findCustomer, reindexLookups, searchCustomers, verifyAudit } from '../../../src/security/index.js';
import type { ReindexOptions } from '../../../src/security/lookups/reindex.service.js';
import { openVault } from '../../../src/security/sealing/keyring.js';
import type { Services } from '../../../src/security/services.js';
import { clear, emptyGraph, file, fingerprint, home, run, servicesOf } from '../../intake/world.js';

const PEOPLE = 30;
const keyFile = join(home, 'keys.json');
const idOf = (n: number) => `c${String(n).padStart(3, '0')}`;
const phoneOf = (n: number) => `139000${String(n).padStart(5, '0')}`;
const nth = (row: (n: number) => string) => Array.from({ length: PEOPLE }, (_, n) => row(n)).join('\n');
const PAYMENT = 'one wallet of two';
const FILES = {
  'customers.csv': `id,name,phone\n${nth((n) => `${idOf(n)},张三${n},${phoneOf(n)}`)}\n`,
  'identities.csv': `customerId,kind,value\n${nth((n) => `${idOf(n)},PHONE,${phoneOf(n)}\n${idOf(n)},DEVICE,d-${n}`)}\nc000,PAYMENT,${PAYMENT}\nc001,PAYMENT,${PAYMENT}\n`,
};

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
});
beforeEach(async () => {
  await clear(graph);
  rmSync(keyFile, { force: true });
  rmSync(join(home, 'erasures.jsonl'), { force: true });
  await imported();
});
afterAll(() => graph.close());

/** The services of a process of its own: its vault read the key file as it is now. */
function aProcess(): Services {
  return { ...servicesOf(graph), vault: openVault({ GUANXI_HOME: home }) };
}

function imported(services = aProcess(), files: Record<string, string> = FILES) {
  const paths = Object.entries(files).map(([name, text]) => file(name, text));
  return importFiles(services, { files: paths, rejectsFolder: join(home, 'rejects') });
}

const reindex = (options: Partial<ReindexOptions> = {}) =>
  reindexLookups(aProcess(), { keyFile, batch: 5, rotate: true, ...options });

const purpose = 'asks at the till';
async function finds(n: number, services = aProcess()): Promise<string[]> {
  const phone = await findCustomer(services, { kind: 'PHONE', value: phoneOf(n), purpose });
  const name = await searchCustomers(services, { name: `zhangsan${n}`, first: 20, purpose });
  return [...phone.customers, ...name.customers].map(({ customerId }) => customerId);
}

const identities = () =>
  run(graph, 'MATCH (i:Identity) RETURN count(i) AS n, count(DISTINCT i.lookupKey) AS keys, min(i.lookupKey) AS key');

test('everybody is found before, while and after; the same files again change nothing, also from a process that was there before', async () => {
  const server = aProcess();
  const alias = await run(graph, 'MATCH (c:Customer) RETURN c.alias AS alias ORDER BY c.id');
  const before = server.vault.lookupId;
  let seen = 0;
  const looking: Promise<string[]>[] = [];
  const done = await reindex({
    onProgress: () => {
      if (++seen === 3) looking.push(finds(0, server), finds(PEOPLE - 1, server));
    },
  });
  expect((await Promise.all(looking)).map(([first]) => first)).toEqual([idOf(0), idOf(PEOPLE - 1)]);
  expect(done).toMatchObject({ made: true, customers: PEOPLE, identities: 2 * PEOPLE + 1, names: PEOPLE, left: 0 });
  expect(done).toMatchObject({ contacts: PEOPLE, retired: [before], next: null });
  expect(await identities()).toEqual([{ n: 2 * PEOPLE + 1, keys: 1, key: done.lookupId }]);
  const now = await fingerprint(graph);
  for (const services of [server, aProcess()]) {
    const report = await imported(services);
    expect(report.files.map((f) => [f.created, f.updated, f.rejected])).toEqual(Array(2).fill([0, 0, 0]));
    expect(await fingerprint(graph)).toBe(now);
    expect(new Set(await finds(7, services))).toEqual(new Set([idOf(7)]));
  }
  expect(await run(graph, 'MATCH (c:Customer) RETURN c.alias AS alias ORDER BY c.id')).toEqual(alias);
  expect((await verifyAudit(aProcess(), home)).intact).toBe(true);
});

test('killed half-way and run again it goes on by the same key; an import meanwhile makes nothing twice', async () => {
  const stopped = reindex({
    onProgress: ({ customers }) => {
      if (customers === 15) throw new Error('the power went');
    },
  });
  await expect(stopped).rejects.toThrow('the power went');
  const half = aProcess().vault.lookupId;
  expect(await identities()).toMatchObject([{ keys: 2 }]);
  for (const n of [0, 29]) expect(await finds(n)).toContain(idOf(n));
  await correctPerson(aProcess(), idOf(28), { phone: phoneOf(29) }); // theirs as well now, under whichever key it is
  expect((await imported()).rejected).toBe(0);
  const again = await reindex();
  expect(again).toMatchObject({ made: false, lookupId: half, left: 0 });
  expect(await identities()).toEqual([{ n: 2 * PEOPLE + 1, keys: 1, key: half }]);
  expect(await reindex({ rotate: false })).toMatchObject({
    made: false,
    identities: 0,
    names: 0,
    contacts: 0,
  });
  expect((await reindex()).made).toBe(true);
});

test('who was erased before stays away, and so does who is erased after', async () => {
  await erasePerson(aProcess(), { customerId: idOf(3), mode: 'DELETE' });
  await reindex();
  await erasePerson(aProcess(), { customerId: idOf(4), mode: 'DELETE' });
  await erasePerson(aProcess(), { customerId: idOf(0), mode: 'DESTROY_KEY' });
  const other = `id,phone\nx3,${phoneOf(3)}\nx4,+86${phoneOf(4)}\n`;
  const report = await imported(aProcess(), { ...FILES, 'customers.csv': other });
  expect(report.files[0]).toMatchObject({ suppressed: 2, created: 0 });
  expect(await run(graph, "MATCH (c:Customer) WHERE c.id IN ['c003', 'c004', 'x3', 'x4'] RETURN c.id")).toEqual([]);
  const kept =
    'MATCH (c:Customer)-[t:HAS_IDENTITY]->(:Identity {kind: "PAYMENT"}) RETURN c.id AS id, t.valueSealed IS NULL AS gone ORDER BY id';
  expect(await run(graph, kept)).toEqual([
    { id: idOf(0), gone: true },
    { id: idOf(1), gone: false },
  ]);
});

test('an identity whose value is kept with nobody is counted, found by the former key, and mended by an import', async () => {
  await run(graph, 'MATCH (:Customer {id: $id})-[t:HAS_IDENTITY]->(:Identity {kind: "PHONE"}) REMOVE t.valueSealed', {
    id: idOf(27),
  });
  await run(graph, 'MATCH (c:Customer) REMOVE c.nameTokens, c.phoneLookup');
  const former = aProcess().vault.lookupId;
  const done = await reindex();
  expect(done).toMatchObject({ identities: 2 * PEOPLE, names: PEOPLE, contacts: PEOPLE, left: 1, retired: [] });
  expect(aProcess().vault.lookupIds).toEqual([done.lookupId, former]);
  expect(await finds(27)).toEqual([idOf(27), idOf(27)]);
  await run(graph, 'MATCH (:Customer {id: $id})-[t:HAS_IDENTITY]->(:Identity {kind: "PHONE"}) DELETE t', {
    id: idOf(27),
  });
  expect(await sendersOf(aProcess(), 'PHONE', phoneOf(27))).toEqual([idOf(27)]); // by their own field alone
  expect(await finds(27)).toEqual([idOf(27), idOf(27)]);
  await imported();
  expect(await reindex({ rotate: false })).toMatchObject({ left: 0, retired: [former] });
  expect(await identities()).toEqual([{ n: 2 * PEOPLE + 1, keys: 1, key: done.lookupId }]);
});

test('in parts for a caller that cannot wait', async () => {
  const parts = [];
  for (let after: string | null = ''; after !== null; after = parts.at(-1)!.next)
    parts.push(await reindex({ rotate: parts.length === 0, most: 12, after }));
  expect(parts.map(({ made, customers, left }) => [made, customers, left])).toEqual([
    [true, 12, null],
    [false, 12, null],
    [false, 6, 0],
  ]);
});

test('keys by settings are never taken out by the work: they are asked as long as the settings name them', async () => {
  await run(graph, 'MATCH (c:Customer {id: "c000"}) REMOVE c.nameTokens');
  expect(await reindex({ keyFile: null })).toMatchObject({ made: false, names: 1, left: 0, retired: [] });
});

test('a process that has only the former key may look up, and is told before it writes', async () => {
  const stale = servicesOf(graph); // as one whose key is set in its environment: it reads no file
  await reindex();
  await expect(imported(stale)).rejects.toMatchObject({ kind: 'SETUP' });
  await expect(correctPerson(stale, idOf(1), { phone: '1' })).rejects.toMatchObject({ kind: 'SETUP' });
});

test('links that were sent hold for their time under a retired key, and no longer; marks and aliases stay', async () => {
  const before = aProcess();
  const [now, day] = [before.clock.now(), DAY_MS];
  const linkTo = (days: number) => readLink(signedLink(before.vault, idOf(1), new Date(now.getTime() + days * day)))!;
  const [sent, forged] = [linkTo(90), linkTo(91)];
  await reindex();
  const { vault } = aProcess();
  expect(vault.lookup('PHONE', '1')).not.toBe(before.vault.mark('PHONE', '1'));
  expect([signedFor(vault, idOf(1), sent), signedFor(vault, idOf(1), forged)]).toEqual([true, false]);
  expect([vault.alias('c1'), vault.mark('X', '1')]).toEqual([before.vault.alias('c1'), before.vault.mark('X', '1')]);
  await reindexLookups(
    { ...aProcess(), clock: { ...before.clock, now: () => new Date(now.getTime() + 91 * day) } },
    { keyFile, rotate: true },
  );
  expect(JSON.parse(readFileSync(keyFile, 'utf8')).lookups).toHaveLength(2);
});
