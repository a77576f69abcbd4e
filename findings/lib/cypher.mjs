// For findings on Neo4j: the driver, connected to the server that lib/neo4j.sh started, and statements as plain rows.
import neo4j from 'neo4j-driver';

export const driver = neo4j.driver(process.env.BOLT, undefined, { disableLosslessIntegers: true });

/** Rows of a statement as plain objects, integers as numbers. */
export async function rows(statement, parameters = {}) {
  const { records } = await driver.executeQuery(statement, parameters);
  return records.map((record) => record.toObject());
}

/** Runs a statement that opens transactions of its own. */
export async function runInBatches(statement, parameters = {}) {
  const session = driver.session();
  await session.run(statement, parameters);
  await session.close();
}

export const close = () => driver.close();
