import neo4j from 'neo4j-driver';
import { runOptions, wasStopped } from './deadline.js';
import { translate } from './driver.js';
import { encodeParams, type Graph } from './graph.js';
import { decode } from './library/codec.js';
import { checkParams, statementOf } from './library/library.js';
import { withoutNotes } from './read.js';

/** Rows that the driver holds at a time. */
const AT_A_TIME = 5000;

/**
 * The rows of a read as they come from the database, never all of them held: for what has as many rows as there are
 * customers. Throws what `graph.ask` throws.
 */
export async function* rowsAsTheyCome(
  { driver, database, library, timeoutMs, outlived }: Graph,
  name: string,
  given: Readonly<Record<string, unknown>>,
): AsyncGenerator<Record<string, unknown>> {
  const statement = statementOf(library, name);
  const values = encodeParams(statement, checkParams(statement, given));
  const session = driver.session({
    ...{ database, defaultAccessMode: neo4j.session.READ, fetchSize: AT_A_TIME, notificationFilter: withoutNotes },
    bookmarkManager: driver.executeQueryBookmarkManager,
  });
  const options = runOptions(name, timeoutMs);
  try {
    for await (const record of session.run(statement.text, values, options))
      yield Object.fromEntries(record.keys.map((key) => [key as string, decode(record.get(key))]));
  } catch (error) {
    if (wasStopped(error)) outlived.stopped(options.metadata);
    throw translate(error, name);
  } finally {
    await session.close();
  }
}
