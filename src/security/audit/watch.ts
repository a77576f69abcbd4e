import { HOUR_MS, type Repeated, repeat } from '../../kernel/clock.js';
import { kindOf } from '../../kernel/error.js';
import type { Services } from '../services.js';
import { checkAccess } from './alerts.service.js';

/** Looks for unusual access every hour until stopped; several servers at once raise each alert once. What goes wrong is logged. */
export function startAccessWatch(services: Services): Repeated {
  const look = async () => {
    const { raised } = await checkAccess(services);
    if (raised > 0) services.log.warn('unusual access', { alerts: raised });
  };
  return repeat(HOUR_MS, look, (error) =>
    services.log.error('unusual access could not be looked for', { kind: kindOf(error) }),
  );
}
