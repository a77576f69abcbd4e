import { type Driver, Neo4jError } from 'neo4j-driver';
import { translate } from '../graph/driver.js';
import { AppError } from '../kernel/error.js';
import { ANY_LINE, isTested, LINES, lineOf, OLDEST } from './line.js';
import { atLeast } from './version.js';

/** What the database is, as it says itself, and what to know about that. */
export interface DatabaseFacts {
  readonly neo4j: string;
  readonly edition: string;
  readonly gds: string;
  readonly apoc: string;
  /** The tested line that it is of, or the newest before it. */
  readonly line: string;
  readonly warnings: readonly string[];
}

/** The lines tested, as a person reads them. */
export const TESTED = LINES.map(({ name, gds }) => `Neo4j ${name} with GDS ${gds}`).join(' and ');

/**
 * Asks for versions, GDS and APOC Core. Throws SETUP naming what is missing or too old, UNAVAILABLE when nobody
 * answers.
 */
export async function checkDatabase(driver: Driver, database: string): Promise<DatabaseFacts> {
  const { version, edition } = await ask(driver, database);
  const line = lineOf(version);
  if (line === undefined)
    throw new AppError(
      'SETUP',
      `Neo4j ${version} is too old, ${OLDEST.neo4j} or newer is needed`,
      `take ${ANY_LINE}, or unset NEO4J_URI and let \`guanxi db start\` bring one up`,
    );
  const gds = await functionVersion(driver, database, 'RETURN gds.version() AS version');
  if (gds === undefined) throw missing('Graph Data Science library (GDS)', 'graph-data-science');
  if (!atLeast(gds, line.gds))
    throw new AppError(
      'SETUP',
      `GDS ${gds} is too old for Neo4j ${version}, ${line.gds} or newer is needed`,
      'put the GDS release that belongs to this Neo4j into its plugins folder and start it again',
    );
  const apoc = await functionVersion(driver, database, 'RETURN apoc.version() AS version');
  if (apoc === undefined) throw missing('APOC Core', 'apoc');
  return { neo4j: version, edition, gds, apoc, line: line.name, warnings: warningsAbout(version) };
}

/** What is worth knowing about a version that is taken all the same. */
export function warningsAbout(neo4j: string): string[] {
  return isTested(neo4j)
    ? []
    : [`Neo4j ${neo4j} is none of what this product is tested on, ${TESTED}; its GDS must be of its own line`];
}

async function ask(driver: Driver, database: string): Promise<{ version: string; edition: string }> {
  const statement =
    "CALL dbms.components() YIELD name, versions, edition WHERE name = 'Neo4j Kernel' RETURN versions[0] AS version, edition";
  try {
    const { records } = await driver.executeQuery(statement, {}, { database });
    return { version: records[0]?.get('version') ?? '0', edition: records[0]?.get('edition') ?? '' };
  } catch (error) {
    if (error instanceof Neo4jError && error.code.includes('DatabaseNotFound'))
      throw new AppError(
        'SETUP',
        `there is no database named ${database}`,
        'set NEO4J_DATABASE to one that is there',
        {},
        error,
      );
    throw translate(error, 'the check of the database');
  }
}

async function functionVersion(driver: Driver, database: string, statement: string): Promise<string | undefined> {
  try {
    const { records } = await driver.executeQuery(statement, {}, { database });
    return records[0]?.get('version');
  } catch (error) {
    if (error instanceof Neo4jError && error.code.startsWith('Neo.ClientError.Statement')) return undefined;
    throw translate(error, 'the check of the database');
  }
}

function missing(what: string, plugin: string): AppError {
  return new AppError(
    'SETUP',
    `this Neo4j has no ${what}`,
    `put the ${plugin} plugin into its plugins folder (in Docker: NEO4J_PLUGINS='["graph-data-science", "apoc"]') and start it again`,
  );
}
