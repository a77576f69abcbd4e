import { atLeast } from './version.js';

/** A line of Neo4j that the product is tested on. */
export interface Line {
  readonly name: '5.26' | '2026';
  /** From which version on a server is of this line. */
  readonly neo4j: string;
  /** The release of GDS that belongs to it, or a later one. */
  readonly gds: string;
  /** Least Java of its server. */
  readonly java: number;
  /** Class that starts its server. */
  readonly entry: string;
  /** Folder of a local server's data in GUANXI_HOME: what a newer line has opened no older one opens again. */
  readonly folder: string;
}

/** Oldest first. What the local server is made of stands in local/pom.xml, a profile for each line. */
export const LINES: readonly Line[] = [
  {
    name: '5.26',
    neo4j: '5.26',
    gds: '2.13',
    java: 17,
    entry: 'org.neo4j.server.CommunityEntryPoint',
    folder: 'db',
  },
  {
    name: '2026',
    neo4j: '2026.01',
    gds: '2.26',
    java: 21,
    entry: 'org.neo4j.server.Neo4jCommunity',
    folder: 'db-2026',
  },
];

export const OLDEST = LINES[0]!;

/** Any of them, as a person reads it. */
export const ANY_LINE = `Neo4j ${LINES.map(({ name }) => name).join(' or ')}`;

/** The line of the local server, as GUANXI_NEO4J names it. */
export function lineNamed({ GUANXI_NEO4J: name }: { readonly GUANXI_NEO4J: Line['name'] }): Line {
  return LINES.find((line) => line.name === name)!;
}

/** The line that a server is of, or the newest before it; undefined for one that is too old. */
export function lineOf(neo4j: string): Line | undefined {
  return LINES.filter((line) => atLeast(neo4j, line.neo4j)).at(-1);
}

/** Whether a server is of a line itself, and of no version after or between those tested. */
export function isTested(neo4j: string): boolean {
  const line = lineOf(neo4j);
  return line !== undefined && neo4j.split('.')[0] === line.neo4j.split('.')[0];
}
