import type { Connection } from '../../src/graph/driver.js';
import { askPython, toReach } from '../python.js';

export interface RoundTrip {
  /** Seconds by step. */
  readonly seconds: Readonly<Record<string, number>>;
  readonly nodes: number;
  readonly ties: number;
}

/** Export over Bolt, NetworKit with the same measures and as many samples, write back. */
export function roundTrip(python: string, database: Connection, samples: number): Promise<RoundTrip> {
  return askPython(python, 'graph/round-trip.py', { ...toReach(database), SAMPLES: String(samples) });
}
