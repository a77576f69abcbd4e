import { seededRandom } from '../../../src/kernel/random.js';
import { fitLogistic, logitOf, partsOf, sigmoid } from '../../../src/value/churn/logistic.js';
import { auc, calibrationError, quasiSeparated } from '../../../src/value/churn/quality.js';

/** Hours of study and whether the exam was passed: the example of the article on logistic regression in Wikipedia. */
const HOURS = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5];
const PASSED = [0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1];

test('twenty students: coefficients, standard errors and likelihood', () => {
  const fit = fitLogistic(
    HOURS.map((hours) => [hours]),
    PASSED,
    { l2: 0, standardise: false },
  );
  expect(fit.converged).toBe(true);
  expect(fit.intercept).toBeCloseTo(-4.0777, 4);
  expect(fit.coefficients[0]).toBeCloseTo(1.5046, 4);
  expect(fit.errors[0]).toBeCloseTo(1.761, 3);
  expect(fit.errors[1]).toBeCloseTo(0.6287, 4);
  expect(fit.logLikelihood).toBeCloseTo(-8.02988, 5);
});

test('the parts of an explanation and the intercept sum to the logit', () => {
  const rows = HOURS.map((hours, at) => [hours, at % 3]);
  const fit = fitLogistic(rows, PASSED, { l2: 1 });
  const parts = partsOf(fit, rows[4]!);
  expect(parts.reduce((sum, part) => sum + part, fit.intercept)).toBeCloseTo(logitOf(fit, rows[4]!), 12);
});

test('data that one feature parts has no fit without a penalty, is named, and has one with a penalty', () => {
  const rows = [1, 2, 3, 4, 11, 12, 13, 14].map((x, at) => [x, at % 2]);
  const labels = [0, 0, 0, 0, 1, 1, 1, 1];
  expect(fitLogistic(rows, labels, { l2: 0 }).converged).toBe(false);
  expect(quasiSeparated(['days', 'even'], rows, labels)).toEqual(['days']);
  expect(fitLogistic(rows, labels, { l2: 1 }).converged).toBe(true);
});

test('AUC counts ties half, and calibration error is 0 for true probabilities', () => {
  expect(auc([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1])).toBeCloseTo(0.75, 12);
  expect(auc([0.5, 0.5], [0, 1])).toBe(0.5);
  expect(auc([0.5, 0.6], [1, 1])).toBeNaN();
  const random = seededRandom(3);
  const truth = Array.from({ length: 50_000 }, () => random.next());
  const labels = truth.map((p) => (random.next() < p ? 1 : 0));
  expect(calibrationError(truth, labels)).toBeLessThan(0.01);
  expect(
    calibrationError(
      truth.map((p) => p / 2),
      labels,
    ),
  ).toBeGreaterThan(0.2);
  expect(sigmoid(-800)).toBe(0);
});
