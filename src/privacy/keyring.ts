import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { AppError } from '../kernel/error.js';
import { type KeyFile, makeKeyFile, readKeyFile } from './sealing/key-file.js';
import { keyIdOf } from './sealing/key-id.js';
import { auditKeyOf, lookupKeyOf, makeVault, type Vault } from './vault.js';

export { keyIdOf } from './sealing/key-id.js';

/** The master keys by id, the one that wraps new customer keys, and the key of look-ups. */
export interface Keyring {
  readonly current: string;
  readonly keys: ReadonlyMap<string, Buffer>;
  readonly lookup: Buffer;
  /** The key of the audit chain: it must outlive every change of the others, or old entries cannot be checked. From `lookup` when left out. */
  readonly audit?: Buffer;
}

/** Where master keys come from. */
export interface KeySettings {
  readonly GUANXI_KEY?: string | undefined;
  /** Earlier values of GUANXI_KEY, newest first. */
  readonly GUANXI_KEY_OLD?: readonly string[] | undefined;
  readonly GUANXI_HOME: string;
}

/** From `GUANXI_KEY` when given, else from `keys.json` in the home folder, made once with mode 0600. */
export function openKeyring(config: KeySettings): Keyring {
  if (config.GUANXI_KEY) return givenKeyring(config.GUANXI_KEY, config.GUANXI_KEY_OLD ?? []);
  const path = keyFileOf(config);
  const file = readKeyFile(path);
  if (file) return keyringOf(file);
  makeKeyFile(path, newKeyFile());
  return keyringOf(readKeyFile(path)!); // two processes may start at once: the second reads what the first wrote
}

/** The vault of a process: it takes up master keys that were added to the key file after its start. */
export function openVault(config: KeySettings): Vault {
  return makeVault(openKeyring(config), () => {
    const file = config.GUANXI_KEY ? null : readKeyFile(keyFileOf(config));
    return file && keyringOf(file);
  });
}

/** Where the master keys lie when GUANXI_KEY is not set. */
export function keyFileOf({ GUANXI_HOME }: Pick<KeySettings, 'GUANXI_HOME'>): string {
  return join(GUANXI_HOME, 'keys.json');
}

/** Look-ups and audit keep the first key ever given: hashes cannot be made anew without the values. */
function givenKeyring(given: string, old: readonly string[]): Keyring {
  const keys = [given, ...old].map((text) => Buffer.from(text, 'base64'));
  const known = new Map(keys.map((key) => [keyIdOf(key), key]));
  if (known.size < keys.length)
    throw new AppError('CONFIG', 'GUANXI_KEY_OLD names a key twice, or GUANXI_KEY itself', 'name each key once');
  const lookup = lookupKeyOf(keys.at(-1)!);
  return { current: keyIdOf(keys[0]!), keys: known, lookup, audit: auditKeyOf(lookup) };
}

function keyringOf({ current, keys, lookup, audit }: KeyFile): Keyring {
  const entries = Object.entries(keys).map(([id, key]) => [id, Buffer.from(key, 'base64')] as const);
  const known = { current, keys: new Map(entries), lookup: Buffer.from(lookup, 'base64') };
  return { ...known, audit: audit ? Buffer.from(audit, 'base64') : auditKeyOf(known.lookup) };
}

function newKeyFile(): KeyFile {
  const key = randomBytes(32);
  const current = keyIdOf(key);
  const lookup = lookupKeyOf(key);
  return {
    current,
    keys: { [current]: key.toString('base64') },
    lookup: lookup.toString('base64'),
    audit: auditKeyOf(lookup).toString('base64'),
  };
}
