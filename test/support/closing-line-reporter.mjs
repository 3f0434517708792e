import { writeSync } from 'node:fs';

/**
 * The run in one line: `N passed, N failed`, and `, N skipped` if any were. A suite that could not be loaded counts
 * as one that failed, since none of its tests could.
 */
export function closingLine({
  numPassedTests,
  numFailedTests,
  numRuntimeErrorTestSuites,
  numPendingTests,
  numTodoTests,
}) {
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  const skipped = numPendingTests + numTodoTests;
  return `${numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** A Jest reporter that says the closing line last: as the process exits, after whatever Jest still has to say. */
export default class ClosingLineReporter {
  onRunComplete(_contexts, results) {
    process.once('exit', () => writeSync(process.stdout.fd, `${closingLine(results)}\n`));
  }
}
