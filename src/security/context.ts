import type { Services } from '../kernel/services.js';

/** What every resolver gets: the services of this request, with its viewer and its time limit. */
export interface ApiContext {
  readonly services: Services;
}
