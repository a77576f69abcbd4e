import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { AppError } from '../../kernel/error.js';
import { hashOf, type LookupKey, type Lookups, makeLookups } from '../lookups/lookup-keys.js';
import { keyIdOf } from './key-id.js';

/** The master keys by id, the one that wraps new customer keys, and the lookup keys. */
export interface Keyring {
  readonly current: string;
  readonly keys: ReadonlyMap<string, Buffer>;
  /** The first lookup key: it stays, for aliases and for marks of what cannot be recreated. */
  readonly lookup: Buffer;
  /** All lookup keys, the current one first; only the first one when left out. */
  readonly lookups?: readonly LookupKey[];
  /**
   * The key of the audit chain: it must outlive every change of the others, or old entries cannot be checked. From
   * `lookup` when left out.
   */
  readonly audit?: Buffer;
}

/**
 * Seals what identifies a person: AES-256-GCM (NIST SP 800-38D) under a key of that customer's own, itself wrapped by a
 * master key whose id is stored beside it. Destroying the wrapped key erases the person wherever sealed values lie.
 */
export interface Vault extends Lookups {
  /** Where the keys lie; null when they are given by settings. */
  readonly keyFile: string | null;
  /** Id of the master key that wraps new customer keys. */
  readonly keyId: string;
  /** Ids of all master keys at hand. */
  readonly keyIds: readonly string[];
  /** A fresh customer key and its wrapped form, the only one that is stored. */
  newKey(): { key: Buffer; wrapped: string };
  /** The customer key back. Throws SETUP when its master key is not at hand. */
  unwrap(wrapped: string): Buffer;
  /** A customer key under the current master key. */
  wrap(key: Buffer): string;
  /** Takes up what changed among master keys and lookup keys since they were read; those of marks and audit stay. */
  refresh(): void;
  /** The same field, value and key give the same text, so that a repeated import changes nothing. */
  seal(key: Buffer, field: string, value: string): string;
  /** The value back. Throws SETUP when the text was not sealed for this key and field. */
  open(key: Buffer, field: string, sealed: string): string;
  /** Id of the first lookup key: what does not name its key is hashed with it. */
  readonly firstLookupId: string;
  /** Keyed hash of a text under the first lookup key, which stays: for what cannot be recreated. */
  mark(kind: string, text: string): string;
  /** The public name of a customer, like `C-7KQ2M4X`: 35 bits of a keyed hash of the id. */
  alias(customerId: string): string;
  /** Id of the audit key: what `auditHash` begins with. */
  readonly auditKeyId: string;
  /** `KEY.HASH`: HMAC-SHA-256 of a text under the audit key. */
  auditHash(text: string): string;
  /** What stands for a customer in the audit's hashes: `~` and 22 characters of a keyed hash of the id. */
  auditMark(customerId: string): string;
}

const IV = 12;
const TAG = 16;

/** How long a process wraps new keys by what it read of the key file. */
const FRESH_MS = 1_000;

/**
 * A vault over these keys. `reread` gives the keys as they are now, or null where there is no more to read: it is
 * called for a master key that is not known, and before a new customer key is wrapped when the last reading is over a
 * second ago.
 */
export function makeVault(
  keyring: Keyring,
  reread: () => Keyring | null = () => null,
  keyFile: string | null = null,
): Vault {
  let ring = keyring;
  let readAt = Date.now();
  const refresh = (): void => {
    ring = sameData(keyring, reread()) ?? ring;
    readAt = Date.now();
  };
  const master = (id: string): Buffer => {
    if (!ring.keys.has(id)) refresh();
    return ring.keys.get(id) ?? missing(id);
  };
  const wrap = (key: Buffer): string => {
    const id = ring.current;
    return `${id}.${encrypt(master(id), 'key', key, randomBytes(IV))}`;
  };
  const lookups = makeLookups(() => ring.lookups ?? [{ key: keyring.lookup }]);
  return {
    keyFile,
    ...lookups,
    get lookupId() {
      return lookups.lookupId;
    },
    get lookupIds() {
      return lookups.lookupIds;
    },
    get keyId() {
      return ring.current;
    },
    get keyIds() {
      return [...ring.keys.keys()];
    },
    refresh,
    wrap,
    newKey: () => {
      if (Date.now() - readAt > FRESH_MS) refresh();
      const key = randomBytes(32);
      return { key, wrapped: wrap(key) };
    },
    unwrap: (wrapped) => {
      const id = masterOf(wrapped);
      return decrypt(master(id), 'key', wrapped.slice(id.length + 1));
    },
    seal: (key, field, value) => encrypt(key, field, Buffer.from(value, 'utf8'), syntheticIv(key, field, value)),
    open: (key, field, sealed) => decrypt(key, field, sealed).toString('utf8'),
    ...lasting(keyring),
  };
}

function missing(id: string): never {
  throw new AppError(
    'SETUP',
    `personal data is sealed with master key ${id}, which is not at hand`,
    'set GUANXI_KEY to that key, or restore keys.json from its backup',
  );
}

/** What is made by the first keys and never rehashed: its values are kept nowhere. */
function lasting({ lookup, audit = auditKeyOf(lookup) }: Keyring) {
  const auditKeyId = createHash('sha256').update('guanxi key id').update(audit).digest('hex').slice(0, 8);
  return {
    firstLookupId: keyIdOf(lookup),
    mark: (kind: string, text: string) => hashOf(lookup, kind, text),
    alias: (customerId: string) => `C-${base32(hmac(lookup, `alias|${customerId}`), 7)}`,
    auditKeyId,
    auditHash: (text: string) => `${auditKeyId}.${hmac(audit, `entry|${text}`).toString('base64url')}`,
    auditMark: (customerId: string) => `~${hmac(audit, `customer|${customerId}`).toString('base64url').slice(0, 22)}`,
  };
}

/** Id of the master key that a wrapped customer key is under: what it begins with. */
export function masterOf(wrapped: string): string {
  return wrapped.split('.', 1)[0]!;
}

/** A key file of another installation is not taken up: its lookups would find nobody. */
function sameData(before: Keyring, now: Keyring | null): Keyring | null {
  return now?.lookup.equals(before.lookup) ? now : null;
}

/** The key that lookups hash with when only a master key is given: HKDF (RFC 5869), apart from sealing. */
export function lookupKeyOf(master: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', master, 'guanxi', 'lookup', 32));
}

/** The key of the audit chain when none is kept for it: HKDF (RFC 5869) of the lookup key. */
export function auditKeyOf(lookup: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', lookup, 'guanxi', 'audit', 32));
}

/** IV from a keyed hash of the plaintext (SIV, RFC 5297): equal only where field, value and customer are. */
function syntheticIv(key: Buffer, field: string, value: string): Buffer {
  return hmac(key, `iv|${field}|${value}`).subarray(0, IV);
}

function encrypt(key: Buffer, field: string, value: Buffer, iv: Buffer): string {
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(field));
  return Buffer.concat([iv, cipher.update(value), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

function decrypt(key: Buffer, field: string, text: string): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV)).setAAD(Buffer.from(field));
    decipher.setAuthTag(bytes.subarray(-TAG));
    const plain = decipher.update(bytes.subarray(IV, -TAG));
    decipher.final(); // checks the tag; a stream cipher has no bytes left here
    return plain;
  } catch (error) {
    throw new AppError(
      'SETUP',
      `a sealed ${field} does not open with its key`,
      'restore keys.json as it was when the data was sealed',
      {},
      error,
    );
  }
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

/** Crockford's base 32: no I, L, O, U, so that an alias can be read out over the phone. */
function base32(bytes: Buffer, length: number): string {
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  return Array.from(bytes.subarray(0, length), (byte) => letters[byte & 31]).join('');
}
