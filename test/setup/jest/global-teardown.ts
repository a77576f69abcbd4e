import './source-paths.cjs';

/** Ends the databases that the global setup started; says nothing, the last line is the reporter's. */
module.exports = async function globalTeardown(): Promise<void> {
  const { takeDown } = require('../test-server.ts') as typeof import('../test-server.js');
  await takeDown();
};
