import config from './jest.config.js';
import { paired, specsIn, workerIdleMemoryLimit } from './jest.alone.config.js';

/** Suites of which two at a time may run, each with a Lotse of its own. */
export default {
  ...config,
  testRegex: specsIn(paired),
  testMatch: undefined,
  maxWorkers: 2,
  workerIdleMemoryLimit,
};
