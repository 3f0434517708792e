import { fileURLToPath } from 'node:url';
import config from './jest.config.js';

/** This folder, as a pattern has it. */
const here = fileURLToPath(new URL('.', import.meta.url)).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Specs that start a Lotse of their own, or fill a core, and assert what holds on any machine: smoke runs of the bench,
 * ways through the whole. They bear one another, two at a time, but nothing else.
 */
export const paired = [
  'bench/',
  'test/end-to-end/(?!kills|readme|supervisor)',
  'test/integration/(?:metrics|pages|refold)\\.',
];

/** Specs that measure a time, kill processes or fill both cores: beside another suite they would prove nothing. */
export const alone = [
  'test/browser/',
  'test/end-to-end/(?:kills|readme|supervisor)\\.',
  'test/integration/(?:changes|changes-resumed|database-faults|smtp-faults)\\.',
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
