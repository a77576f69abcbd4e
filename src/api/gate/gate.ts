import { peopleInScope, requireAllowed, requireInScope, type Services } from '../../security/index.js';
import type { Operation } from './operations.js';

/**
 * The one way an operation is asked, whichever door it came by: by the roles it declares and the policy narrows, and
 * for a viewer of limited rows only about customers they may see, whose answer leaves out all others. Throws FORBIDDEN,
 * NOT_FOUND where the arguments name a customer out of scope, and what the work throws.
 */
export function ask<T>(
  services: Services,
  { operation, args }: { readonly operation: Operation; readonly args: unknown },
  work: () => Promise<T> | T,
): Promise<T> | T {
  requireAllowed(services.viewer, operation);
  return services.viewer.scope ? askLimited(services, { operation, args }, work) : work();
}

async function askLimited<T>(
  services: Services,
  { operation, args }: { readonly operation: Operation; readonly args: unknown },
  work: () => Promise<T> | T,
): Promise<T> {
  await requireInScope(services, args);
  return peopleInScope(services, operation.people, await work());
}
