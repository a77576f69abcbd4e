export interface CommunityCounts {
  readonly size: number;
  /** Degrees of its members added up. */
  readonly degrees: number;
  /** Its part of the modularity, without weights. */
  readonly modularity: number;
}

/**
 * Pairs of members who know each other, and their share of all pairs (0..1). From modularity Q = L/m − (D/2m)² (Newman,
 * Girvan 2004), since GDS gives Q and D for nothing while counting L in Cypher would walk every tie again.
 */
export function innerTies({ size, degrees, modularity }: CommunityCounts, allTies: number) {
  if (allTies === 0) return { ties: 0, density: 0 };
  const ties = Math.max(0, Math.round(allTies * (modularity + (degrees / (2 * allTies)) ** 2)));
  const pairs = (size * (size - 1)) / 2;
  return { ties, density: pairs === 0 ? 0 : Math.min(1, ties / pairs) };
}
