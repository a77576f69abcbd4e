/**
 * Training of a probability on time-split data: logistic regression, calibrated and measured on customers that it has
 * not seen.
 */
import { normalTail } from '../../kernel/special-functions.js';
import { fitLogistic, type LogisticModel, logitOf, partsOf, sigmoid } from './logistic.js';
import { type Bins, binsOf } from './psi.js';
import { auc, calibrationError, quasiSeparated } from './quality.js';

/** Customers with their features and, 0 or 1, whether it came to pass. */
export interface Sample {
  readonly rows: readonly (readonly number[])[];
  readonly labels: readonly number[];
}

/** Platt's line from the logit of the fit to the calibrated one (Platt 1999). */
export interface Calibration {
  readonly slope: number;
  readonly shift: number;
}

export interface Trained {
  readonly names: readonly string[];
  readonly model: LogisticModel;
  readonly calibration: Calibration;
}

export interface Coefficient {
  readonly name: string;
  /** Of the standardised feature, before calibration. */
  readonly value: number;
  readonly error: number;
  /** Two-sided, of Wald's test; null for a feature that parts the classes by itself, where it means nothing. */
  readonly pValue: number | null;
}

export interface Quality {
  readonly customers: number;
  readonly positives: number;
  /** Area under the ROC curve, .5 is chance. */
  readonly auc: number;
  /** Expected calibration error over ten bins, 0..1. */
  readonly calibrationError: number;
}

export const L2 = 1;

/** Fits on `fit` and calibrates on `held`, which is later or apart. */
export function train(names: readonly string[], fit: Sample, held: Sample, l2 = L2): Trained {
  const model = fitLogistic(fit.rows, fit.labels, { l2 });
  return { names, model, calibration: calibrate(model, held) };
}

/** Without a spread of logits to lay a line through, only the level is set right. */
function calibrate(model: LogisticModel, { rows, labels }: Sample): Calibration {
  const logits = rows.map((row) => [logitOf(model, row)]);
  const line = fitLogistic(logits, labels, { l2: 0, standardise: false });
  if (line.converged && line.coefficients[0]! > 0) return { slope: line.coefficients[0]!, shift: line.intercept };
  const meanLogit = logits.reduce((sum, [logit]) => sum + logit!, 0) / Math.max(1, logits.length);
  const rate = (labels.reduce((sum, label) => sum + label, 0) + 0.5) / (labels.length + 1);
  return { slope: 1, shift: Math.log(rate / (1 - rate)) - meanLogit };
}

/** The calibrated probability of a row, 0..1. */
export function probabilityOf({ model, calibration }: Trained, row: readonly number[]): number {
  return sigmoid(calibration.slope * logitOf(model, row) + calibration.shift);
}

/** The calibrated logit of a row taken apart: what everybody has, and what each feature adds; they sum to it. */
export function explained({ model, calibration: { slope, shift } }: Trained, row: readonly number[]) {
  return { base: slope * model.intercept + shift, parts: partsOf(model, row).map((part) => slope * part) };
}

export function qualityOf(trained: Trained, { rows, labels }: Sample): Quality {
  const probabilities = rows.map((row) => probabilityOf(trained, row));
  return {
    customers: rows.length,
    positives: labels.reduce((sum, label) => sum + label, 0),
    auc: auc(probabilities, labels),
    calibrationError: calibrationError(probabilities, labels),
  };
}

/**
 * Coefficients with standard errors; the features that part the classes by themselves are found first, and have no
 * p-value.
 */
export function coefficientsOf({ names, model }: Trained, fit: Sample) {
  const separated = quasiSeparated(names, fit.rows, fit.labels);
  const coefficients: Coefficient[] = names.map((name, at) => {
    const [value, error] = [model.coefficients[at]!, model.errors[at + 1]!];
    const told = !separated.includes(name) && error > 0 && Number.isFinite(error);
    return { name, value, error, pValue: told ? 2 * normalTail(Math.abs(value / error)) : null };
  });
  return { separated, coefficients };
}

/** Distributions of the score and of each feature, to tell later how far they moved. */
export function distributionsOf(trained: Trained, { rows }: Sample): { score: Bins; features: Bins[] } {
  return {
    score: binsOf(rows.map((row) => probabilityOf(trained, row))),
    features: trained.names.map((_, at) => binsOf(rows.map((row) => row[at]!))),
  };
}
