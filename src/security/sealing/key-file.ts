import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../kernel/error.js';
import { keyIdOf } from './key-id.js';

const FILE = z
  .object({
    current: z.string(),
    keys: z.record(z.string(), z.base64()),
    lookup: z.base64(),
    lookups: z
      .array(z.object({ key: z.base64(), retiredAt: z.iso.datetime().optional() }))
      .min(1)
      .optional(),
    audit: z.base64().optional(),
  })
  .refine(({ current, keys }) => current in keys, 'current names no key');

/**
 * What `keys.json` holds: the master keys by id, the one that wraps new customer keys, the first lookup key, the key of
 * the audit, and all lookup keys, newest first, once there was a second one.
 */
export type KeyFile = z.output<typeof FILE>;

/** The key file, or null when there is none. Throws SETUP when it cannot be read. */
export function readKeyFile(path: string): KeyFile | null {
  try {
    return FILE.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new AppError(
      'SETUP',
      `the key file ${path} cannot be read`,
      'restore it from its backup; without it sealed data stays sealed',
      {},
      error,
    );
  }
}

/** Makes the file for its owner only (mode 0600), unless another process did first. */
export function makeKeyFile(path: string, file: KeyFile): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, textOf(file), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Puts a new master key beside the others and makes it the one that wraps. Gives its id. */
export function addMasterKey(path: string): string {
  const key = randomBytes(32);
  const id = keyIdOf(key);
  const file = existing(path);
  replace(path, { ...file, current: id, keys: { ...file.keys, [id]: key.toString('base64') } });
  return id;
}

/** Takes a master key out; the one that wraps stays. */
export function removeMasterKey(path: string, id: string): void {
  const file = existing(path);
  if (file.current === id) throw new Error('the master key that wraps cannot be removed');
  replace(path, { ...file, keys: Object.fromEntries(Object.entries(file.keys).filter(([other]) => other !== id)) });
}

/** Puts a new lookup key before the others. Gives its id. */
export function addLookupKey(path: string): string {
  const key = randomBytes(32);
  const file = existing(path);
  replace(path, { ...file, lookups: [{ key: key.toString('base64') }, ...lookupsOf(file)] });
  return keyIdOf(key);
}

/**
 * Notes that lookup keys are asked no more, and drops those that retired before `forgotten`; the current one stays as
 * it is.
 */
export function retireLookupKeys(path: string, ids: readonly string[], { now, forgotten }: Retiring): void {
  const file = existing(path);
  const [current, ...former] = lookupsOf(file);
  const kept = former
    .map((one) =>
      ids.includes(keyIdOf(Buffer.from(one.key, 'base64'))) ? { retiredAt: now.toISOString(), ...one } : one,
    )
    .filter(({ retiredAt }) => retiredAt === undefined || new Date(retiredAt) >= forgotten);
  replace(path, { ...file, lookups: [current!, ...kept] });
}

interface Retiring {
  readonly now: Date;
  readonly forgotten: Date;
}

function lookupsOf({ lookup, lookups }: KeyFile): NonNullable<KeyFile['lookups']> {
  return lookups ?? [{ key: lookup }];
}

function existing(path: string): KeyFile {
  const file = readKeyFile(path);
  if (file) return file;
  throw new AppError('SETUP', `there is no key file ${path}`, 'put keys.json back from its backup');
}

/**
 * On the disk before it takes the old one's place, in one step: whoever reads sees the old file or the new one, also
 * after a crash.
 */
function replace(path: string, file: KeyFile): void {
  const next = `${path}.next`;
  writeFileSync(next, textOf(file), { mode: 0o600 });
  sync(next);
  renameSync(next, path);
  sync(dirname(path));
}

function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function textOf(file: KeyFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}
