import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { type Config, readConfig } from '../../src/config.js';
import { localFolder } from '../../src/database/ensure.js';
import { serverHome } from '../../src/database/local/home.js';
import { type Connection, openDriver } from '../../src/graph/driver.js';
import { readKeyFile } from '../../src/security/sealing/key-file.js';
import { CITY, MARKS } from '../security/sealing/people.js';
import { look, patternsOf } from '../security/sealing/traces.js';

/** A second project beside the test database; its jars are those of this one. */
export const home = mkdtempSync(join(tmpdir(), 'guanxi-test-'));
export const config: Config = readConfig({ GUANXI_HOME: home, GUANXI_DB: 'local', GUANXI_HEAP: '512m' });
export const server = serverHome(localFolder(config));

/** The first value of a statement's first row. */
export async function ask(at: Connection, statement: string): Promise<unknown> {
  const driver = openDriver(at);
  try {
    const { records } = await driver.executeQuery(statement);
    const value = records[0]?.get(0);
    return neo4j.isInt(value) ? value.toNumber() : value;
  } finally {
    await driver.close();
  }
}

/**
 * A dump is compressed, so its own bytes would tell nothing either way: what is looked through is what it unpacks to,
 * in a folder that held nothing before. There the city of the people is found, and of their names, phones, mails and
 * keys nothing.
 */
export function noTracesIn(unpacked: string): void {
  const file = readKeyFile(join(home, 'keys.json'))!;
  const keys = [...Object.values(file.keys), file.lookup, ...(file.audit ? [file.audit] : [])];
  const city = { form: 'the city', bytes: Buffer.from(CITY) };
  const open = keys.flatMap((key) =>
    [Buffer.from(key), Buffer.from(key, 'base64')].map((bytes) => ({ form: 'a key', bytes })),
  );
  const { hits } = look(unpacked, [city, ...open, ...MARKS.flatMap(patternsOf)]);
  expect(hits.length).toBeGreaterThan(0);
  expect(hits.filter((hit) => !hit.endsWith('the city'))).toEqual([]);
}
