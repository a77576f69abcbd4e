/** The parts that an influence index is made of. Pure. */
export const PARTS = ['reach', 'response', 'conversion', 'brokerage'] as const;
export type Part = (typeof PARTS)[number];
/** Shares 0..1: how many of the others have less of it. A part the server does not know is left out. */
export type Parts = Readonly<Partial<Record<Part, number>>>;

/** The parts of an index from a row or a node that carries them as per cent 0..100. */
export function partsOf(row: Readonly<Record<string, unknown>>): Parts {
  const known = PARTS.filter((part) => typeof row[part] === 'number');
  return Object.fromEntries(known.map((part) => [part, (row[part] as number) / 100]));
}

/** What tells people apart comes first: at the top everybody reaches far. */
const TELLING: readonly Part[] = ['conversion', 'brokerage', 'response', 'reach'];

/** Why someone matters: the two strongest parts that come within a fifth of the best, to the nearest 5 per cent. */
export function strongest(parts: Parts): Part[] {
  const level = (part: Part) => Math.round((parts[part] ?? 0) * 20);
  const known = TELLING.filter((part) => level(part) > 0).sort((a, b) => level(b) - level(a));
  return known.filter((part) => level(part) >= 0.8 * level(known[0]!)).slice(0, 2);
}
