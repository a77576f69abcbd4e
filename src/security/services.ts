import type { Graph } from '../graph/graph.js';
import { systemClock } from '../kernel/clock.js';
import type { Log } from '../kernel/log.js';
import { systemRandom } from '../kernel/random.js';
import type { Services, Viewer } from '../kernel/services.js';
import type { AccessSettings } from './audit/settings.js';
import type { Vault } from './sealing/vault.js';

/** What is the same for every request of a process. */
export interface Shared {
  readonly graph: Graph;
  readonly vault: Vault;
  readonly log: Log;
  /** Folder of all local state, as in GUANXI_HOME. */
  readonly home: string;
  readonly settings?: AccessSettings | undefined;
}

/** The services of one request: what the process shares, and who asks. Time and randomness are the system's. */
export function makeServices({ graph, vault, log, home, settings }: Shared, viewer: Viewer): Services {
  return { graph, vault, log, home, settings, viewer, clock: systemClock, random: systemRandom };
}
