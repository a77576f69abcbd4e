import { createHash } from 'node:crypto';
import type { RowOf } from '../../graph/queries.gen.js';
import { AppError } from '../../kernel/error.js';
import { ROLES, type Role } from '../../kernel/role.js';
import type { Claimed } from './admit.js';

/** What a checked token claims, and by whom it was signed. */
export interface CheckedToken extends Claimed {
  /** The token's own id. */
  readonly tokenId: string | null;
  readonly kind: string | null;
  /** With this server's secret, or by the login server. */
  readonly signedBy: 'secret' | 'login';
}

export type Standing = RowOf<'security/steps/access/access-standing'>;

/** What is kept of a token: SHA-256 of its id, which is 128 random bits, so that the hash tells nothing. */
export function hashOfToken(tokenId: string): string {
  return createHash('sha256').update(tokenId).digest('hex');
}

/**
 * Who a token speaks for by the list of users and tokens. Roles and departments of the list stand over those of the
 * token, so that a change holds at once. Throws UNAUTHENTICATED for a removed user, a revoked or expired token, and one
 * that a list there is does not know.
 */
export function standingOf(
  token: CheckedToken,
  standing: Standing,
  { now, production }: { now: Date; production: boolean },
): Claimed {
  if (standing.userRemoved) throw refused('its user was removed');
  if (standing.revokedAt) throw refused('it was revoked');
  if (standing.expiresAt && standing.expiresAt <= now) throw refused('it has expired');
  if (token.signedBy === 'secret' && !standing.tokenKnown) refuseUnknown(token, standing, production);
  const { id, role, department, purpose } = token;
  if (standing.userKnown) return { id, role: roleOf(standing.userRole), department: standing.userDepartment, purpose };
  if (!standing.tokenKnown) return { id, role, department, purpose };
  const { tokenRole, tokenDepartment, tokenPurpose } = standing;
  return { id, role: roleOf(tokenRole), department: tokenDepartment, purpose: tokenPurpose };
}

/** A development token carries no id and serves outside production; every other one is known once there is a list. */
function refuseUnknown({ tokenId, kind }: CheckedToken, { listed }: Standing, production: boolean): void {
  if (kind === 'service') throw refused('this server made no such service token');
  if (listed && (tokenId !== null || production)) throw refused('it is not in the list of tokens');
}

function roleOf(role: string | null): Role {
  const known = ROLES.find((name) => name === role);
  if (known) return known;
  throw refused('its role is not known any more');
}

function refused(why: string): AppError {
  return new AppError('UNAUTHENTICATED', `the token is not accepted: ${why}`, 'ask the administrator for a new one');
}
