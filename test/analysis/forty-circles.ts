/**
 * Forty circles of thirty in a row, each written after the other, as a world or a file would be; deterministic chords.
 */
export const fortyCircles: readonly (readonly [string, string])[] = Array.from({ length: 40 }, (_, circle) => {
  const name = (at: number) => `p${String(circle * 30 + at).padStart(4, '0')}`;
  const inside = Array.from({ length: 30 }, (_, at) => [
    [name(at), name((at + 1) % 30)],
    [name(at), name((at * 7 + 3) % 30)],
    [name(at), name((at * 11 + 5) % 30)],
  ]).flat() as [string, string][];
  const next = `p${String(((circle + 1) % 40) * 30).padStart(4, '0')}`;
  const far = `p${String(((circle + 17) % 40) * 30 + 9).padStart(4, '0')}`;
  return [...inside, [name(15), next], [name(20), far]] as [string, string][];
})
  .flat()
  .filter(([a, b]) => a !== b);
