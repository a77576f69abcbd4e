/** Jest reporter: the very last line of the run is `N passed, N failed`, with `, N skipped` where there are any. */
class ClosingLine {
  onRunStart() {
    this.line = '0 passed, 1 failed';
    // at the very end: coverage tables and whatever else comes after the reporters stand above it
    process.once('exit', () => process.stdout.write(`${this.line}\n`));
  }

  onRunComplete(_contexts, results) {
    this.line = closingLine(results, process.env.GUANXI_TEST_BEFORE);
  }
}

/**
 * A file that could not run has no tests to count, so it counts as one that failed. `before` is the closing line of a
 * run whose tests are to be counted too.
 */
function closingLine(
  { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites },
  before = '',
) {
  const had = (word) => Number(new RegExp(`(\\d+) ${word}`).exec(before)?.[1] ?? 0);
  const passed = had('passed') + numPassedTests;
  const failed = had('failed') + numFailedTests + numRuntimeErrorTestSuites;
  const skipped = had('skipped') + numPendingTests + numTodoTests;
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

module.exports = ClosingLine;
module.exports.closingLine = closingLine;
