import { AppError } from '../kernel/error.js';
import type { Role } from '../kernel/role.js';
import type { Viewer } from '../kernel/services.js';

/** Throws FORBIDDEN unless the viewer has one of the roles. */
export function requireRole(viewer: Viewer, ...roles: readonly Role[]): void {
  if (roles.includes(viewer.role)) return;
  throw new AppError(
    'FORBIDDEN',
    `role ${viewer.role} may not do this`,
    `ask with a token of role ${roles.join(' or ')}`,
  );
}
