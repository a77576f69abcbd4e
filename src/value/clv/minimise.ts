/** A function to be made small: its value and its gradient at a point. */
export type Objective = (point: readonly number[]) => { readonly value: number; readonly gradient: readonly number[] };

export interface Minimum {
  readonly point: readonly number[];
  readonly value: number;
  /** Largest part of the gradient there. */
  readonly slope: number;
  readonly steps: number;
  /** False where it ended before the gradient was flat. */
  readonly converged: boolean;
}

/** Share of the promised decrease that a step must bring (Armijo). */
const ENOUGH = 1e-4;
const SHORTEST = 1e-12;

/**
 * A local minimum by BFGS with back-tracking (Nocedal & Wright 2006, algorithm 6.1 with the update skipped where
 * curvature is not positive). Smooth functions of a few parameters without bounds: take logarithms of positive ones.
 */
export function minimise(of: Objective, start: readonly number[], { tolerance = 1e-6, most = 500 } = {}): Minimum {
  let point = [...start];
  let { value, gradient } = of(point);
  let inverse = identity(point.length);
  for (let steps = 0; ; steps += 1) {
    const slope = Math.max(...gradient.map(Math.abs));
    const flat = slope <= tolerance * Math.max(1, Math.abs(value));
    if (flat || steps === most || !Number.isFinite(value)) return { point, value, slope, steps, converged: flat };
    const next = stepFrom(of, { point, value, gradient }, inverse);
    if (!next)
      return { point, value, slope, steps, converged: slope <= 1000 * tolerance * Math.max(1, Math.abs(value)) };
    inverse = updated(inverse, minus(next.point, point), minus(next.gradient, gradient));
    ({ point, value, gradient } = next);
  }
}

interface At {
  readonly point: number[];
  readonly value: number;
  readonly gradient: readonly number[];
}

/**
 * The next point along the quasi-Newton direction, or along the gradient where that leads up; undefined where no step
 * helps.
 */
function stepFrom(of: Objective, { point, value, gradient }: At, inverse: number[][]): At | undefined {
  const newton = inverse.map((row) => -dot(row, gradient));
  const down = dot(newton, gradient) < 0 ? newton : gradient.map((g) => -g);
  const promised = dot(down, gradient);
  for (let length = 1; length > SHORTEST; length /= 2) {
    const tried = point.map((x, at) => x + length * down[at]!);
    const found = of(tried);
    if (found.value <= value + ENOUGH * length * promised) return { point: tried, ...found };
  }
  return undefined;
}

/** The inverse Hessian after a step `s` that changed the gradient by `y` (Nocedal & Wright 6.17). */
function updated(inverse: number[][], s: readonly number[], y: readonly number[]): number[][] {
  const sy = dot(s, y);
  if (sy <= 1e-12 * Math.sqrt(dot(s, s) * dot(y, y))) return inverse;
  const hy = inverse.map((row) => dot(row, y));
  const factor = (1 + dot(y, hy) / sy) / sy;
  return inverse.map((row, i) =>
    row.map((h, j) => h + factor * s[i]! * s[j]! - (hy[i]! * s[j]! + s[i]! * hy[j]!) / sy),
  );
}

/** The Hessian of the objective by central differences of its gradient. */
export function hessianOf(of: Objective, point: readonly number[], width = 1e-4): number[][] {
  const rows = point.map((_, at) => {
    const moved = (by: number) => of(point.map((x, other) => (other === at ? x + by : x))).gradient;
    const [up, down] = [moved(width), moved(-width)];
    return up.map((g, other) => (g - down[other]!) / (2 * width));
  });
  return rows.map((row, i) => row.map((h, j) => (h + rows[j]![i]!) / 2));
}

function identity(size: number): number[][] {
  return Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => (i === j ? 1 : 0)));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, at) => sum + x * b[at]!, 0);
}

function minus(a: readonly number[], b: readonly number[]): number[] {
  return a.map((x, at) => x - b[at]!);
}
