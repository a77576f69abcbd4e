import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { packageRoot } from '../../kernel/root.js';
import { readSettingsFile, settingsOf } from '../../kernel/yaml/yaml-file.js';
import { POLICY, type Policy } from './format.js';

/** A policy with where it stands and the hash of what it says (SHA-256 of its content, not of its comments). */
export interface ReadPolicy {
  readonly policy: Policy;
  readonly path: string;
  readonly hash: string;
}

/** The policy that comes with the product. */
export const SHIPPED = join(packageRoot, 'src', 'security', 'policy', 'policy.yaml');

const FILE = {
  schema: POLICY,
  what: 'the policy',
  hint: 'correct the named lines; `guanxi policy show` prints the one in force',
  variable: 'GUANXI_POLICY',
};

/** Reads and checks a policy file. Throws CONFIG naming file, line and key of everything wrong. */
export function readPolicy(path: string = SHIPPED): ReadPolicy {
  return hashed(readSettingsFile(path, FILE), path);
}

/** The policy of a text; `path` is for messages. Throws CONFIG. */
export function policyOf(text: string, path: string): ReadPolicy {
  return hashed(settingsOf(text, path, FILE), path);
}

function hashed(policy: Policy, path: string): ReadPolicy {
  return { policy, path, hash: hashOf(policy) };
}

/** A path as a report may show it: below the package, never of the machine. */
export function shownPath(path: string): string {
  return path.startsWith(packageRoot) ? relative(packageRoot, path) : path;
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
