import { createRemoteJWKSet, type JWTPayload, type JWTVerifyOptions, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Config } from '../config.js';
import { AppError } from '../kernel/error.js';
import { ROLES, type Role } from '../kernel/role.js';
import type { Viewer } from '../kernel/services.js';
import { tokenSecret } from './token-secret.js';

type TokenConfig = Pick<Config, 'JWT_SECRET' | 'JWKS_URL' | 'JWT_ISSUER' | 'JWT_AUDIENCE' | 'GUANXI_HOME' | 'NODE_ENV'>;

/** Who a token speaks for, and until when (seconds since 1970). */
export interface Verified {
  readonly viewer: Viewer;
  readonly expires: number;
}

export type VerifyToken = (token: string) => Promise<Verified>;

const CLAIMS = z.object({ sub: z.string().min(1).max(200), role: z.enum(ROLES), exp: z.number() });
const BY_KEY_SET = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

/** Checks signature, algorithm, issuer, audience, time and role. What it returns throws UNAUTHENTICATED or FORBIDDEN (unknown role). */
export function tokenVerifier(config: TokenConfig): VerifyToken {
  const options: JWTVerifyOptions = {
    requiredClaims: ['exp', 'sub'],
    clockTolerance: 5,
    ...(config.JWT_ISSUER === undefined ? {} : { issuer: config.JWT_ISSUER }),
    ...(config.JWT_AUDIENCE === undefined ? {} : { audience: config.JWT_AUDIENCE }),
  };
  if (config.JWKS_URL !== undefined) {
    const keys = createRemoteJWKSet(new URL(config.JWKS_URL), { timeoutDuration: 5000 });
    return async (token) =>
      verified(() => jwtVerify(token, keys, { ...options, algorithms: BY_KEY_SET }).then((r) => r.payload));
  }
  const secret = tokenSecret(config);
  return async (token) =>
    verified(() => jwtVerify(token, secret, { ...options, algorithms: ['HS256'] }).then((r) => r.payload));
}

async function verified(verify: () => Promise<JWTPayload>): Promise<Verified> {
  const payload = await verify().catch((error: unknown) => {
    throw refusal(error);
  });
  const claims = CLAIMS.safeParse(payload);
  if (claims.success) return { viewer: { id: claims.data.sub, role: claims.data.role }, expires: claims.data.exp };
  throw new AppError(
    'FORBIDDEN',
    'the token carries no known role',
    `its claim "role" must be one of ${ROLES.join(', ')}`,
  );
}

function refusal(error: unknown): AppError {
  const code = (error as { code?: string }).code ?? '';
  if (code === 'ERR_JWT_EXPIRED')
    return new AppError('UNAUTHENTICATED', 'the token has expired', 'get a new one; here: `guanxi token --role ROLE`');
  if (/^ERR_J/.test(code) && code !== 'ERR_JWKS_TIMEOUT')
    return new AppError(
      'UNAUTHENTICATED',
      'the token is not valid here',
      'send one signed for this server; here: `guanxi token --role ROLE`',
    );
  return new AppError('UNAVAILABLE', 'the keys of tokens cannot be fetched', 'check JWKS_URL and try again', {}, error);
}

/** A development token. Throws CONFIG in production and where tokens come from a key set. */
export async function developmentToken(config: TokenConfig, role: Role, hours: number): Promise<string> {
  if (config.NODE_ENV === 'production')
    throw new AppError('CONFIG', 'development tokens are off in production', 'get a token from your login server');
  if (config.JWKS_URL !== undefined)
    throw new AppError('CONFIG', 'tokens are signed by the server behind JWKS_URL', 'get one there, or unset JWKS_URL');
  const token = new SignJWT({ role })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(`development-${role}`)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000 + hours * 3600));
  if (config.JWT_ISSUER !== undefined) token.setIssuer(config.JWT_ISSUER);
  if (config.JWT_AUDIENCE !== undefined) token.setAudience(config.JWT_AUDIENCE);
  return token.sign(tokenSecret(config));
}
