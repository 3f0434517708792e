import { writeFileSync, writeSync } from 'node:fs';

const counted = [
  'numPassedTests',
  'numFailedTests',
  'numRuntimeErrorTestSuites',
  'numPendingTests',
  'numTodoTests',
];

/** What the closing line counts, of several runs. */
export const sumOf = (results) =>
  Object.fromEntries(counted.map((name) => [name, results.reduce((sum, each) => sum + each[name], 0)]));

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

/**
 * A Jest reporter that says the closing line last: as the process exits, after whatever Jest still has to say. Where
 * this is one run of several (scripts/test.mjs), its counts go into the file that waits for them.
 */
export default class ClosingLineReporter {
  onRunComplete(_contexts, results) {
    const file = process.env.LOTSE_TEST_COUNTS;
    if (file) writeFileSync(file, JSON.stringify(sumOf([results])));
    else process.once('exit', () => writeSync(process.stdout.fd, `${closingLine(results)}\n`));
  }
}
