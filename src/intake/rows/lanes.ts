import type { Row } from './row.js';

/**
 * Rows of one lane share no end with those of another lane of the same round, so that two sessions never wait for each
 * other.
 */
export type Round<T> = readonly (readonly T[])[];

/** Lanes of a round: sessions that write at once. */
export const LANES = 2;
const QUARTERS = 4;

/**
 * Parts rows by the ends they touch. Rows with one end: one round, a half of all ends for each lane. Rows with two
 * ends, as ties: ends fall into quarters, and three rounds bring every two quarters together once, as teams meet in a
 * tournament.
 */
export function roundsOf<T extends { readonly row: Row }>(items: readonly T[], ends: readonly string[]): Round<T>[] {
  if (ends.length === 0) return [[items]];
  const rounds: T[][][] = Array.from({ length: ends.length === 1 ? 1 : 3 }, () =>
    Array.from({ length: LANES }, () => []),
  );
  for (const item of items) {
    const [a, b] = ends.map((column) => quarterOf(String(item.row[column] ?? ''))) as [number, number?];
    const [round, lane] = b === undefined ? [0, a >> 1] : meeting(a, b);
    rounds[round]![lane]!.push(item);
  }
  return rounds.map((round) => round.filter((lane) => lane.length > 0)).filter((round) => round.length > 0);
}

/** Round and lane in which two quarters meet: {0,1} and {2,3} first, then 0-2 and 1-3, then 0-3 and 1-2. */
function meeting(a: number, b: number): [number, number] {
  const [low, high] = a < b ? [a, b] : [b, a];
  if (low >> 1 === high >> 1) return [0, low >> 1];
  return high - low === 2 ? [1, low] : [2, low];
}

/** FNV-1a, folded to two bits. */
function quarterOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return ((hash >>> 16) ^ (hash >>> 3)) & (QUARTERS - 1);
}
