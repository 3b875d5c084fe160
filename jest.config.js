import { availableParallelism } from 'node:os';

/** One project: tests run in Node; the browser is driven from tests/e2e through playwright-core. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  // The one limit of all tests: far beyond what any needs, on the slowest and busiest machine. No test depends on time.
  testTimeout: 900_000,
  // One more than there are processors: a test in the browser waits for half of its time.
  maxWorkers: availableParallelism() + 1,
  testSequencer: '<rootDir>/tests/support/fast-first.mjs',
  cacheDirectory: '<rootDir>/.cache/jest',
  transform: {
    '\\.[cm]?[jt]sx?$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
        module: { type: 'commonjs' },
      },
    ],
  },
  // pdf.js and the Parquet packages are published as ES modules only; everything else in node_modules runs as it is.
  transformIgnorePatterns: ['/node_modules/(?!(?:pdfjs-dist|hyparquet|hyparquet-writer)/)'],
};
