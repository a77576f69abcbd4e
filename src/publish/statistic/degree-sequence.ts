/**
 * The degrees raised as little as can be so that each occurs `k` times or more: groups of k to 2k − 1 neighbours in
 * order, each raised to its largest (Liu, Terzi 2008, dynamic programming; no best grouping needs larger groups).
 * Expects 0 < k ≤ number of degrees.
 */
export function anonymousDegrees(degrees: ArrayLike<number>, k: number): Int32Array {
  const order = Array.from(degrees, (_, at) => at).sort((a, b) => degrees[b]! - degrees[a]!);
  const sums = new Float64Array(order.length + 1);
  order.forEach((node, at) => {
    sums[at + 1] = sums[at]! + degrees[node]!;
  });
  /** What it costs to raise those from one place to before another to the first's degree. */
  const cost = (from: number, to: number) => degrees[order[from]!]! * (to - from) - (sums[to]! - sums[from]!);
  const starts = cheapestStarts(order.length, k, cost);
  const raised = new Int32Array(order.length);
  for (let to = order.length; to > 0; to = starts[to]!) {
    const top = degrees[order[starts[to]!]!]!;
    for (let at = starts[to]!; at < to; at++) raised[order[at]!] = top;
  }
  return raised;
}

/** For each end, where the last group begins in the cheapest grouping of all before it. */
function cheapestStarts(count: number, k: number, cost: (from: number, to: number) => number): Int32Array {
  const best = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY);
  const starts = new Int32Array(count + 1);
  best[0] = 0;
  for (let to = k; to <= count; to++) {
    for (let from = Math.max(0, to - 2 * k + 1); from <= to - k; from++) {
      const total = best[from]! + cost(from, to);
      if (total >= best[to]!) continue;
      best[to] = total;
      starts[to] = from;
    }
  }
  return starts;
}

/** How often the rarest of the values occurs; 0 of none. */
export function rarest(values: Iterable<unknown>): number {
  const counts = new Map<unknown, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts.size === 0 ? 0 : Math.min(...counts.values());
}
