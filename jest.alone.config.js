import { fileURLToPath } from 'node:url';
import config from './jest.config.js';

/** This folder, as a pattern has it. */
const here = fileURLToPath(new URL('.', import.meta.url)).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A smoke run of each topic of the bench asserts what holds on any machine: it bears another one, but nothing else. */
export const paired = ['bench/'];

/** Specs that measure a time, kill processes or fill both cores: beside another suite they would prove nothing. */
export const alone = [
  'test/browser/',
  'test/end-to-end/',
  'test/integration/(?:changes|changes-resumed|database-faults|metrics|pages|refold|smtp-faults)\\.',
  'src/directory/name-directory\\.',
];

/** A suite leaves modules behind in its process; one that has grown to this is replaced before the next suite. */
export const workerIdleMemoryLimit = '1GB';

/** Paths of specs as patterns. */
export const specsIn = (paths) => paths.map((path) => `^${here}${path}.*spec\\.ts$`);

/** One suite after another. */
export default {
  ...config,
  testRegex: specsIn(alone),
  testMatch: undefined,
  maxWorkers: 1,
  workerIdleMemoryLimit,
};
