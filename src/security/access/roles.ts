import { AppError } from '../../kernel/error.js';
import type { Role } from '../../kernel/role.js';
import type { Viewer } from '../../kernel/services.js';
import { currentPolicy, rolesOf } from '../policy/index.js';

/** What an operation declares of who may ask it: at most these roles, and whether viewers of limited rows may. */
export interface Declared {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly limited: boolean;
}

/** The roles that may ask the operation: those it declares, without those that the policy takes out. */
export function rolesAllowed({ name, roles }: Declared): readonly Role[] {
  const narrowed = rolesOf(name);
  return narrowed === null ? roles : roles.filter((role) => narrowed.includes(role));
}

/** Whether viewers of limited rows may ask the operation: it declares so, and the policy does not list others only. */
export function openToLimited({ name, limited }: Declared): boolean {
  const narrowed = currentPolicy().policy.limited;
  return limited && (narrowed === undefined || narrowed.includes(name));
}

/**
 * Throws FORBIDDEN unless the operation is for the viewer, by role and, for one of limited rows, by what it tells of.
 */
export function requireAllowed(viewer: Viewer, operation: Declared): void {
  const allowed = rolesAllowed(operation);
  if (!allowed.includes(viewer.role))
    throw new AppError(
      'FORBIDDEN',
      `role ${viewer.role} may not ask ${operation.name}`,
      allowed.length > 0 ? `ask with a token of role ${allowed.join(' or ')}` : 'the policy closes it to every role',
    );
  if (!viewer.scope || openToLimited(operation)) return;
  throw new AppError(
    'FORBIDDEN',
    `${operation.name} tells of more customers than this token may see`,
    'ask with a token without department, and for a purpose that is not limited to consenting customers',
  );
}
