import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Document, LineCounter, parseDocument } from 'yaml';
import { AppError } from '../../kernel/error.js';
import { packageRoot } from '../../kernel/root.js';
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
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken) throw wrong([`${path}:${broken.linePos?.[0].line ?? 1}: ${broken.message.split('\n')[0]}`]);
  const parsed = POLICY.safeParse(document.toJS());
  if (!parsed.success)
    throw wrong(
      parsed.error.issues.map(
        ({ path: keys, message }) =>
          `${path}:${lineOf(document, lines, keys)}: ${keys.join('.') || 'file'}: ${message}`,
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

/** The line of a key, or of the nearest thing above it that is there. */
function lineOf(document: Document, lines: LineCounter, keys: readonly PropertyKey[]): number {
  for (let length = keys.length; length > 0; length -= 1) {
    const node = document.getIn(keys.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
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
