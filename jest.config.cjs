/** Community has one database, so each worker has a Neo4j of its own; one that is given, or is to stay, serves one worker. */
const alone = process.env.GUANXI_TEST_URI !== undefined || process.env.GUANXI_TEST_KEEP === '1';

module.exports = {
  testEnvironment: '<rootDir>/test/setup/environment.cjs',
  runtime: '<rootDir>/test/setup/runtime.cjs',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.[cm]?[jt]s$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  globalSetup: '<rootDir>/test/setup/global-setup.ts',
  globalTeardown: '<rootDir>/test/setup/global-teardown.ts',
  testSequencer: '<rootDir>/test/setup/longest-first.cjs',
  reporters: ['default', '<rootDir>/test/setup/closing-line.cjs'],
  maxWorkers: alone ? 1 : 2,
  testTimeout: 180000,
  // the pure rules: what an area decides without reading or writing
  collectCoverageFrom: [
    'src/{network,analysis,value,privacy,campaigns,insight}/**/*.ts',
    '!src/**/{index,resolvers,rest}.ts',
    '!src/**/*.service.ts',
  ],
  coverageThreshold: { global: { statements: 95, branches: 90, functions: 95, lines: 95 } },
  coverageReporters: ['text', 'text-summary'],
};
