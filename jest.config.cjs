/** One real Neo4j for the whole run (Community has one database), so files run one after the other. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.[cm]?[jt]s$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!(jose)/)'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  globalSetup: '<rootDir>/test/setup/global-setup.ts',
  globalTeardown: '<rootDir>/test/setup/global-teardown.ts',
  setupFilesAfterEnv: ['<rootDir>/test/setup/each-file.ts'],
  reporters: ['default', '<rootDir>/test/setup/closing-line.cjs'],
  maxWorkers: 1,
  testTimeout: 180000,
  collectCoverageFrom: ['src/**/*.ts', '!src/**/*.gen.ts', '!src/web/desk/**'],
};
