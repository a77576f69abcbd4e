import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { AppError } from '../../kernel/error.js';
import { type KeyFile, makeKeyFile, readKeyFile } from './key-file.js';
import { keyIdOf } from './key-id.js';
import { auditKeyOf, type Keyring, lookupKeyOf, makeVault, type Vault } from './vault.js';

/** Where master keys come from. */
export interface KeySettings {
  readonly GUANXI_KEY?: string | undefined;
  /** Earlier values of GUANXI_KEY, newest first. */
  readonly GUANXI_KEY_OLD?: readonly string[] | undefined;
  readonly GUANXI_LOOKUP_KEY?: string | undefined;
  /** Earlier values of GUANXI_LOOKUP_KEY, newest first. */
  readonly GUANXI_LOOKUP_KEY_OLD?: readonly string[] | undefined;
  readonly GUANXI_HOME: string;
}

/** From `GUANXI_KEY` when given, else from `keys.json` in the home folder, made once with mode 0600. */
export function openKeyring(config: KeySettings): Keyring {
  if (config.GUANXI_KEY) return givenKeyring(config.GUANXI_KEY, config);
  if (config.GUANXI_LOOKUP_KEY)
    throw new AppError('CONFIG', 'GUANXI_LOOKUP_KEY goes with GUANXI_KEY only', 'else `guanxi keys reindex --rotate`');
  const path = keyFileOf(config);
  const file = readKeyFile(path);
  if (file) return keyringOf(file);
  makeKeyFile(path, newKeyFile());
  return keyringOf(readKeyFile(path)!); // two processes may start at once: the second reads what the first wrote
}

/** The vault of a process: it takes up master keys that were added to the key file after its start. */
export function openVault(config: KeySettings): Vault {
  if (config.GUANXI_KEY) return makeVault(openKeyring(config));
  const path = keyFileOf(config);
  const reread = () => {
    const file = readKeyFile(path);
    return file && keyringOf(file);
  };
  return makeVault(openKeyring(config), reread, path);
}

/** Where the master keys lie when GUANXI_KEY is not set. */
export function keyFileOf({ GUANXI_HOME }: Pick<KeySettings, 'GUANXI_HOME'>): string {
  return join(GUANXI_HOME, 'keys.json');
}

/** Aliases, marks and audit keep the first key ever given; lookups too, unless they are given keys of their own. */
function givenKeyring(given: string, config: KeySettings): Keyring {
  const keys = distinct([given, ...(config.GUANXI_KEY_OLD ?? [])], 'GUANXI_KEY');
  const lookup = lookupKeyOf(keys.at(-1)!);
  const own = [config.GUANXI_LOOKUP_KEY ?? [], config.GUANXI_LOOKUP_KEY_OLD ?? []].flat();
  const lookups = [...distinct(own, 'GUANXI_LOOKUP_KEY'), lookup].map((key) => ({ key }));
  const known = new Map(keys.map((key) => [keyIdOf(key), key]));
  return { current: keyIdOf(keys[0]!), keys: known, lookup, lookups, audit: auditKeyOf(lookup) };
}

function distinct(texts: readonly string[], name: string): Buffer[] {
  const keys = texts.map((text) => Buffer.from(text, 'base64'));
  if (new Set(keys.map(keyIdOf)).size === keys.length) return keys;
  throw new AppError('CONFIG', `${name}_OLD names a key twice, or ${name} itself`, 'name each key once');
}

function keyringOf(file: KeyFile): Keyring {
  const bytes = (text: string) => Buffer.from(text, 'base64');
  const lookup = bytes(file.lookup);
  const lookups = file.lookups?.map(({ key, retiredAt }) => ({
    key: bytes(key),
    retiredAt: retiredAt ? new Date(retiredAt) : undefined,
  }));
  const keys = new Map(Object.entries(file.keys).map(([id, key]) => [id, bytes(key)]));
  const audit = file.audit ? bytes(file.audit) : auditKeyOf(lookup);
  return { current: file.current, keys, lookup, lookups: lookups ?? [{ key: lookup }], audit };
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
