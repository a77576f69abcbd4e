import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Graph } from '../../../src/graph/graph.js';
import { importFiles } from '../../../src/intake/files/import-files.service.js';
import {
  keyStatus,
  personalFields,
  retireMasterKey,
  rotateMasterKey,
  verifyAudit,
} from '../../../src/security/index.js';
import type { RotateOptions } from '../../../src/security/keys/rotate.service.js';
import { openVault } from '../../../src/security/sealing/keyring.js';
import type { Services } from '../../../src/security/services.js';
import { clear, emptyGraph, file, home, run, servicesOf } from '../../intake/world.js';

const PEOPLE = 400;
const keyFile = join(home, 'keys.json');
const idOf = (n: number) => `c${n}`;
const people = (from: number, until: number) =>
  file(
    'customers.csv',
    `id,name\n${Array.from({ length: until - from }, (_, n) => `${idOf(from + n)},Made-Up ${from + n}`).join('\n')}\n`,
  );

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
});
beforeEach(async () => {
  await clear(graph);
  await importPeople(aProcess(), 0, PEOPLE);
});
afterAll(() => graph.close());

/** The services of a process of its own: its vault read the key file as it is now. */
function aProcess(): Services {
  return { ...servicesOf(graph), vault: openVault({ GUANXI_HOME: home }) };
}

function importPeople(services: Services, from: number, until: number) {
  return importFiles(services, { files: [people(from, until)], rejectsFolder: join(home, 'rejects') });
}

function rotate(options: Partial<RotateOptions> = {}) {
  return rotateMasterKey(aProcess(), { keyFile, batch: 100, ...options });
}

/** Everybody's name as a process sees it, against what was imported. */
async function expectReadable(services: Services, until: number): Promise<void> {
  const ids = Array.from({ length: until }, (_, n) => idOf(n));
  const seen = await personalFields(services, ids, ['name']);
  expect(ids.filter((id, n) => seen.get(id)?.name !== `Made-Up ${n}`)).toEqual([]);
}

const former = async () => (await keyStatus(aProcess())).filter(({ state }) => state === 'OPENS');

test('with readers and an import at work nothing is unreadable at any time, and the former key can be retired', async () => {
  const [reader, importer] = [aProcess(), aProcess()];
  const before = reader.vault.keyId;
  let rotating = true;
  let reads = 0;
  const reading = (async () => {
    for (; rotating; reads++) await expectReadable(reader, PEOPLE);
  })();
  const importing = importPeople(importer, 0, 2 * PEOPLE);
  const done = await rotate({ onProgress: () => undefined });
  rotating = false;
  const report = await importing;
  await reading;
  expect(reads).toBeGreaterThan(0);
  expect(report.rejected).toBe(0);
  expect(done.keyId).not.toBe(before);
  const after = await rotate(); // those whom the import still put under the former key
  await Promise.all([expectReadable(reader, 2 * PEOPLE), expectReadable(aProcess(), 2 * PEOPLE)]);
  expect((await keyStatus(aProcess())).find(({ id }) => id === before)).toMatchObject({ state: 'OPENS', customers: 0 });
  await retireMasterKey(aProcess(), { id: before, keyFile });
  expect(readFileSync(keyFile, 'utf8')).not.toContain(before);
  await expectReadable(aProcess(), 2 * PEOPLE);
  expect(after.rewrapped).toBeLessThanOrEqual(2 * PEOPLE);
});

test('interrupted after any batch it goes on where it ended, without a further key', async () => {
  for (const batches of [1, 3]) {
    const start = aProcess().vault.keyId;
    let seen = 0;
    const stopped = rotate({
      onProgress: () => {
        if (++seen === batches) throw new Error('the power went');
      },
    });
    await expect(stopped).rejects.toThrow('the power went');
    const [left] = await former().then((rows) => rows.filter(({ id }) => id === start));
    expect(left!.customers).toBe(PEOPLE - batches * 100);
    await expectReadable(aProcess(), PEOPLE);
    await expect(retireMasterKey(aProcess(), { id: start, keyFile })).rejects.toMatchObject({ kind: 'CONFLICT' });
    const again = await rotate();
    expect(again).toMatchObject({ made: false, rewrapped: PEOPLE - batches * 100 });
    await expectReadable(aProcess(), PEOPLE);
  }
  expect(statSync(keyFile).mode & 0o777).toBe(0o600);
  expect((await verifyAudit(aProcess(), home)).intact).toBe(true);
});

test('a key that is destroyed between being read and being put under the new master key stays destroyed', async () => {
  const services = aProcess();
  const destroyed: string[] = [];
  const write = (async (name: string, params: { rows: { id: string }[] }) => {
    if (name === 'security/steps/keys/sealing-rewrap') {
      const { id } = params.rows[destroyed.length]!;
      await run(graph, 'MATCH (c:Customer {id: $id}) REMOVE c.keyWrapped, c.keyId', { id });
      destroyed.push(id);
    }
    return services.graph.write(name as never, params as never);
  }) as unknown as Graph['write'];
  const between = { ...services, graph: { ...services.graph, write } };
  const { rewrapped } = await rotateMasterKey(between, { keyFile, batch: 100 });
  const gone = await run(graph, 'MATCH (c:Customer) WHERE c.keyWrapped IS NULL RETURN c.id AS id ORDER BY id');
  expect(gone.map(({ id }) => id)).toEqual([...destroyed].sort());
  expect([destroyed.length, rewrapped]).toEqual([PEOPLE / 100, PEOPLE - PEOPLE / 100]);
  await rotate();
  const seen = await personalFields(aProcess(), destroyed, ['name']);
  expect([...seen.values()]).toEqual(destroyed.map(() => null));
});

test('a process that does not know of the retirement cannot wrap by the retired key', async () => {
  const stale = servicesOf(graph); // as one whose key is set in its environment: it reads no file
  await rotate();
  await rotate(); // a further key, so that none is left under the one of `stale`
  await retireMasterKey(aProcess(), { id: stale.vault.keyId, keyFile });
  await expect(importPeople(stale, PEOPLE, PEOPLE + 1)).rejects.toMatchObject({ kind: 'SETUP' });
  await expect(retireMasterKey(aProcess(), { id: stale.vault.keyId, keyFile })).rejects.toMatchObject({
    kind: 'NOT_FOUND',
  });
  await expect(retireMasterKey(aProcess(), { id: aProcess().vault.keyId, keyFile })).rejects.toMatchObject({
    kind: 'CONFLICT',
  });
});
