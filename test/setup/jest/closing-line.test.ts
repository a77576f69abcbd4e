import { closingLine } from './closing-line.cjs';

const none = {
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
};

test.each([
  [{ numPassedTests: 3 }, '3 passed, 0 failed'],
  [{ numPassedTests: 3, numFailedTests: 1, numPendingTests: 2 }, '3 passed, 1 failed, 2 skipped'],
  [{ numPassedTests: 3, numTodoTests: 1 }, '3 passed, 0 failed, 1 skipped'],
  [{ numRuntimeErrorTestSuites: 1 }, '0 passed, 1 failed'],
])('the closing line of %j', (counts, line) => expect(closingLine({ ...none, ...counts })).toBe(line));

test('the tests of a run before it are counted too', () =>
  expect(closingLine({ ...none, numPassedTests: 3 }, '1200 passed, 2 failed, 1 skipped')).toBe(
    '1203 passed, 2 failed, 1 skipped',
  ));
