import { createHash } from 'node:crypto';
import type { Words } from '../kernel/words/issues.js';

/** A variant of a campaign and the share of the audience that is to get it, 0..1. */
export interface VariantShare {
  readonly name: string;
  readonly share: number;
}

/** The same point in [0, 1) for the same campaign and customer on every machine: 48 bits of SHA-256. */
export function splitPoint(campaignId: string, customerId: string): number {
  return createHash('sha256').update(`${campaignId}|${customerId}`).digest().readUIntBE(0, 6) / 2 ** 48;
}

/**
 * The variant a customer gets: a launch that is repeated, or goes on after a break, decides the same. `variants` is not
 * empty.
 */
export function variantFor<V extends VariantShare>(campaignId: string, customerId: string, variants: readonly V[]): V {
  const point = splitPoint(campaignId, customerId);
  let upTo = 0;
  const chosen = variants.find((variant) => {
    upTo += variant.share;
    return point < upTo;
  });
  // shares such as three thirds add up to a little less than 1
  return chosen ?? variants.findLast((variant) => variant.share > 0)!;
}

const NO_VARIANT: Words = { en: 'at least one variant is needed', zh: '至少需要一个版本' };
const SAME_NAME: Words = { en: 'two variants have the same name', zh: '两个版本名称相同' };
const NO_SHARE: Words = { en: 'every share must be above 0', zh: '每个版本的占比须大于 0' };

/**
 * What is wrong with the variants of a campaign, or null: names once, shares above 0 that add up to 1 (within 0.001).
 */
export function problemOfVariants(variants: readonly VariantShare[]): Words | null {
  if (variants.length === 0) return NO_VARIANT;
  if (new Set(variants.map((v) => v.name)).size < variants.length) return SAME_NAME;
  if (variants.some((v) => !(v.share > 0))) return NO_SHARE;
  const sum = variants.reduce((total, v) => total + v.share, 0);
  if (Math.abs(sum - 1) <= 0.001) return null;
  const total = sum.toFixed(3);
  return { en: `the shares add up to ${total}, not to 1`, zh: `各版本占比之和为 ${total}，应为 1` };
}
