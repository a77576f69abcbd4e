import { createHmac } from 'node:crypto';
import { keyIdOf } from '../sealing/key-id.js';

/** Longest time a signed link holds: as long a retired key checks the links that it signed. Days. */
export const LINK_DAYS = 90;

/** A key that lookups are hashed with; one that is retired is asked no more, and checks only what it signed before. */
export interface LookupKey {
  readonly key: Buffer;
  readonly retiredAt?: Date | undefined;
}

/** A signature by one of the keys, and until when that key signed; null while it is in force. */
export interface Signature {
  readonly signature: string;
  readonly until: Date | null;
}

/**
 * Keyed hashes (HMAC-SHA-256) by which people are found without their values. The key can be changed; a former one is
 * asked until it retires.
 */
export interface Lookups {
  /** Id of the key that new hashes are made with. */
  readonly lookupId: string;
  /** Ids of the keys that are asked: the current one first. */
  readonly lookupIds: readonly string[];
  /** Hash of a normalised value under the current key, or the one named. Throws when that one is not asked. */
  lookup(kind: string, normalised: string, lookupId?: string): string;
  /** The hashes under every key that is asked, the current one first. */
  lookups(kind: string, normalised: string): string[];
  /** What a text may be signed with: the current key first, retired ones last. */
  signatures(kind: string, text: string): Signature[];
  /** A word of a name as eight letters (40 bits), under the current key or the one named. */
  nameToken(word: string, lookupId?: string): string;
}

/** Words of up to this length recur in many names and are kept; longer ones would be names kept in memory. */
const KEPT_LENGTH = 8;
const KEPT_WORDS = 50_000;

/** Lookups over the keys that `keysOf` gives, newest first; they may change meanwhile. */
export function makeLookups(keysOf: () => readonly LookupKey[]): Lookups {
  const kept = new Map<string, string>();
  const asked = () => keysOf().filter(({ retiredAt }) => retiredAt === undefined);
  const keyOf = (lookupId?: string): Buffer => {
    const found = asked().find(({ key }, at) => (lookupId === undefined ? at === 0 : keyIdOf(key) === lookupId));
    if (found) return found.key;
    throw new Error(`lookup key ${lookupId} is not asked`);
  };
  const idOf = keyed(keyIdOf);
  return {
    get lookupId() {
      return idOf(keyOf());
    },
    get lookupIds() {
      return asked().map(({ key }) => idOf(key));
    },
    lookup: (kind, normalised, lookupId) => hashOf(keyOf(lookupId), kind, normalised),
    lookups: (kind, normalised) => asked().map(({ key }) => hashOf(key, kind, normalised)),
    signatures: (kind, text) =>
      keysOf().map(({ key, retiredAt }) => ({ signature: hashOf(key, kind, text), until: retiredAt ?? null })),
    nameToken: (word, lookupId) => {
      const key = keyOf(lookupId);
      if (word.length > KEPT_LENGTH) return tokenOf(key, word);
      const name = `${idOf(key)}${word}`;
      const before = kept.get(name);
      if (before !== undefined) return before;
      if (kept.size >= KEPT_WORDS) kept.clear();
      const token = tokenOf(key, word);
      kept.set(name, token);
      return token;
    },
  };
}

/** 192 bits of the keyed hash of a value of a kind. */
export function hashOf(key: Buffer, kind: string, normalised: string): string {
  return createHmac('sha256', key).update(`${kind}|${normalised}`).digest('base64url').slice(0, 32);
}

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

function tokenOf(key: Buffer, word: string): string {
  const bytes = createHmac('sha256', key).update(`name token|${word}`).digest();
  return Array.from(bytes.subarray(0, 8), (byte) => LETTERS[byte & 31]).join('');
}

/** Remembers what a function gave for each key object. */
function keyed(work: (key: Buffer) => string): (key: Buffer) => string {
  const known = new WeakMap<Buffer, string>();
  return (key) => {
    const before = known.get(key) ?? work(key);
    known.set(key, before);
    return before;
  };
}
