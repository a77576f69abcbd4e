/**
 * Normalised mutual information of two labellings of the same things, 0..1, by the arithmetic mean of their entropies
 * (Danon et al. 2005, Comparing community structure identification, eq. 2).
 */
export function mutualInformation(pairs: readonly (readonly [string, string])[]): number {
  const n = pairs.length;
  const [a, b, both] = [
    count(pairs.map((p) => p[0])),
    count(pairs.map((p) => p[1])),
    count(pairs.map((p) => p.join('\u0000'))),
  ];
  const shared = [...both].reduce((sum, [key, together]) => {
    const [left, right] = key.split('\u0000') as [string, string];
    return sum + (together / n) * Math.log((together * n) / (a.get(left)! * b.get(right)!));
  }, 0);
  const mean = (entropy(a, n) + entropy(b, n)) / 2;
  return mean === 0 ? 1 : shared / mean;
}

function count(labels: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

function entropy(counts: ReadonlyMap<string, number>, n: number): number {
  return -[...counts.values()].reduce((sum, k) => sum + (k / n) * Math.log(k / n), 0);
}
