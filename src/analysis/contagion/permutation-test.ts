import { type Random, seededRandom } from '../../kernel/random.js';

/** Who carries a mark and who is tied to whom, by position. */
export interface MarkedTies {
  /** 1 for those who carry the mark (churned, unhappy). */
  readonly marked: Uint8Array;
  /** Two positions per tie. */
  readonly ends: Int32Array;
  /** Marks change places only within a stratum; one for everybody when not given. */
  readonly strata?: readonly number[];
}

/** Whether a mark follows ties. */
export interface PermutationTest {
  readonly people: number;
  readonly ties: number;
  readonly marked: number;
  /** Ties between two who both carry the mark, and their share of all ties. */
  readonly joins: number;
  readonly share: number;
  /** Mean of that share when the same number of marks is dealt out at random. */
  readonly expected: number;
  /** share / expected: 1 means no more than chance; null when chance gives none. */
  readonly lift: number | null;
  /** Standard deviations above chance; null when chance never varies. */
  readonly z: number | null;
  /** (1 + deals with as many joins or more) / (permutations + 1), one-sided. */
  readonly p: number;
  readonly permutations: number;
}

/**
 * Join-count test (Moran 1948; Cliff, Ord 1981) by permutation (p as Phipson, Smyth 2010): marks are dealt to others of
 * the same stratum again and again, ties stay. Yields after each deal, so that a caller may breathe.
 */
export function* permutationTest(
  { marked, ends, strata }: MarkedTies,
  { permutations, seed }: { readonly permutations: number; readonly seed: number },
): Generator<void, PermutationTest> {
  const joins = joinsOf(marked, ends);
  const deal = dealer(marked, strata, seededRandom(seed));
  const counts: number[] = [];
  for (let at = 0; at < permutations; at++) {
    counts.push(joinsOf(deal(), ends));
    yield;
  }
  return {
    people: marked.length,
    marked: marked.reduce((sum, mark) => sum + mark, 0),
    ...figures(joins, ends.length / 2, counts),
  };
}

/** Ties between two who carry the mark. */
export function joinsOf(marked: Uint8Array, ends: Int32Array): number {
  let joins = 0;
  for (let at = 0; at < ends.length; at += 2) joins += marked[ends[at]!]! & marked[ends[at + 1]!]!;
  return joins;
}

function figures(joins: number, ties: number, counts: readonly number[]) {
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / Math.max(1, counts.length - 1);
  const share = (count: number) => (ties === 0 ? 0 : count / ties);
  return {
    ties,
    joins,
    share: share(joins),
    expected: share(mean),
    lift: mean === 0 ? null : joins / mean,
    z: variance === 0 ? null : (joins - mean) / Math.sqrt(variance),
    p: (1 + counts.filter((count) => count >= joins).length) / (counts.length + 1),
    permutations: counts.length,
  };
}

/** Deals as many marks to each stratum as it has, to other people each time (Fisher-Yates, as far as needed). */
function dealer(marked: Uint8Array, strata: readonly number[] | undefined, random: Random): () => Uint8Array {
  const groups = new Map<number, number[]>();
  marked.forEach((_, at) => {
    const stratum = strata?.[at] ?? 0;
    const group = groups.get(stratum);
    if (group) group.push(at);
    else groups.set(stratum, [at]);
  });
  const urns = [...groups.values()].map((members) => ({
    members: Int32Array.from(members),
    marks: members.reduce((sum, at) => sum + marked[at]!, 0),
  }));
  const dealt = new Uint8Array(marked.length);
  return () => {
    dealt.fill(0);
    for (const { members, marks } of urns)
      for (let at = 0; at < marks; at++) {
        const other = at + Math.floor(random.next() * (members.length - at));
        [members[at], members[other]] = [members[other]!, members[at]!];
        dealt[members[at]!] = 1;
      }
    return dealt;
  };
}
