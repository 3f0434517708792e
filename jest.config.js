import { existsSync } from 'node:fs';

const folders = ['domain', 'contract', 'workflows', 'activities', 'src', 'test', 'bench', 'web'];

/** Compiles one kind of source for a test. */
const compile = (parser, transform) => [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    jsc: { target: 'es2023', parser: { syntax: 'typescript', ...parser }, transform, keepClassNames: true },
  },
];

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: folders.filter((folder) => existsSync(new URL(folder, import.meta.url))),
  testMatch: ['**/*.spec.ts'],
  testTimeout: 60_000,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  // 'js' first: a package that ships its TypeScript beside its JavaScript is loaded as Node would load it.
  moduleFileExtensions: ['js', 'mjs', 'cjs', 'ts', 'tsx', 'json', 'node'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': compile({ decorators: true }, { legacyDecorator: true, decoratorMetadata: true }),
    '^.+\\.tsx$': compile({ tsx: true }, { react: { runtime: 'automatic' } }),
  },
  globalSetup: './test/support/global-setup.mjs',
  globalTeardown: './test/support/global-teardown.mjs',
  reporters: ['default', './test/support/closing-line-reporter.mjs'],
};
