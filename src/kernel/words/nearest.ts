/**
 * The known names nearest to a mistyped one, best first, at most `limit`: fewest edits (Levenshtein 1966), then
 * alphabet.
 */
export function nearest(wanted: string, known: readonly string[], limit = 3): string[] {
  return known
    .map((name) => ({ name, edits: edits(wanted.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
    .map(({ name }) => name);
}

/** Insertions, deletions and replacements from `a` to `b`. */
export function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length]!;
}
