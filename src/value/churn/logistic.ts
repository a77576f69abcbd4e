/** Logistic regression with an L2 penalty, by Newton's method (Hastie, Tibshirani & Friedman 2009, 4.4.1). */
import { CholeskyDecomposition, inverse, Matrix } from 'ml-matrix';

export interface LogisticModel {
  readonly intercept: number;
  /** Of the standardised features. */
  readonly coefficients: readonly number[];
  /** Standard errors, the intercept's first: of the penalised fit where there is a penalty. */
  readonly errors: readonly number[];
  readonly means: readonly number[];
  /** Standard deviations; 1 for a feature that never varies. */
  readonly scales: readonly number[];
  readonly logLikelihood: number;
  readonly converged: boolean;
}

export interface LogisticOptions {
  /** Penalty on each squared coefficient, half of it counted; the intercept is free. */
  readonly l2: number;
  /** Features as they are when false. */
  readonly standardise?: boolean;
}

const MOST_STEPS = 50;
const FLAT = 1e-10;
/** A standard error above it means that the coefficient runs away: the labels are parted without overlap. */
const UNBOUNDED = 1e3;

/**
 * Fits P(label) = 1 / (1 + e^−(intercept + Σ coefficient · feature)). Rows of features, labels 0 or 1. Without a
 * penalty and with separated data there is no finite fit: `converged` is false then.
 */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  { l2, standardise = true }: LogisticOptions,
): LogisticModel {
  const width = rows[0]?.length ?? 0;
  const { means, scales } = standardise ? spreadOf(rows, width) : { means: zeros(width), scales: ones(width) };
  const x = new Float64Array(rows.length * (width + 1));
  rows.forEach((row, at) => {
    x[at * (width + 1)] = 1;
    row.forEach((value, column) => {
      x[at * (width + 1) + column + 1] = (value - means[column]!) / scales[column]!;
    });
  });
  let beta = zeros(width + 1);
  let now = stateAt(x, labels, beta, l2);
  let converged = false;
  for (let step = 0; step < MOST_STEPS && !converged; step += 1) {
    const decomposed = new CholeskyDecomposition(new Matrix(now.information));
    if (!decomposed.isPositiveDefinite()) break;
    const move = decomposed.solve(Matrix.columnVector(now.gradient)).to1DArray();
    const next = damped(x, labels, { beta, move, l2, value: now.value });
    converged = Math.max(...move.map(Math.abs)) < FLAT * 1e2 || Math.abs(next.state.value - now.value) < FLAT;
    beta = next.beta;
    now = next.state;
  }
  const errors = errorsOf(now.information);
  const finite = errors.every((error) => error < UNBOUNDED);
  const [intercept, ...coefficients] = beta as [number, ...number[]];
  const logLikelihood = now.logLikelihood;
  return { intercept, coefficients, errors, means, scales, logLikelihood, converged: converged && finite };
}

/** The logit of a row: what the parts of an explanation sum to. */
export function logitOf(model: LogisticModel, row: readonly number[]): number {
  return partsOf(model, row).reduce((sum, part) => sum + part, model.intercept);
}

/** What each feature adds to the logit, against a customer who is average in it. */
export function partsOf({ coefficients, means, scales }: LogisticModel, row: readonly number[]): number[] {
  return coefficients.map((b, at) => (b * (row[at]! - means[at]!)) / scales[at]!);
}

/** 1 / (1 + e^−x). */
export function sigmoid(x: number): number {
  return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
}

interface State {
  /** Penalised log-likelihood. */
  readonly value: number;
  readonly logLikelihood: number;
  readonly gradient: number[];
  readonly information: number[][];
}

function stateAt(x: Float64Array, labels: readonly number[], beta: readonly number[], l2: number): State {
  const width = beta.length;
  const gradient = zeros(width);
  const information = Array.from({ length: width }, () => zeros(width));
  let logLikelihood = 0;
  for (let row = 0; row < labels.length; row += 1) {
    const from = row * width;
    let logit = 0;
    for (let i = 0; i < width; i += 1) logit += beta[i]! * x[from + i]!;
    const p = sigmoid(logit);
    const label = labels[row]!;
    logLikelihood += label * logit - (logit > 0 ? logit + Math.log1p(Math.exp(-logit)) : Math.log1p(Math.exp(logit)));
    const weight = p * (1 - p);
    for (let i = 0; i < width; i += 1) {
      const xi = x[from + i]!;
      gradient[i]! += (label - p) * xi;
      const line = information[i]!;
      for (let j = 0; j <= i; j += 1) line[j]! += weight * xi * x[from + j]!;
    }
  }
  for (let i = 0; i < width; i += 1) for (let j = 0; j < i; j += 1) information[j]![i] = information[i]![j]!;
  let penalty = 0;
  for (let i = 1; i < width; i += 1) {
    gradient[i]! -= l2 * beta[i]!;
    information[i]![i]! += l2;
    penalty += (l2 / 2) * beta[i]! ** 2;
  }
  return { value: logLikelihood - penalty, logLikelihood, gradient, information };
}

/** Newton's step, halved until the likelihood does not fall. */
function damped(
  x: Float64Array,
  labels: readonly number[],
  { beta, move, l2, value }: { beta: readonly number[]; move: readonly number[]; l2: number; value: number },
): { beta: number[]; state: State } {
  for (let length = 1; ; length /= 2) {
    const tried = beta.map((b, at) => b + length * move[at]!);
    const state = stateAt(x, labels, tried, l2);
    if (state.value >= value - 1e-12 || length < 1e-6) return { beta: tried, state };
  }
}

function errorsOf(information: number[][]): number[] {
  if (!new CholeskyDecomposition(new Matrix(information)).isPositiveDefinite())
    return information.map(() => Number.POSITIVE_INFINITY);
  return inverse(new Matrix(information))
    .diagonal()
    .map((variance) => Math.sqrt(variance));
}

function spreadOf(rows: readonly (readonly number[])[], width: number) {
  const means = zeros(width);
  for (const row of rows) for (let at = 0; at < width; at += 1) means[at]! += row[at]! / rows.length;
  const squares = zeros(width);
  for (const row of rows)
    for (let at = 0; at < width; at += 1) squares[at]! += (row[at]! - means[at]!) ** 2 / rows.length;
  return { means, scales: squares.map((square) => Math.sqrt(square) || 1) };
}

function zeros(length: number): number[] {
  return Array.from({ length }, () => 0);
}

function ones(length: number): number[] {
  return Array.from({ length }, () => 1);
}
