import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config.js';
import { takeRunning } from '../../src/database/take-running.js';
import { testDatabase } from '../setup/database.js';

const home = mkdtempSync(join(tmpdir(), 'guanxi-running-'));
afterAll(() => rmSync(home, { recursive: true }));

const { uri, user, password, database } = testDatabase();
const given = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database };
const take = (env: Record<string, string>) => takeRunning(readConfig({ ...env, GUANXI_HOME: home }));

test('a database that answers is taken as it is, and is not ended by who took it', async () => {
  expect(await take(given)).toMatchObject({ uri, way: 'given', startedHere: false });
});

test('one that does not answer, refuses the password, or was never started is left to whoever brings it up', async () => {
  expect(await take({ ...given, NEO4J_URI: 'bolt://127.0.0.1:9' })).toBeUndefined();
  expect(await take({ ...given, NEO4J_PASSWORD: 'wrong' })).toBeUndefined();
  expect(await take({ GUANXI_DB: 'local' })).toBeUndefined();
  expect(await take({})).toBeUndefined();
});
