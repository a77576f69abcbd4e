import { join } from 'node:path';
import type { Line } from '../line.js';
import type { ServerMemory } from '../memory.js';
import type { Env } from '../running.js';
import type { Jars } from './artifacts.js';
import { withoutSecrets } from './commands.js';
import type { ServerHome } from './home.js';

const OPENED = ['java.nio', 'java.io', 'sun.nio.ch', 'java.lang', 'java.util.concurrent'];

/** Arguments of the server's Java. Quick ones start sooner and run slower: first compiler only. */
export function serverArguments(
  { home, jars, line }: { readonly home: ServerHome; readonly jars: Jars; readonly line: Line },
  memory: ServerMemory,
  quick: boolean,
): string[] {
  return [
    // with one compiler Java keeps 48 MB for compiled code, which a long run fills: then it throws away and compiles
    // anew without end
    ...(quick ? ['-XX:TieredStopAtLevel=1', '-XX:ReservedCodeCacheSize=192m'] : []),
    // below 2 GiB the parallel phases of G1 cost more than they save
    memory.heapMb < 2_048 ? '-XX:+UseSerialGC' : '-XX:+UseG1GC',
    '-XX:-UsePerfData',
    '-XX:+ExitOnOutOfMemoryError',
    `-Xms${Math.min(512, memory.heapMb)}m`,
    `-Xmx${memory.heapMb}m`,
    ...OPENED.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
    '-Dfile.encoding=UTF-8',
    '-cp',
    join(jars.lib, '*'),
    line.entry,
    `--home-dir=${home.root}`,
    `--config-dir=${home.conf}`,
  ];
}

/** Arguments of Java for Neo4j's own tool, whose arguments follow. */
export function adminArguments(jars: Jars, heapMb?: number): string[] {
  return [
    ...(heapMb === undefined
      ? ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC']
      : [`-Xmx${heapMb}m`, '-XX:+UseParallelGC']),
    '-XX:-UsePerfData',
    ...OPENED.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
    '-cp',
    join(jars.lib, '*'),
    'org.neo4j.cli.AdminTool',
  ];
}

/** What Neo4j's programs find in their environment: where its home is, and none of the product's secrets. */
export function serverEnvironment(env: Env, home: ServerHome): NodeJS.ProcessEnv {
  return { ...withoutSecrets(env), NEO4J_HOME: home.root, NEO4J_CONF: home.conf };
}
