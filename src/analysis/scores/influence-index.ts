/** What the influence index is told by, of all customers in one order; as counted, not yet as shares. */
export interface Measures {
  readonly pageRank: Float64Array;
  /** Counted shortest paths. */
  readonly paths: Float64Array;
  /** Reactions per post. */
  readonly reactions: Float64Array;
  /** Referrals that became customers. */
  readonly conversions: Float64Array;
}

export type Part = 'reach' | 'brokerage' | 'response' | 'conversion';

/** The index and its parts, 0..100, in the order of the measures. */
export type Index = Readonly<Record<Part | 'influence', Float64Array>>;

/**
 * Influence index 0..100 (definitions.md): of each part the share of other customers who have less of it, weighed
 * together. The weights sum to 1. Parts and index are rounded to two places.
 */
export function influenceIndex(measures: Measures, weights: Readonly<Record<Part, number>>): Index {
  const parts = {
    reach: shareBelow(measures.pageRank),
    brokerage: shareBelow(measures.paths),
    response: shareBelow(measures.reactions),
    conversion: shareBelow(measures.conversions),
  };
  const influence = parts.reach.map(
    (reach, at) =>
      weights.reach * reach +
      weights.brokerage * parts.brokerage[at]! +
      weights.response * parts.response[at]! +
      weights.conversion * parts.conversion[at]!,
  );
  const rounded = ([name, values]: [string, Float64Array]) => [name, values.map(twoPlaces)];
  return Object.fromEntries(Object.entries({ ...parts, influence }).map(rounded)) as Index;
}

/** Of each value the share of the others that are smaller, 0..100. One value alone is above nobody. */
export function shareBelow(values: Float64Array): Float64Array {
  const sorted = values.slice().sort();
  const others = Math.max(1, values.length - 1);
  return values.map((value) => (100 * firstAt(sorted, value)) / others);
}

/** 1,024 of the values, evenly spread over them, smallest first; all 0 when there are none. */
export function quantilesOf(values: Float64Array): number[] {
  const sorted = values.slice().sort();
  return Array.from({ length: 1024 }, (_, step) => sorted[Math.floor((step * (sorted.length - 1)) / 1023)] ?? 0);
}

/** Root mean square difference of two counts of the same customers: how far two halves of a sample lie apart. */
export function differenceOf(one: Float64Array, other: Float64Array): number {
  if (one.length === 0) return 0;
  return Math.sqrt(one.reduce((sum, value, at) => sum + (value - other[at]!) ** 2, 0) / one.length);
}

/** Place of the first of the sorted values that is not smaller. */
function firstAt(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function twoPlaces(value: number): number {
  return Math.round(value * 100) / 100;
}
