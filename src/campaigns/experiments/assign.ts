/**
 * Who gets which variant, without a list: the same person always the same one, and of two experiments independently.
 */
import { createHash } from 'node:crypto';

export interface Share {
  readonly id: string;
  /** Part of people, any positive number. */
  readonly share: number;
}

/** Id of a variant that an experiment has of its own. */
export function ownVariant(experiment: string, name: string): string {
  return `x:${experiment}|${name}`;
}

/**
 * The variant of a unit (a customer, or a community) in an experiment: 52 bits of SHA-256 over both ids, laid along the
 * shares.
 */
export function assigned(experiment: string, unit: string, variants: readonly Share[]): string {
  const total = variants.reduce((sum, { share }) => sum + share, 0);
  const digest = createHash('sha256')
    .update(JSON.stringify([experiment, unit]))
    .digest();
  let left = (Number(digest.readBigUInt64BE() >> 12n) / 2 ** 52) * total;
  for (const { id, share } of variants) {
    left -= share;
    if (left < 0) return id;
  }
  return variants.at(-1)!.id;
}
