import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseConfig } from '../../../database/settings.js';
import { AppError } from '../../../kernel/error.js';
import type { ApiConfig } from '../settings.js';

type SecretConfig = Pick<ApiConfig & DatabaseConfig, 'JWT_SECRET' | 'GUANXI_HOME' | 'NODE_ENV'>;

/**
 * The secret tokens are signed with: JWT_SECRET, or outside production one made once into the home folder (0600).
 * Throws CONFIG.
 */
export function tokenSecret(config: SecretConfig): Uint8Array {
  if (config.JWT_SECRET !== undefined) return Buffer.from(config.JWT_SECRET, 'utf8');
  if (config.NODE_ENV === 'production')
    throw new AppError(
      'CONFIG',
      'production needs JWT_SECRET or JWKS_URL',
      'JWT_SECRET: for example the output of `openssl rand -hex 32`; or JWKS_URL of your login server',
    );
  return secretOf(join(config.GUANXI_HOME, 'jwt-secret'), config.GUANXI_HOME);
}

/** Two processes may start at once: the one that comes second reads what the first wrote. */
function secretOf(path: string, folder: string): Uint8Array {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const secret = readFileSync(path);
  if (secret.length >= 32) return secret;
  throw new AppError('SETUP', `the secret in ${path} is too short`, 'delete the file; the next start makes a new one');
}
