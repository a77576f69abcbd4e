import { AppError } from '../../kernel/error.js';
import type { Services } from '../../kernel/services.js';
import { checkAccess } from './alerts.service.js';

const HOUR_MS = 3_600_000;

/** Looks for unusual access every hour until stopped; several servers at once raise each alert once. What goes wrong is logged. */
export function startAccessWatch(services: Services): { stop(): void } {
  const look = async () => {
    const { raised } = await checkAccess(services);
    if (raised > 0) services.log.warn('unusual access', { alerts: raised });
  };
  const failed = (error: unknown) =>
    services.log.error('unusual access could not be looked for', {
      kind: error instanceof AppError ? error.kind : 'unexpected',
    });
  const timer = setInterval(() => void look().catch(failed), HOUR_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
