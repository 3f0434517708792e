import config from './jest.config.js';

/** The long forms: processes killed hundreds of times, servers away for minutes. Their short forms are in the suite. */
export default { ...config, roots: ['test'], testMatch: ['**/*.faults.ts'], testTimeout: 3_600_000 };
