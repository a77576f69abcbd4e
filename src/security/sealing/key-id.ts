import { createHash } from 'node:crypto';

/** A name for a key that does not tell the key: the first 8 hex digits of its SHA-256. */
export function keyIdOf(key: Buffer): string {
  return createHash('sha256').update('guanxi key id').update(key).digest('hex').slice(0, 8);
}
