import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { AppError } from '../../kernel/error.js';
import { packageRoot } from '../../kernel/root.js';
import { readYaml } from '../../kernel/yaml.js';
import { POLICY, type Policy } from './format.js';

/** A policy with where it stands and the hash of what it says (SHA-256 of its content, not of its comments). */
export interface ReadPolicy {
  readonly policy: Policy;
  readonly path: string;
  readonly hash: string;
}

/** The policy that comes with the product. */
export const SHIPPED = join(packageRoot, 'src', 'security', 'policy', 'policy.yaml');

/** Reads and checks a policy file. Throws CONFIG naming file, line and key of everything wrong. */
export function readPolicy(path: string = SHIPPED): ReadPolicy {
  return policyOf(textOf(path), path);
}

/** The policy of a text; `path` is for messages. Throws CONFIG. */
export function policyOf(text: string, path: string): ReadPolicy {
  const read = readYaml(text, path);
  if ('problem' in read) throw wrong([read.problem]);
  const parsed = POLICY.safeParse(read.value);
  if (!parsed.success)
    throw wrong(
      parsed.error.issues.map(
        ({ path: keys, message }) => `${path}:${read.lineOf(keys)}: ${keys.join('.') || 'file'}: ${message}`,
      ),
    );
  return { policy: parsed.data, path, hash: hashOf(parsed.data) };
}

/** A path as a report may show it: below the package, never of the machine. */
export function shownPath(path: string): string {
  return path.startsWith(packageRoot) ? relative(packageRoot, path) : path;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code;
    throw new AppError(
      'CONFIG',
      `the policy ${path} cannot be read (${why})`,
      'check the path, as it was given or as GUANXI_POLICY has it',
      {},
      error,
    );
  }
}

/** Keys in order, so that moving a line is no change. */
function hashOf(policy: Policy): string {
  return createHash('sha256')
    .update(JSON.stringify(ordered(policy)))
    .digest('hex');
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, ordered(inner)]));
}

function wrong(problems: readonly string[]): AppError {
  return new AppError(
    'CONFIG',
    `the policy is wrong: ${problems.join('; ')}`,
    'correct the named lines; `guanxi policy show` prints the one in force',
    { problems },
  );
}
