import type { JWTPayload } from 'jose';
import { z } from 'zod';
import { AppError } from '../../../kernel/error.js';
import { ROLES, type Role } from '../../../kernel/role.js';
import type { CheckedToken } from '../../../security/index.js';
import type { ApiConfig } from '../settings.js';

/** Which claims of a login server's tokens say what. */
export type ClaimConfig = Pick<
  ApiConfig,
  'OIDC_ROLE_CLAIM' | 'OIDC_ROLE_MAP' | 'OIDC_DEPARTMENT_CLAIM' | 'OIDC_PURPOSE_CLAIM'
>;

const short = z.string().min(1).max(100);
const CLAIMS = z.object({
  sub: z.string().min(1).max(200),
  exp: z.number(),
  jti: z.string().min(1).max(200).optional(),
  kind: short.optional(),
});

/**
 * What a token whose signature holds claims. Throws FORBIDDEN when its role is none of ours, or a claim has the wrong
 * form.
 */
export function claimsOf(payload: JWTPayload, config: ClaimConfig, signedBy: CheckedToken['signedBy']): CheckedToken {
  const claims = CLAIMS.safeParse(payload);
  const named = (claim: string) => short.nullish().safeParse(claimAt(payload, claim));
  const department = named(config.OIDC_DEPARTMENT_CLAIM);
  const purpose = named(config.OIDC_PURPOSE_CLAIM);
  const role = roleIn(claimAt(payload, config.OIDC_ROLE_CLAIM), config.OIDC_ROLE_MAP);
  if (!role) throw noRole(config);
  if (!claims.success || !department.success || !purpose.success)
    throw new AppError(
      'FORBIDDEN',
      'a claim of the token has the wrong form',
      'subject, department and purpose are short texts',
    );
  const { sub, jti, kind } = claims.data;
  const own = { department: department.data ?? null, purpose: purpose.data ?? null };
  return { id: sub, role, ...own, tokenId: jti ?? null, kind: kind ?? null, signedBy };
}

/** A claim by its name, or by its path with dots, as in `realm_access.roles`. */
function claimAt(payload: JWTPayload, path: string): unknown {
  if (Object.hasOwn(payload, path)) return payload[path];
  return path.split('.').reduce<unknown>((at, key) => {
    const inside = typeof at === 'object' && at !== null && Object.hasOwn(at, key);
    return inside ? (at as Record<string, unknown>)[key] : undefined;
  }, payload);
}

/** The first role that a text or a list of them means: ours by name, or the login server's by the map. */
function roleIn(claim: unknown, map: ReadonlyMap<string, Role>): Role | undefined {
  const said = (Array.isArray(claim) ? claim : [claim]).filter((value) => typeof value === 'string');
  const mapped = said.map((value) => map.get(value) ?? ROLES.find((role) => role === value));
  return mapped.find((role) => role !== undefined);
}

function noRole({ OIDC_ROLE_CLAIM: claim }: ClaimConfig): AppError {
  return new AppError(
    'FORBIDDEN',
    'the token carries no known role',
    `its claim "${claim}" must be one of ${ROLES.join(', ')}, or be mapped by OIDC_ROLE_MAP`,
  );
}
