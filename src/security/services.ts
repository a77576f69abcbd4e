import type { Graph } from '../graph/graph.js';
import { systemClock } from '../kernel/clock.js';
import { systemRandom } from '../kernel/random.js';
import type { BaseServices, Viewer } from '../kernel/services.js';
import type { AccessSettings } from './audit/settings.js';
import type { Vault } from './sealing/vault.js';

/** What every service function gets first, built once per request. */
export interface Services extends BaseServices {
  readonly graph: Graph;
  readonly vault: Vault;
  /** What was set of lookups and alerts; the defaults where it is left out. */
  readonly settings?: AccessSettings | undefined;
}

/** What every resolver gets: the services of this request, with its viewer and its time limit. */
export interface ApiContext {
  readonly services: Services;
}

/** What is the same for every request of a process. */
export type Shared = Pick<Services, 'graph' | 'vault' | 'log' | 'home' | 'settings'>;

/** The services of one request: what the process shares, and who asks. Time and randomness are the system's. */
export function makeServices({ graph, vault, log, home, settings }: Shared, viewer: Viewer): Services {
  return { graph, vault, log, home, settings, viewer, clock: systemClock, random: systemRandom };
}
