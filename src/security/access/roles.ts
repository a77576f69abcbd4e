import { AppError } from '../../kernel/error.js';
import type { Role } from '../../kernel/role.js';
import type { Viewer } from '../../kernel/services.js';
import { currentPolicy, rolesOf } from '../policy/index.js';

/** Throws FORBIDDEN unless the viewer has one of the roles. */
export function requireRole(viewer: Viewer, ...roles: readonly Role[]): void {
  if (roles.includes(viewer.role)) return;
  throw new AppError(
    'FORBIDDEN',
    `role ${viewer.role} may not do this`,
    `ask with a token of role ${roles.join(' or ')}`,
  );
}

/**
 * Throws FORBIDDEN unless the policy lets the viewer ask the operation: by role, and for a viewer of limited rows by name. An operation
 * the policy does not name is left to the roles in the code, and closed to viewers of limited rows.
 */
export function requireOperation(viewer: Viewer, operation: string): void {
  const roles = rolesOf(operation);
  if (roles) requireRole(viewer, ...roles);
  if (!viewer.scope || currentPolicy().policy.limited.includes(operation)) return;
  throw new AppError(
    'FORBIDDEN',
    `${operation} tells of more customers than this token may see`,
    'ask with a token without department, or add the operation to `limited` in the policy',
  );
}
