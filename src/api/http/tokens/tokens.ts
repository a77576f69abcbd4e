import {
  createRemoteJWKSet,
  type JWTPayload,
  type JWTVerifyOptions,
  type JWTVerifyResult,
  jwtVerify,
  SignJWT,
} from 'jose';
import type { DatabaseConfig } from '../../../database/settings.js';
import { HOUR_MS } from '../../../kernel/clock.js';
import { AppError } from '../../../kernel/error.js';
import type { Role } from '../../../kernel/role.js';
import type { CheckedToken } from '../../../security/index.js';
import type { ApiConfig } from '../settings.js';
import { type ClaimConfig, claimsOf } from './token-claims.js';
import { tokenSecret } from './token-secret.js';

type TokenConfig = Pick<
  ApiConfig & DatabaseConfig,
  'JWT_SECRET' | 'JWKS_URL' | 'JWT_ISSUER' | 'JWT_AUDIENCE' | 'GUANXI_HOME' | 'NODE_ENV'
>;

/** What a token claims, and until when it holds (seconds since 1970). */
export interface Verified {
  readonly token: CheckedToken;
  readonly expires: number;
}

export type VerifyToken = (token: string) => Promise<Verified>;

const BY_KEY_SET = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

/**
 * Checks signature, algorithm, issuer, audience, time and role. What it returns throws UNAUTHENTICATED or FORBIDDEN
 * (unknown role).
 */
export function tokenVerifier(config: TokenConfig & ClaimConfig): VerifyToken {
  const options: JWTVerifyOptions = {
    requiredClaims: ['exp', 'sub'],
    clockTolerance: 5,
    ...(config.JWT_ISSUER === undefined ? {} : { issuer: config.JWT_ISSUER }),
    ...(config.JWT_AUDIENCE === undefined ? {} : { audience: config.JWT_AUDIENCE }),
  };
  if (config.JWKS_URL !== undefined) {
    const keys = createRemoteJWKSet(new URL(config.JWKS_URL), { timeoutDuration: 5000, cooldownDuration: 1000 });
    return async (token) => {
      const payload = await verified(jwtVerify(token, keys, { ...options, algorithms: BY_KEY_SET }));
      return { token: claimsOf(payload, config, 'login'), expires: payload.exp! };
    };
  }
  const secret = tokenSecret(config);
  return async (token) => {
    const payload = await verified(jwtVerify(token, secret, { ...options, algorithms: ['HS256'] }));
    if (payload.kind === DEVELOPMENT && config.NODE_ENV === 'production') throw noDevelopment();
    return { token: claimsOf(payload, config, 'secret'), expires: payload.exp! };
  };
}

async function verified(verifying: Promise<JWTVerifyResult>): Promise<JWTPayload> {
  const { payload } = await verifying.catch((error: unknown) => {
    throw refusal(error);
  });
  return payload;
}

/** The claim `kind` of tokens that are for trying the product out. */
const DEVELOPMENT = 'development';

function noDevelopment(): AppError {
  return new AppError(
    'UNAUTHENTICATED',
    'a development token is of no use in production',
    'make one by `guanxi tokens create`, or sign in at your login server',
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

/** What a token of this server says. */
export interface TokenContent {
  readonly subject: string;
  readonly role: Role;
  readonly department?: string | null | undefined;
  readonly purpose?: string | null | undefined;
  /** The token's own id, for those in the list of tokens. */
  readonly tokenId?: string | undefined;
  readonly kind: 'development' | 'user' | 'service';
  readonly expiresAt: Date;
}

/** A development token. Throws CONFIG in production and where tokens come from a key set. */
export async function developmentToken(
  config: TokenConfig,
  role: Role,
  hours: number,
  { department, purpose }: { department?: string | undefined; purpose?: string | undefined } = {},
): Promise<string> {
  if (config.NODE_ENV === 'production')
    throw new AppError('CONFIG', 'development tokens are off in production', 'get a token from your login server');
  const expiresAt = new Date(Date.now() + hours * HOUR_MS);
  const content = { subject: `development-${role}`, role, department, purpose, kind: DEVELOPMENT, expiresAt } as const;
  return signedToken(config, content);
}

/** A token signed with this server's secret. Throws CONFIG where tokens come from a key set, or there is no secret. */
export async function signedToken(config: TokenConfig, content: TokenContent): Promise<string> {
  if (config.JWKS_URL !== undefined)
    throw new AppError('CONFIG', 'tokens are signed by the server behind JWKS_URL', 'get one there, or unset JWKS_URL');
  const { subject, role, department, purpose, tokenId, kind, expiresAt } = content;
  const claims = { role, kind, ...(department ? { department } : {}), ...(purpose ? { purpose } : {}) };
  const token = new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(subject)
    .setIssuedAt()
    .setExpirationTime(expiresAt);
  if (tokenId !== undefined) token.setJti(tokenId);
  if (config.JWT_ISSUER !== undefined) token.setIssuer(config.JWT_ISSUER);
  if (config.JWT_AUDIENCE !== undefined) token.setAudience(config.JWT_AUDIENCE);
  return token.sign(tokenSecret(config));
}
