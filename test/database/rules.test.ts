import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { warningsAbout } from '../../src/database/check.js';
import { LINES, lineOf, OLDEST } from '../../src/database/line.js';
import { mavenFailure } from '../../src/database/local/commands.js';
import { confText } from '../../src/database/local/conf.js';
import { portWasTaken, startFailure } from '../../src/database/local/failure.js';
import { firstLine, pomIn } from '../../src/database/local/fetched.mjs';
import { freeWithin, isFree, pickPorts } from '../../src/database/local/ports.js';
import { megabytes, sizeMemory } from '../../src/database/memory.js';
import { atLeast } from '../../src/database/version.js';
import { packageRoot } from '../../src/kernel/root.js';

test.each([
  ['5.26.30', '5.26', true],
  ['5.26', '5.26', true],
  ['5.9.0', '5.26', false],
  ['2025.01.0', '5.26', true],
  ['2.13.9', '2.13', true],
  ['2.9.12', '2.13', false],
  ['5.26-aura', '5.26', true],
  ['nonsense', '5.26', false],
])('%s is at least %s: %s', (version, least, expected) => expect(atLeast(version, least)).toBe(expected));

test('the two lines tested are taken without a warning, what lies between or after them with one', () => {
  expect(['5.26.30', '2026.01.4', '2026.03.1'].flatMap(warningsAbout)).toEqual([]);
  for (const other of ['2025.04.0', '2027.01.0']) expect(warningsAbout(other)).toHaveLength(1);
  expect(['5.25.1', '5.26.30', '2025.04.0', '2026.03.1'].map((version) => lineOf(version)?.name)).toEqual([
    undefined,
    '5.26',
    '5.26',
    '2026',
  ]);
});

test('the pom has a profile for each line, the one taken by default first', () => {
  const profiles = [...readFileSync(pomIn(packageRoot), 'utf8').matchAll(/<profile>\s*<id>([^<]+)</g)];
  expect(profiles.map(([, id]) => id)).toEqual(LINES.map(({ name }) => name));
  expect(firstLine(packageRoot)).toBe(OLDEST.name);
});

test.each([
  [1_024, {}, { heapMb: 512, pageCacheMb: 128 }],
  [8_192, {}, { heapMb: 2_048, pageCacheMb: 1_024 }],
  [262_144, {}, { heapMb: 12_288, pageCacheMb: 8_192 }],
  [24_576, { quick: true }, { heapMb: 1_024, pageCacheMb: 256 }],
  [24_576, { heap: '2g' }, { heapMb: 2_048, pageCacheMb: 3_072 }],
])('memory of a machine with %i MB %j', (machine, wish, expected) =>
  expect(sizeMemory(machine, wish)).toEqual(expected),
);

test('sizes', () => expect([megabytes('512m'), megabytes('2g'), megabytes('2G')]).toEqual([512, 2_048, 2_048]));

test('the conf file listens on loopback, in the given memory, and reports to nobody', () => {
  const text = confText({
    ports: { bolt: 7687, http: 7474 },
    memory: { heapMb: 2_048, pageCacheMb: 512 },
    plugins: '/jars/plugins',
    importFolder: '/home/import',
    quick: false,
  });
  const settings = new Map(
    text
      .trim()
      .split('\n')
      .map((line) => line.split(/=(.*)/, 2) as [string, string]),
  );
  for (const [name, value] of settings) if (/_address$/.test(name)) expect(value).toMatch(/^127\.0\.0\.1(:\d+)?$/);
  expect(settings.get('server.memory.heap.max_size')).toBe('2048m');
  expect(settings.get('server.memory.pagecache.size')).toBe('512m');
  expect(settings.get('server.directories.import')).toBe('/home/import');
  expect(settings.get('dbms.usage_report.enabled')).toBe('false');
  expect(settings.get('db.transaction.timeout')).toBe('300s');
  expect(settings.get('dbms.security.procedures.unrestricted')).toBe('gds.*');
  expect(settings.get('dbms.security.procedures.allowlist')).not.toMatch(
    /apoc\.(\*|load|export|import|cypher|trigger|periodic)/,
  );
});

test('a taken port is passed over for free ones', async () => {
  const server = createServer();
  const taken = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
  );
  expect(await isFree(taken)).toBe(false);
  const picked = await pickPorts([{ bolt: taken, http: taken + 1 }]);
  expect([picked.bolt, picked.http]).not.toContain(taken);
  expect(picked.bolt).not.toBe(picked.http);
  expect(await freeWithin({ bolt: taken, http: picked.http }, 150)).toBe(false);
  const freed = freeWithin({ bolt: taken, http: picked.http }, 30_000);
  server.close();
  expect(await freed).toBe(true);
});

test.each([
  ['ERROR Failed to start Neo4j: java.net.BindException: Address already in use', 'SETUP', /took its port/],
  ['java.lang.OutOfMemoryError: Java heap space', 'SETUP', /GUANXI_HEAP/],
  ['Error: Could not reserve enough space for 99999999KB object heap', 'SETUP', /GUANXI_HEAP/],
  ['java.lang.UnsupportedClassVersionError: org/neo4j/X', 'SETUP', /Java 21/],
  ['org.neo4j.io.locker.FileLockException: Lock file has been locked by another process', 'BUSY', /guanxi db status/],
  ['java.io.IOException: No space left on device', 'SETUP', /free space/],
  ['ERROR something new', 'SETUP', /logs/],
])('a server that did not start: %s', (log, kind, words) => {
  const error = startFailure(`INFO Starting...\n${log}\n\tat org.neo4j.X(X.java:1)\n`, '/home/logs/neo4j.log');
  expect(error.kind).toBe(kind);
  expect(`${error.message} ${error.hint}`).toMatch(words);
  expect(error.message).toContain(log);
  expect(error.message).not.toContain('\n');
});

test('only a taken port is worth another try', () => {
  expect(portWasTaken('java.net.BindException: Address already in use')).toBe(true);
  expect(portWasTaken('java.lang.OutOfMemoryError')).toBe(false);
});

test("Java's closing words are not quoted, its reason is", () => {
  const log =
    'Invalid maximum heap size: -Xmx9999999999m\nError: Could not create the Java Virtual Machine.\nError: A fatal exception has occurred. Program will exit.\n';
  expect(startFailure(log, 'x').message).toContain('"Invalid maximum heap size: -Xmx9999999999m"');
});

test("Maven's cause is its first line of error, without its pointer to help", () => {
  const printed =
    '[ERROR] Failed to execute goal: Could not transfer artifact -> [Help 1]\n[ERROR] \n[ERROR] To see the full stack trace\n';
  expect(mavenFailure(printed)).toBe('Failed to execute goal: Could not transfer artifact');
});
