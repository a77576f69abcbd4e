import type { Connection } from '../graph/driver.js';

/** A database that answers, and how it came up. */
export interface RunningDatabase extends Connection {
  /** Address of Neo4j Browser's server, where this machine knows it. */
  readonly httpUrl?: string;
  readonly way: 'given' | 'docker' | 'testcontainers' | 'local';
  /** Whether this process answers for its end; `stop` does nothing otherwise. */
  readonly startedHere: boolean;
  stop(): Promise<void>;
  /** Starts it again by the Java and the jars that it came up by, without looking for them; of a local server only. */
  again?(say: Say): Promise<RunningDatabase>;
}

export interface EnsureOptions {
  /** Folder of the local server's data; `db` in GUANXI_HOME when not said. */
  readonly home?: string;
  /** Deletes what the local server holds before it starts. */
  readonly fresh?: boolean;
  /** The server outlives this process; nobody's end stops it but `guanxi db stop`. */
  readonly keep?: boolean;
  /** For tests: starts quicker, runs slower, takes little memory and leaves Neo4j's usual ports alone. */
  readonly quick?: boolean;
  /** Takes the place of docker compose where an engine answers; tests give testcontainers. */
  readonly inContainer?: (say: Say) => Promise<RunningDatabase>;
  readonly env?: Env;
  readonly onProgress?: Say;
}

export type Say = (line: string) => void;
export type Env = Readonly<Record<string, string | undefined>>;
