import { seededRandom } from '../../kernel/random.js';
import { breather } from '../run/breathe.js';

/** Who knows whom, by number: the acquaintances of node v stand at `known[starts[v]]` up to `known[starts[v + 1]]`. */
export interface Adjacency {
  readonly starts: Int32Array;
  readonly known: Int32Array;
}

/** The network of pairs as adjacency; both ends are numbers 0..nodes − 1, each pair comes once. */
export function adjacencyOf(nodes: number, pairs: readonly (readonly [number, number])[]): Adjacency {
  const starts = new Int32Array(nodes + 1);
  for (const [a, b] of pairs) {
    starts[a + 1]! += 1;
    starts[b + 1]! += 1;
  }
  for (let v = 0; v < nodes; v++) starts[v + 1]! += starts[v]!;
  const next = starts.slice(0, nodes);
  const known = new Int32Array(2 * pairs.length);
  for (const [a, b] of pairs) {
    known[next[a]!++] = b;
    known[next[b]!++] = a;
  }
  return { starts, known };
}

/**
 * Shortest paths through each node that begin at the sources, each pair once as GDS counts them, so half of them
 * (Brandes 2001, A faster algorithm for betweenness centrality). From all nodes it is betweenness; lets other work in
 * every 25 ms.
 */
export async function pathsFrom(sources: readonly number[], network: Adjacency): Promise<Float64Array> {
  const nodes = network.starts.length - 1;
  const walk: Walk = {
    distance: new Int32Array(nodes),
    ways: new Float64Array(nodes),
    through: new Float64Array(nodes),
    order: new Int32Array(nodes),
  };
  const paths = new Float64Array(nodes);
  const breathe = breather();
  for (const source of sources) {
    let reached = outwards(source, walk);
    for (let from = 0; from < reached; from += STRIDE) {
      reached = discover(from, reached, network, walk);
      await breathe();
    }
    for (let to = reached; to > 1; to -= STRIDE) {
      backwards(to, network, walk, paths);
      await breathe();
    }
  }
  return paths;
}

interface Walk {
  readonly distance: Int32Array;
  /** Shortest paths from the source. */
  readonly ways: Float64Array;
  /** Those of them that go on through the node. */
  readonly through: Float64Array;
  readonly order: Int32Array;
}

/** Nodes between two looks at the time. */
const STRIDE = 5_000;

/** The source alone; returns how many are reached, in `order`. */
function outwards(source: number, { distance, ways, through, order }: Walk): number {
  distance.fill(-1);
  ways.fill(0);
  through.fill(0);
  distance[source] = 0;
  ways[source] = 1;
  order[0] = source;
  return 1;
}

/** Breadth first, a stride of nodes from place `from` on; returns how many are reached then. */
function discover(from: number, before: number, { starts, known }: Adjacency, walk: Walk): number {
  const { distance, ways, order } = walk;
  let reached = before;
  for (let at = from; at < Math.min(reached, from + STRIDE); at++) {
    const v = order[at]!;
    for (let e = starts[v]!; e < starts[v + 1]!; e++) {
      const other = known[e]!;
      if (distance[other]! < 0) {
        distance[other] = distance[v]! + 1;
        order[reached++] = other;
      }
      if (distance[other] === distance[v]! + 1) ways[other]! += ways[v]!;
    }
  }
  return reached;
}

/**
 * From the furthest back, a stride of nodes below place `to`: what goes through a node goes through those before it, by
 * their share of ways.
 */
function backwards(to: number, { starts, known }: Adjacency, walk: Walk, paths: Float64Array): void {
  const { distance, ways, through, order } = walk;
  for (let at = to - 1; at >= Math.max(1, to - STRIDE); at--) {
    const v = order[at]!;
    const share = (1 + through[v]!) / ways[v]!;
    for (let e = starts[v]!; e < starts[v + 1]!; e++) {
      const before = known[e]!;
      if (distance[before] === distance[v]! - 1) through[before]! += ways[before]! * share;
    }
    paths[v]! += through[v]! / 2;
  }
}

/** `count` different numbers of 0..nodes − 1, each as likely (Fisher, Yates), the same for the same seed. */
export function drawSources(nodes: number, count: number, seed: number): number[] {
  const all = Int32Array.from({ length: nodes }, (_, at) => at);
  const random = seededRandom(seed);
  const drawn = Math.min(count, nodes);
  for (let at = 0; at < drawn; at++) {
    const other = at + Math.floor(random.next() * (nodes - at));
    [all[at], all[other]] = [all[other]!, all[at]!];
  }
  return [...all.subarray(0, drawn)];
}
