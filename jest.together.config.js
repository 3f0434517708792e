import { alone, paired, workerIdleMemoryLimit } from './jest.alone.config.js';
import config from './jest.config.js';

/** All suites that bear another one beside them; each has a database of its own on the one server of the run. */
export default {
  ...config,
  testPathIgnorePatterns: ['/node_modules/', ...[...alone, ...paired].map((path) => `<rootDir>/${path}`)],
  maxWorkers: 2,
  workerIdleMemoryLimit,
};
