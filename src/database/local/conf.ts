import type { ServerMemory } from '../memory.js';

export interface Ports {
  readonly bolt: number;
  readonly http: number;
}

export interface ConfInput {
  readonly ports: Ports;
  readonly memory: ServerMemory;
  readonly plugins: string;
  readonly importFolder: string;
  readonly quick: boolean;
}

/**
 * APOC Core's families that only compute or look at the schema. What reads files, calls addresses, runs Cypher from
 * strings or changes the graph stays out.
 */
export const APOC_ALLOWED = [
  'apoc.agg.*',
  'apoc.coll.*',
  'apoc.convert.*',
  'apoc.date.*',
  'apoc.help',
  'apoc.map.*',
  'apoc.math.*',
  'apoc.meta.*',
  'apoc.number.*',
  'apoc.path.*',
  'apoc.schema.nodes',
  'apoc.schema.relationships',
  'apoc.temporal.*',
  'apoc.text.*',
  'apoc.util.validate',
  'apoc.util.validatePredicate',
  'apoc.version',
];

const LOCAL = '127.0.0.1';

/**
 * Of a server for tests: a graph that is emptied and filled again has other statistics each time, for which Neo4j plans
 * every statement anew, and on small graphs planning takes longer than all else together.
 */
const PLANS_STAY = { 'dbms.cypher.min_replan_interval': '10h' };

/** Settings that the local server and the container share, by their Neo4j names; `quick` as in EnsureOptions. */
export function sharedSettings({ quick = false } = {}): Readonly<Record<string, string>> {
  return {
    ...(quick ? PLANS_STAY : {}),
    'dbms.security.procedures.unrestricted': 'gds.*',
    'dbms.security.procedures.allowlist': ['gds.*', ...APOC_ALLOWED].join(','),
    // a net under every statement: requests and jobs set shorter or longer limits of their own
    'db.transaction.timeout': '300s',
    'dbms.usage_report.enabled': 'false',
  };
}

/** Text of the local server's neo4j.conf: loopback only, nothing on that the product does not use. */
export function confText({ ports, memory, plugins, importFolder, quick }: ConfInput): string {
  const settings: Record<string, string> = {
    'server.default_listen_address': LOCAL,
    'server.bolt.listen_address': `${LOCAL}:${ports.bolt}`,
    'server.bolt.advertised_address': `${LOCAL}:${ports.bolt}`,
    'server.http.listen_address': `${LOCAL}:${ports.http}`,
    'server.http.advertised_address': `${LOCAL}:${ports.http}`,
    'server.https.enabled': 'false',
    'server.directories.plugins': plugins,
    'server.directories.import': importFolder,
    'server.memory.heap.initial_size': `${Math.min(512, memory.heapMb)}m`,
    'server.memory.heap.max_size': `${memory.heapMb}m`,
    'server.memory.pagecache.size': `${memory.pageCacheMb}m`,
    // a log file of 256 MB per database, filled with nothing, is no gain on one machine
    'db.tx_log.preallocate': 'false',
    'db.tx_log.rotation.retention_policy': '1 hours 256M',
    // the databases are closed by then; the default only waits twice five seconds for silence on the wire
    'internal.server.bolt.thread_pool_shutdown_wait_time': '100ms',
    ...sharedSettings({ quick }),
  };
  return `${Object.entries(settings)
    .map(([name, value]) => `${name}=${value.replaceAll('\\', '/')}`)
    .join('\n')}\n`;
}
