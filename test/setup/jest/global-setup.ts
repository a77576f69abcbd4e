import './source-paths.cjs';

/**
 * One real Neo4j for each worker of the run. Progress goes to standard error; what cannot be brought up ends the run
 * with its fix.
 */
module.exports = async function globalSetup({ maxWorkers }: { maxWorkers: number }): Promise<void> {
  const { bringUp } = require('../test-server.ts') as typeof import('../test-server.js');
  await bringUp(maxWorkers);
};
