import type { Edge } from './supergraph.js';

export interface Place {
  readonly x: number;
  readonly y: number;
}

const ROUNDS = 80;

/**
 * Where nodes are drawn, each coordinate 0..1: near those they know, by two slow directions of the walk on the graph
 * (power iteration: Koren 2005), spread out evenly by rank. The same graph is always drawn the same.
 */
export function spectralPlaces(nodes: number, edges: readonly Edge[]): Place[] {
  const degrees = new Float64Array(nodes);
  for (const [from, to] of edges) {
    degrees[from]!++;
    degrees[to]!++;
  }
  const ones = new Float64Array(nodes).fill(1);
  const across = slowDirection(edges, degrees, [ones], 1);
  const down = slowDirection(edges, degrees, [ones, across], 2);
  const [xs, ys] = [ranks(across), ranks(down)];
  return Array.from(xs, (x, node) => ({ x, y: ys[node]! }));
}

function slowDirection(
  edges: readonly Edge[],
  degrees: Float64Array,
  apartFrom: readonly Float64Array[],
  start: number,
): Float64Array {
  let values: Float64Array = Float64Array.from(degrees, (_, node) => Math.sin((node + 1) * (start + 0.618)));
  for (let round = 0; round < ROUNDS; round++) {
    for (const other of apartFrom) takeOut(values, other, degrees);
    values = halfStep(edges, degrees, values);
  }
  return values;
}

/** Half of where a node is, half the middle of those it knows; scaled so that it neither fades nor overflows. */
function halfStep(edges: readonly Edge[], degrees: Float64Array, values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length);
  for (const [from, to] of edges) {
    sums[from]! += values[to]!;
    sums[to]! += values[from]!;
  }
  const next = values.map((value, node) => (value + (degrees[node]! > 0 ? sums[node]! / degrees[node]! : 0)) / 2);
  const largest = next.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-300);
  return next.map((value) => value / largest);
}

/** Leaves what stands at right angles to the other, in the measure of the degrees. */
function takeOut(values: Float64Array, other: Float64Array, degrees: Float64Array): void {
  let shared = 0;
  let length = 0;
  values.forEach((value, node) => {
    const weight = degrees[node]! || 1;
    shared += weight * value * other[node]!;
    length += weight * other[node]! ** 2;
  });
  if (length === 0) return;
  for (let node = 0; node < values.length; node++) values[node]! -= (shared / length) * other[node]!;
}

function ranks(values: Float64Array): Float64Array {
  const placed = new Float64Array(values.length);
  const order = Array.from(values, (_, node) => node).sort((a, b) => values[a]! - values[b]! || a - b);
  order.forEach((node, rank) => {
    placed[node] = (rank + 0.5) / values.length;
  });
  return placed;
}
