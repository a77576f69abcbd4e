import type { Point } from './k-means.js';

/** How a feature was brought to a scale: log1p where it is skewed, then to mean 0 and deviation 1. */
export interface Scale {
  readonly log: boolean;
  readonly mean: number;
  readonly deviation: number;
}

/** Skewness above which the logarithm is taken of a feature without negative values. */
const SKEWED = 2;

/** The scale of each feature. One that is the same for everybody has deviation 0, and tells nobody apart. */
export function scalesOf(points: readonly Point[]): Scale[] {
  return (points[0] ?? []).map((_, axis) => {
    const values = points.map((point) => point[axis]!);
    const log = values.every((value) => value >= 0) && momentsOf(values).skewness > SKEWED;
    const { mean, deviation } = momentsOf(log ? values.map(Math.log1p) : values);
    return { log, mean, deviation };
  });
}

/** A point on the scales. */
export function scaled(point: Point, scales: readonly Scale[]): number[] {
  return point.map((value, axis) => {
    const { log, mean, deviation } = scales[axis]!;
    return deviation === 0 ? 0 : ((log ? Math.log1p(value) : value) - mean) / deviation;
  });
}

/** Mean, standard deviation of the population, and skewness (third standardised moment). */
function momentsOf(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const power = (exponent: number) =>
    values.reduce((sum, value) => sum + (value - mean) ** exponent, 0) / values.length;
  const deviation = Math.sqrt(power(2));
  return { mean, deviation, skewness: deviation === 0 ? 0 : power(3) / deviation ** 3 };
}
