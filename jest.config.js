import { existsSync } from 'node:fs';

const folders = ['domain', 'contract', 'workflows', 'activities', 'src', 'test', 'bench', 'web'];

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: folders.filter((folder) => existsSync(new URL(folder, import.meta.url))),
  testMatch: ['**/*.spec.ts'],
  testTimeout: 60_000,
  extensionsToTreatAsEsm: ['.ts'],
  // 'js' first: a package that ships its TypeScript beside its JavaScript is loaded as Node would load it.
  moduleFileExtensions: ['js', 'mjs', 'cjs', 'ts', 'json', 'node'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: 'inline',
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
      },
    ],
  },
  globalSetup: './test/support/global-setup.mjs',
  globalTeardown: './test/support/global-teardown.mjs',
  reporters: ['default', './test/support/closing-line-reporter.mjs'],
};
