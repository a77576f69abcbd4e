import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Graph } from '../../src/graph/graph.js';
import { packageRoot } from '../../src/kernel/root.js';
import { openPerson } from '../../src/security/sealing/person.js';
import { guanxi } from '../setup/command.js';
import { testDatabase } from '../setup/database.js';
import { until } from '../setup/until.js';
import { clear, emptyGraph, file, fingerprint, home, importing, run, servicesOf } from './world.js';

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
});
beforeEach(() => clear(graph));
afterAll(() => graph.close());

const PEOPLE = 2_000;
const TIES = 12_000;
const text = (head: string, rows: number, row: (n: number) => string) =>
  `${head}\n${Array.from({ length: rows }, (_, n) => row(n)).join('\n')}\n`;
const files = () => [
  file(
    'customers.csv',
    text('id,name,city', PEOPLE, (n) => `c${n},Made-Up ${n},Suzhou`),
  ),
  file(
    'ties.csv',
    text(
      'fromId,toId,kind,interactions',
      TIES,
      (n) => `c${n % PEOPLE},c${(n * 7 + 1) % PEOPLE},${n % 2 ? 'FOLLOWS' : 'WORKS_WITH'},${n % 9}`,
    ),
  ),
  file(
    'orders.csv',
    text(
      'id,customerId,at,amount,currency',
      TIES,
      (n) => `o${n},c${(n * 13) % PEOPLE},2026-01-${10 + (n % 20)},${n % 50}.05,CNY`,
    ),
  ),
];

test('killed half way and run again, the graph is as if it had never been interrupted', async () => {
  const paths = files();
  await importing(graph, { files: paths });
  const whole = await fingerprint(graph, { sealed: false });
  for (const label of ['FOLLOWS', 'PLACED']) {
    await clear(graph);
    await killWhen(paths, `MATCH ()-[r:${label}]->() RETURN count(r) AS n`);
    expect(await fingerprint(graph, { sealed: false })).not.toBe(whole);
    const again = await importing(graph, { files: paths });
    expect(again.files.some(({ unchanged }) => unchanged > 0)).toBe(true);
    expect(await fingerprint(graph, { sealed: false })).toBe(whole);
  }
  const [row] = await run(graph, 'MATCH (c:Customer {id: "c17"}) RETURN c.keyWrapped AS key, c.sealed AS sealed');
  const { vault } = servicesOf(graph);
  expect(openPerson(vault, vault.unwrap(row!.key as string), row!.sealed as string).name).toBe('Made-Up 17');
});

/** Starts the import as a process of its own and kills it, with no chance to tidy up, once the count is above 0. */
async function killWhen(paths: readonly string[], count: string): Promise<void> {
  const { uri, user, password } = testDatabase();
  const env = { ...process.env, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, GUANXI_HOME: home };
  const child = spawn(process.execPath, [join(packageRoot, 'bin', 'guanxi.mjs'), 'import', ...paths], {
    env,
    stdio: 'ignore',
  });
  const ended = new Promise<NodeJS.Signals | null>((done) => child.on('exit', (_code, signal) => done(signal)));
  await until(
    'rows in the graph',
    async () => child.exitCode !== null || (await run(graph, count))[0]!.n !== 0,
    200_000,
  );
  child.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');
}

test('the command says what went in and what did not, and its exit code says so', async () => {
  const bad = file('customers.csv', 'id,gender\nc1,female\nc2,dragon\n');
  const refused = await guanxi(['import', bad], { GUANXI_HOME: home });
  expect(refused.code).toBe(9);
  expect(refused.out).toMatch(/customers\.csv +2 +1 +0 +0 +0 +1/);
  expect(refused.err).toMatch(
    /error: 1 of 2 rows were rejected; the rest was imported\n {2}fix: correct them in .*rejects.*--rejects/,
  );
  expect(refused.err + refused.out).not.toContain('dragon');
  const fine = await guanxi(['import', file('customers.csv', 'id\nc1\n')], { GUANXI_HOME: home });
  expect(fine.code).toBe(0);
});
