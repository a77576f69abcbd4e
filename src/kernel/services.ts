import type { Clock } from './clock.js';
import type { Log } from './log.js';
import type { Random } from './random.js';
import type { Role } from './role.js';

/**
 * Whose rows a viewer sees: of each list that is there one must fit, and with `consent` the customer consents to that
 * purpose.
 */
export interface RowScope {
  readonly regions: readonly string[] | null;
  readonly cities: readonly string[] | null;
  /** Of customers who ordered in one of these stores. */
  readonly stores: readonly string[] | null;
  readonly consent: string | null;
}

/** Who asks, and in which role. `id` is the token's subject, never a customer's name. */
export interface Viewer {
  readonly id: string;
  readonly role: Role;
  readonly department?: string | null;
  /** Of the access, as the token states it; recorded with every opening. */
  readonly purpose?: string | null;
  /** Null or left out for all rows. */
  readonly scope?: RowScope | null;
}

/** What needs no other area; the record that services get (`Services` in security/) adds graph and vault to it. */
export interface BaseServices {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Folder of all local state: keys, the list of erasures, rejected rows. */
  readonly home: string;
  readonly viewer: Viewer;
}
