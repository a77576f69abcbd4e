/**
 * Attribution: how much of what was converted is owed to each touch point. A referral by a person is a touch point like
 * any other.
 */

/**
 * A path of touch points, oldest first, with how often it converted, what those conversions were worth, and how often
 * it did not.
 */
export interface TouchPath {
  readonly touches: readonly string[];
  /** Age of each touch at the conversion, days; only time decay needs it. */
  readonly ages?: readonly number[];
  readonly conversions: number;
  readonly value: number;
  /** Times that the path ended without a conversion. */
  readonly nulls?: number;
}

export interface Credit {
  readonly conversions: number;
  readonly value: number;
}

/** Credit of each touch point; the sum over all is what the paths converted. */
export type Credits = ReadonlyMap<string, Credit>;

/** Adds up shares of paths: `sharesOf` gives each touch of a path its part, the parts of a path summing to 1. */
export function creditBy(paths: readonly TouchPath[], sharesOf: (path: TouchPath) => readonly number[]): Credits {
  const credits = new Map<string, { conversions: number; value: number }>();
  for (const path of paths) {
    if (path.touches.length === 0) continue;
    const shares = sharesOf(path);
    path.touches.forEach((touch, at) => {
      const own = credits.get(touch) ?? { conversions: 0, value: 0 };
      own.conversions += shares[at]! * path.conversions;
      own.value += shares[at]! * path.value;
      credits.set(touch, own);
    });
  }
  return credits;
}

/** What all paths with a touch converted. */
export function totalOf(paths: readonly TouchPath[]): Credit {
  return paths
    .filter(({ touches }) => touches.length > 0)
    .reduce(
      (sum, { conversions, value }) => ({ conversions: sum.conversions + conversions, value: sum.value + value }),
      { conversions: 0, value: 0 },
    );
}
