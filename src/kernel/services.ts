import type { Graph } from '../graph/graph.js';
import type { Log } from '../log.js';
import type { AccessSettings } from '../privacy/audit/settings.js';
import type { Vault } from '../privacy/vault.js';
import type { Clock } from './clock.js';
import type { Random } from './random.js';
import type { Role } from './role.js';

/** Who asks, and in which role. `id` is the token's subject, never a customer's name. */
export interface Viewer {
  readonly id: string;
  readonly role: Role;
}

/** What every service function gets first, built once per request. */
export interface Services {
  readonly graph: Graph;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly viewer: Viewer;
  /** What was set of look-ups and alerts; the defaults where it is left out. */
  readonly settings?: AccessSettings | undefined;
}
