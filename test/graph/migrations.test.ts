import { type Graph, openGraph } from '../../src/graph/graph.js';
import { withLease } from '../../src/graph/lease.js';
import { type Migration, migrate, pendingMigrations, readMigrations } from '../../src/graph/migrations.js';
import { deleteAll, testDatabase } from '../setup/database.js';

let graph: Graph;
let files: Migration[];

beforeAll(async () => {
  graph = openGraph(testDatabase());
  files = readMigrations(graph.library);
  await graph.driver.executeQuery('MATCH (n) DETACH DELETE n', {}, { database: graph.database });
});

afterAll(async () => {
  await graph.close();
  await deleteAll(); // a migration that only this file knows must not meet the next one
});

test('two runners at once apply each file once', async () => {
  const other = openGraph(testDatabase());
  const applied = await Promise.all([migrate(graph, files), migrate(other, files)]);
  await other.close();
  expect(applied.map((names) => names.length).sort()).toEqual([0, files.length]);
  expect(await migrate(graph, files)).toEqual([]);
});

test('an edited file is refused, with its name', async () => {
  const edited = files.map((f, at) => (at === 0 ? { ...f, checksum: 'other' } : f));
  await expect(pendingMigrations(graph, edited)).rejects.toMatchObject({
    kind: 'CONFLICT',
    message: expect.stringContaining(files[0]!.name),
  });
});

test('a file that is gone is refused', async () => {
  await expect(pendingMigrations(graph, files.slice(1))).rejects.toThrow(/its file is gone/);
});

test('a new file is pending until applied', async () => {
  const next = {
    id: files.at(-1)!.id + 1,
    name: 'next',
    checksum: 'c',
    statements: ["MERGE (p:Purpose {id: 'test-only'})"],
  };
  expect(await pendingMigrations(graph, [...files, next])).toEqual([next]);
  expect(await migrate(graph, [...files, next])).toEqual(['next']);
  expect(await pendingMigrations(graph, [...files, next])).toEqual([]);
});

test('a lease held elsewhere is refused at once, or waited for', async () => {
  const inside = withLease(graph, { id: 'test', seconds: 30, waitMs: 0 }, async () => {
    await expect(withLease(graph, { id: 'test', seconds: 30, waitMs: 0 }, async () => 1)).rejects.toMatchObject({
      kind: 'BUSY',
    });
    return 'done';
  });
  await expect(inside).resolves.toBe('done');
  await expect(withLease(graph, { id: 'test', seconds: 30, waitMs: 0 }, async () => 2)).resolves.toBe(2);
});

test('a lease whose holder died is taken over when its time is up', async () => {
  await graph.write('graph/steps/lease-take', { id: 'died', holder: 'dead', seconds: 0 });
  await expect(withLease(graph, { id: 'died', seconds: 30, waitMs: 1000 }, async () => 'taken')).resolves.toBe('taken');
});
