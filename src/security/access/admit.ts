import { AppError } from '../../kernel/error.js';
import type { Role } from '../../kernel/role.js';
import type { RowScope, Viewer } from '../../kernel/services.js';
import { currentPolicy, type Policy } from '../policy/index.js';

/** What a token says of who asks. */
export interface Claimed {
  readonly id: string;
  readonly role: Role;
  readonly department?: string | null | undefined;
  readonly purpose?: string | null | undefined;
}

/**
 * The viewer of a token by the policy: purpose and rows. Throws FORBIDDEN for a department or purpose that is not the
 * policy's for this role.
 */
export function admitted({ id, role, department = null, purpose = null }: Claimed): Viewer {
  const { policy } = currentPolicy();
  const stated = purpose ?? policy.roles[role].purpose;
  const why = policy.purposes[stated];
  if (!why?.roles.includes(role))
    throw new AppError(
      'FORBIDDEN',
      `role ${role} has no purpose of access "${stated.slice(0, 40)}"`,
      `one of ${purposesOf(policy, role).join(', ')}`,
    );
  return { id, role, department, purpose: stated, scope: scopeOf(policy, department, why.consent ?? null) };
}

/** The purposes of access a role may state. */
export function purposesOf(policy: Policy, role: Role): string[] {
  return Object.keys(policy.purposes).filter((name) => policy.purposes[name]!.roles.includes(role));
}

function scopeOf(policy: Policy, department: string | null, consent: string | null): RowScope | null {
  if (department === null) return consent === null ? null : { ...ALL_ROWS, consent };
  const limits = Object.hasOwn(policy.departments, department) ? policy.departments[department] : undefined;
  if (!limits)
    throw new AppError('FORBIDDEN', 'the token names a department that the policy does not know', knownOf(policy));
  const { regions = null, cities = null, stores = null } = limits;
  return { regions, cities, stores, consent };
}

const ALL_ROWS: RowScope = { regions: null, cities: null, stores: null, consent: null };

function knownOf({ departments }: Policy): string {
  return `it knows ${Object.keys(departments).join(', ') || 'none yet: add it under `departments`'}`;
}
