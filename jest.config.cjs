/** Community has one database, so each worker has a Neo4j of its own; one that is given, or is to stay, serves one worker. */
const alone = process.env.GUANXI_TEST_URI !== undefined || process.env.GUANXI_TEST_KEEP === '1';

/** The desk's pages and their tests are written in JSX. */
const compiled = (tsx) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx },
      transform: { react: { runtime: 'automatic', importSource: 'preact' } },
    },
    module: { type: 'commonjs' },
  },
];

module.exports = {
  testEnvironment: '<rootDir>/test/setup/jest/environment.cjs',
  runtime: '<rootDir>/test/setup/jest/runtime.cjs',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.{ts,tsx}'],
  transform: {
    '^.+\\.[cm]?[jt]s$': compiled(false),
    '^.+\\.tsx$': compiled(true),
  },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  globalSetup: '<rootDir>/test/setup/jest/global-setup.ts',
  globalTeardown: '<rootDir>/test/setup/jest/global-teardown.ts',
  testSequencer: '<rootDir>/test/setup/jest/longest-first.cjs',
  reporters: ['default', '<rootDir>/test/setup/jest/closing-line.cjs'],
  maxWorkers: alone ? 1 : 2,
  // ends what hangs; on a busy machine the same test takes six times what it takes on a quiet one
  testTimeout: 1_200_000,
  // the pure rules: what an area decides without reading or writing
  collectCoverageFrom: [
    'src/{network,analysis,value,privacy,campaigns,insight}/**/*.ts',
    '!src/**/{index,resolvers,rest}.ts',
    '!src/**/*.service.ts',
  ],
  coverageThreshold: { global: { statements: 95, branches: 90, functions: 95, lines: 95 } },
  coverageReporters: ['text', 'text-summary'],
};
