import { anonymousDegrees } from '../statistic/degree-sequence.js';

export type Edge = readonly [number, number];

export interface Supergraph {
  /** Those given, then those added. */
  readonly edges: readonly Edge[];
  readonly added: number;
  readonly degrees: Int32Array;
  /** How often degrees were chosen until edges could be found for them. */
  readonly attempts: number;
}

/**
 * The graph with few edges added so that every degree occurs `k` times or more: degrees by dynamic programming, edges
 * for them greedily, and where none are to be had some low degrees raised and all tried again (Liu, Terzi 2008:
 * Supergraph with Probing). Nothing is removed. Ends: degrees only grow, and the complete graph has one degree. Equals
 * are taken in the order of their numbers, so number nodes at random.
 */
export function* kDegreeSupergraph(nodes: number, given: readonly Edge[], k: number): Generator<void, Supergraph> {
  const neighbours = neighboursOf(nodes, given);
  const before = Int32Array.from(neighbours, (known) => known.size);
  const wanted = before.slice();
  for (let attempts = 1; ; attempts++) {
    const degrees = anonymousDegrees(wanted, k);
    const { added, left } = addEdges(
      neighbours,
      degrees.map((degree, node) => degree - before[node]!),
    );
    if (left.length === 0) return { edges: [...given, ...added], added: added.length, degrees, attempts };
    const open = left.reduce((sum, [, count]) => sum + count, 0);
    raiseLow(wanted, neighbours, left[0]![0], open * Math.ceil(attempts / 4));
    yield;
  }
}

function neighboursOf(nodes: number, edges: readonly Edge[]): Set<number>[] {
  const neighbours = Array.from({ length: nodes }, () => new Set<number>());
  for (const [from, to] of edges) {
    neighbours[from]!.add(to);
    neighbours[to]!.add(from);
  }
  return neighbours;
}

/**
 * Gives the node that lacks most to those that lack most and do not know it, until nobody lacks or nobody can be given.
 */
function addEdges(
  neighbours: readonly Set<number>[],
  lacking: Int32Array,
): { added: Edge[]; left: [number, number][] } {
  const added: Edge[] = [];
  const left: [number, number][] = [];
  const known = new Map<number, Set<number>>();
  const knows = (from: number, to: number) => neighbours[from]!.has(to) || known.get(from)?.has(to);
  const join = (from: number, to: number) => known.set(from, (known.get(from) ?? new Set()).add(to));
  for (let queue = byLack(lacking); queue.length > 0; queue = byLack(lacking)) {
    const node = queue[0]!;
    const partners = queue
      .slice(1)
      .filter((other) => !knows(node, other))
      .slice(0, lacking[node]!);
    for (const other of partners) {
      added.push([node, other]);
      join(node, other);
      join(other, node);
      lacking[other]!--;
    }
    if (partners.length < lacking[node]!) left.push([node, lacking[node]! - partners.length]);
    lacking[node] = 0;
  }
  return { added, left };
}

function byLack(lacking: Int32Array): number[] {
  const queue: number[] = [];
  lacking.forEach((count, node) => {
    if (count > 0) queue.push(node);
  });
  return queue.sort((a, b) => lacking[b]! - lacking[a]! || a - b);
}

/**
 * Raises so many of the lowest degrees by one, of those who do not know the node that found nobody; of all when there
 * are none such.
 */
function raiseLow(wanted: Int32Array, neighbours: readonly Set<number>[], stuck: number, count: number): void {
  const most = wanted.length - 1;
  const strangers: number[] = [];
  const others: number[] = [];
  wanted.forEach((degree, node) => {
    if (degree >= most) return;
    (node === stuck || neighbours[stuck]!.has(node) ? others : strangers).push(node);
  });
  const raisable = strangers.length > 0 ? strangers : others;
  raisable.sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  for (const node of raisable.slice(0, count)) wanted[node]!++;
}
