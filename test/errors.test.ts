import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { faults, folder } from './errors.setup.js';
import { guanxi, testHome } from './setup/command.js';
import { testDriver } from './setup/database.js';

/**
 * Faults of start-up and use, as a person meets them: one line what, one line fix, an exit code, never a stack trace.
 */

let taken: Server;
let takenPort: number;

const change = (cypher: string) => testDriver().executeQuery(cypher, {}, { database: 'neo4j' });

beforeAll(async () => {
  taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  takenPort = (taken.address() as { port: number }).port;
  await change('MATCH (n) DETACH DELETE n');
  expect((await guanxi(['migrate'])).code).toBe(0);
});

afterAll(() => {
  taken.close();
  for (const made of [folder, testHome]) rmSync(made, { recursive: true, force: true });
});

const here = faults(() => takenPort).filter((fault) => !fault.local || process.env.GUANXI_TEST_WAY === 'local');

test.each(here.map((f) => [f.what, f] as const))('%s', async (_what, fault) => {
  if (fault.before) await change(fault.before);
  const { code, out, err } = await guanxi(fault.args(), fault.env?.()).finally(async () => {
    if (fault.after) await change(fault.after);
  });
  const lines = err.trimEnd().split('\n');
  const at = lines.findIndex((line) => line.startsWith('error: '));
  expect(lines.slice(at)).toEqual([expect.stringMatching(fault.says), expect.stringMatching(fault.fix)]);
  expect(lines[at + 1]).toMatch(/^ {2}fix: /);
  expect(code).toBe(fault.exit);
  expect(out + err).not.toMatch(/\n\s+at .*[:(]\d+/);
});

test('an unknown command names the nearest and shows the way to the help', async () => {
  const { code, err } = await guanxi(['migrat']);
  expect(code).toBe(2);
  expect(err).toMatch(/^error: unknown command 'migrat'\n {2}fix: Did you mean migrate\? see `guanxi --help`\n$/);
});
