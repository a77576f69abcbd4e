/** Jest reporter: the very last line of the run is `N passed, N failed`, with `, N skipped` where there are any. */
class ClosingLine {
  onRunStart() {
    this.line = '0 passed, 1 failed';
    // at the very end: coverage tables and whatever else comes after the reporters stand above it
    process.once('exit', () => process.stdout.write(`${this.line}\n`));
  }

  onRunComplete(_contexts, results) {
    this.line = closingLine(results);
  }
}

/** A file that could not run has no tests to count, so it counts as one that failed. */
function closingLine({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites }) {
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  const skipped = numPendingTests + numTodoTests;
  return `${numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

module.exports = ClosingLine;
module.exports.closingLine = closingLine;
