import { randomBytes } from 'node:crypto';

/** Where noise comes from: bytes nobody can foresee. Tests give their own. */
export interface BitSource {
  bytes(count: number): Uint8Array;
}

/** The system's secure source. */
export const systemBits: BitSource = { bytes: randomBytes };

/** A whole number drawn evenly from 0 to below `bound` (> 0), without bias: what lies beyond is drawn again. */
export function uniformBelow(bits: BitSource, bound: bigint): bigint {
  const width = (bound - 1n).toString(2).length;
  const count = Math.ceil(width / 8);
  const mask = (1n << BigInt(width)) - 1n;
  for (;;) {
    let drawn = 0n;
    for (const byte of bits.bytes(count)) drawn = (drawn << 8n) | BigInt(byte);
    drawn &= mask;
    if (drawn < bound) return drawn;
  }
}

/** The items in an order drawn evenly from all orders (Fisher, Yates; Durstenfeld 1964). */
export function shuffled<T>(bits: BitSource, items: readonly T[]): T[] {
  const order = [...items];
  for (let at = order.length - 1; at > 0; at--) {
    const other = Number(uniformBelow(bits, BigInt(at + 1)));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}
