import { readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config.js';
import { checkDatabase } from '../../src/database/check.js';
import { ensureDatabase, localTools, watchDatabase } from '../../src/database/ensure.js';
import { offlineImport } from '../../src/database/local/bulk-import.js';
import { liveState, stopLocal } from '../../src/database/local/local.js';
import { localKeeper } from '../../src/database/local/local-keeper.js';
import { isServerOf } from '../../src/database/local/processes.js';
import type { RunningDatabase } from '../../src/database/running.js';
import { openDriver } from '../../src/graph/driver.js';
import { openGraph } from '../../src/graph/graph.js';
import { namesIn } from '../../src/graph/library/names.js';
import { migrate } from '../../src/graph/migrations.js';
import { importFiles } from '../../src/intake/files/import-files.service.js';
import { makeLog } from '../../src/kernel/log.js';
import { openVault } from '../../src/security/sealing/keyring.js';
import { makeServices } from '../../src/security/services.js';
import { PEOPLE, writePeople } from '../security/sealing/people.js';
import { testDatabase } from '../setup/database.js';
import { until } from '../setup/until.js';
import { ask, config, home, noTracesIn, server } from './local.setup.js';

const up = () => ensureDatabase(config, { quick: true });

function localServer() {
  let database: RunningDatabase;

  beforeAll(() => symlinkSync(join(readConfig().GUANXI_HOME, 'neo4j'), join(home, 'neo4j')));
  afterAll(async () => {
    await stopLocal(server);
    rmSync(home, { recursive: true, force: true });
  });

  test('the bulk importer fills a server that never ran', async () => {
    writeFileSync(join(home, 'nodes.csv'), 'id:ID,name\n1,a\n2,b\n3,c\n');
    writeFileSync(join(home, 'ties.csv'), ':START_ID,:END_ID\n1,2\n2,3\n');
    const files = { nodes: [`Imported=${home}/nodes.csv`], relationships: [`TIE=${home}/ties.csv`] };
    expect(await offlineImport(await localTools(config, process.env, () => undefined), files)).toContain('3 nodes');
  });

  test('a second server comes up beside the first, with ports of its own', async () => {
    database = await up();
    expect(database).toMatchObject({ way: 'local', startedHere: true });
    expect(database.uri).not.toBe(testDatabase().uri);
    expect(await ask(testDatabase(), 'RETURN 1')).toBe(1);
    expect(await ask(database, 'MATCH (:Imported)-[t:TIE]->() RETURN count(t)')).toBe(2);
  });

  test('only this user reads the password and the data', () => {
    expect(statSync(server.root).mode & 0o777).toBe(0o700);
    expect(statSync(server.passwordFile).mode & 0o777).toBe(0o600);
    expect(database.password.length).toBeGreaterThanOrEqual(32);
    expect(readFileSync(join(server.conf, 'neo4j.conf'), 'utf8')).not.toContain(database.password);
  });

  test('it listens on loopback only', async () => {
    const port = Number(new URL(database.uri).port);
    const outside = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
    for (const { address, family, internal } of outside) {
      if (internal || family !== 'IPv4') continue;
      await expect(ask({ ...database, uri: `bolt://${address}:${port}` }, 'RETURN 1')).rejects.toThrow();
    }
    expect(await ask(database, 'RETURN 1')).toBe(1);
  });

  test('Neo4j Browser is there', async () => {
    const page = await fetch(`${database.httpUrl}/browser/`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<html');
  });

  test('the procedures are those the product needs, and none that reads files', async () => {
    const names = "SHOW PROCEDURES YIELD name WHERE name STARTS WITH 'apoc.load' RETURN count(*)";
    expect(await ask(database, names)).toBe(0);
    expect(await ask(database, "RETURN apoc.text.join(['a', 'b'], '-')")).toBe('a-b');
  });

  test('a server that runs is used again, and not ended by who did not start it', async () => {
    const again = await up();
    expect(again.uri).toBe(database.uri);
    expect(again.password).toBe(database.password);
  });

  test('a wrong password is a SETUP error with its fix', async () => {
    const driver = openDriver({ ...database, password: 'wrong-password' });
    await expect(checkDatabase(driver, 'neo4j')).rejects.toMatchObject({ kind: 'SETUP', hint: expect.any(String) });
    await driver.close();
  });

  test('killed without warning, a server that is watched is started again: data, ports and password stay, the same connections answer', async () => {
    await ask(database, 'CREATE (n:Kept) RETURN 1');
    const graph = openGraph(database).withTimeout(3_000);
    const said: string[] = [];
    const watch = watchDatabase(config, database, (line) => said.push(line))!;
    try {
      const killed = liveState(server)!.pid;
      process.kill(killed, 'SIGKILL');
      const began = Date.now();
      const kept = () =>
        graph.driver.executeQuery('MATCH (n:Kept) RETURN count(n) AS n').then(
          ({ records }) => Number(records[0]!.get('n')),
          () => null,
        );
      await until('the same connections answer', async () => (await kept()) !== null);
      process.stdout.write(`recovered ${((Date.now() - began) / 1000).toFixed(1)} s after kill -9\n`);
      expect(await kept()).toBe(1);
      await watch.end();
      expect(liveState(server)!.pid).not.toBe(killed);
      expect([said[0], said.at(-1)]).toEqual([
        'the database server died: starting it again …',
        'the database server runs again',
      ]);
    } finally {
      await watch.end();
      await graph.close();
    }
  });

  test('an empty network is one too; then 50 people come in, for the dump below', async () => {
    const graph = openGraph(database);
    try {
      await migrate(graph);
      // no customer, and no tie ever: what GDS asks for by name is there all the same
      const projected = await graph.read('analysis/steps/scores/project', { graph: 'first', unknown: 0.1 });
      expect(projected).toEqual([{ nodes: 0, arcs: 0 }]);
      await graph.read('graph/steps/projection-drop', { graph: 'first' });
      // nor is anything planned anew because a name came up that a statement uses
      const { keys } = namesIn([...graph.library.values()].map(({ text }) => text));
      const known = await ask(database, 'CALL db.propertyKeys() YIELD propertyKey RETURN collect(propertyKey)');
      expect(known).toEqual(expect.arrayContaining([...keys]));
      const log = makeLog('error');
      const services = makeServices({ graph, vault: openVault(config), log, home }, { id: 'importer', role: 'admin' });
      const report = await importFiles(services, {
        files: writePeople('customers.csv'),
        rejectsFolder: join(home, 'rejects'),
      });
      expect([report.rejected, report.rows]).toEqual([0, PEOPLE]);
    } finally {
      await graph.close();
    }
  });

  test('stopping ends the process, and Neo4j closed its data by itself', async () => {
    const pid = liveState(server)!.pid;
    await database.stop();
    expect(isServerOf(server, pid)).toBe(false);
    expect(readFileSync(server.log, 'utf8')).toContain('Stopped.');
    await expect(ask(database, 'RETURN 1')).rejects.toThrow();
  });

  test('nobody answers: the check says UNAVAILABLE and how to start it', async () => {
    const driver = openDriver(database);
    await expect(checkDatabase(driver, 'neo4j')).rejects.toMatchObject({
      kind: 'UNAVAILABLE',
      hint: expect.stringContaining('guanxi db start'),
    });
    await driver.close();
  });

  test('what a backup holds comes back after a reset', async () => {
    const keeper = localKeeper(config, process.env);
    const file = join(home, 'all.dump');
    await keeper.dump(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await keeper.reset();
    await expect(keeper.dump(join(home, 'none.dump'))).rejects.toMatchObject({ kind: 'NOT_FOUND' });
    await keeper.load(file);
    noTracesIn(server.data);
    database = await up();
    expect(await ask(database, 'MATCH (n:Kept) RETURN count(n)')).toBe(1);
  });
}

if (process.env.GUANXI_TEST_WAY === 'local') describe('the local server', localServer);
else
  test('the local server is not tried where the database came up another way', () => {
    expect(process.env.GUANXI_TEST_WAY).toMatch(/^(testcontainers|given)$/);
  });
