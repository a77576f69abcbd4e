/** Attribution by the place of a touch in its path. */
import { type Credits, creditBy, type TouchPath } from './paths.js';

/** All to the first touch. */
export function firstTouch(paths: readonly TouchPath[]): Credits {
  return creditBy(paths, ({ touches }) => touches.map((_, at) => (at === 0 ? 1 : 0)));
}

/** All to the last touch. */
export function lastTouch(paths: readonly TouchPath[]): Credits {
  return creditBy(paths, ({ touches }) => touches.map((_, at) => (at === touches.length - 1 ? 1 : 0)));
}

/** The same to every touch. */
export function linear(paths: readonly TouchPath[]): Credits {
  return creditBy(paths, ({ touches }) => touches.map(() => 1 / touches.length));
}

/**
 * 2^(−age / half-life) of each touch, in parts of the sum. Touches without an age count as of the conversion's moment.
 */
export function timeDecay(paths: readonly TouchPath[], halfLifeDays = 7): Credits {
  return creditBy(paths, ({ touches, ages }) => {
    const youngest = Math.min(...touches.map((_, at) => ages?.[at] ?? 0));
    const weights = touches.map((_, at) => 2 ** (-((ages?.[at] ?? 0) - youngest) / halfLifeDays));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return weights.map((weight) => weight / sum);
  });
}

/** 40 % to the first touch, 40 % to the last, the rest to those between; halves where there are only two. */
export function positionBased(paths: readonly TouchPath[], ends = 0.4): Credits {
  return creditBy(paths, ({ touches: { length } }) => {
    if (length <= 2) return Array.from({ length }, () => 1 / length);
    const between = (1 - 2 * ends) / (length - 2);
    return Array.from({ length }, (_, at) => (at === 0 || at === length - 1 ? ends : between));
  });
}

/**
 * Shapley value of the game in which a set of touch points is worth what the paths within it converted. Each path is
 * worth something only to sets that hold all its points, so its worth is shared alike among its different points
 * (Harsanyi 1963): exact for any number of them.
 */
export function shapley(paths: readonly TouchPath[]): Credits {
  return creditBy(paths, ({ touches }) => {
    const points = new Set(touches);
    return touches.map((touch, at) => (touches.indexOf(touch) === at ? 1 / points.size : 0));
  });
}
