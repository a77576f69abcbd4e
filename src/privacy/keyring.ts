import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../kernel/error.js';
import { auditKeyOf, lookupKeyOf } from './vault.js';

/** The master keys by id, the one that wraps new customer keys, and the key of look-ups. */
export interface Keyring {
  readonly current: string;
  readonly keys: ReadonlyMap<string, Buffer>;
  readonly lookup: Buffer;
  /** The key of the audit chain: it must outlive every change of the others, or old entries cannot be checked. From `lookup` when left out. */
  readonly audit?: Buffer;
}

const FILE = z.object({
  current: z.string(),
  keys: z.record(z.string(), z.base64()),
  lookup: z.base64(),
  audit: z.base64().optional(),
});

/** From `GUANXI_KEY` when given, else from `keys.json` in the home folder, made once with mode 0600. */
export function openKeyring(config: {
  readonly GUANXI_KEY?: string | undefined;
  readonly GUANXI_HOME: string;
}): Keyring {
  if (config.GUANXI_KEY) {
    const key = Buffer.from(config.GUANXI_KEY, 'base64');
    return {
      current: keyIdOf(key),
      keys: new Map([[keyIdOf(key), key]]),
      lookup: lookupKeyOf(key),
      audit: auditKeyOf(lookupKeyOf(key)),
    };
  }
  return readKeyring(join(config.GUANXI_HOME, 'keys.json'));
}

/** A name for a key that does not tell the key: the first 8 hex digits of its SHA-256. */
export function keyIdOf(key: Buffer): string {
  return createHash('sha256').update('guanxi key id').update(key).digest('hex').slice(0, 8);
}

function readKeyring(path: string): Keyring {
  try {
    const { current, keys, lookup, audit } = FILE.parse(JSON.parse(readFileSync(path, 'utf8')));
    const entries = Object.entries(keys).map(([id, key]) => [id, Buffer.from(key, 'base64')] as const);
    const known = { current, keys: new Map(entries), lookup: Buffer.from(lookup, 'base64') };
    return { ...known, audit: audit ? Buffer.from(audit, 'base64') : auditKeyOf(known.lookup) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return makeKeyring(path);
    throw new AppError(
      'SETUP',
      `the key file ${path} cannot be read`,
      'restore it from its backup; without it sealed data stays sealed',
      {},
      error,
    );
  }
}

/** Two processes may start at once: the one that comes second reads what the first wrote. */
function makeKeyring(path: string): Keyring {
  const key = randomBytes(32);
  const current = keyIdOf(key);
  const lookup = lookupKeyOf(key);
  const file = {
    current,
    keys: { [current]: key.toString('base64') },
    lookup: lookup.toString('base64'),
    audit: auditKeyOf(lookup).toString('base64'),
  };
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readKeyring(path);
}
