import { AppError } from '../../kernel/error.js';
import type { Services } from '../services.js';
import { pruned, wordsOf } from './prune.js';
import { requireOperation } from './roles.js';

/** Words that are looked up in one statement. */
const AT_ONCE = 5000;

/** Of the words those that are ids or aliases of customers this viewer may not see; none for a viewer of all rows. */
export async function outOfScope(services: Services, words: readonly string[]): Promise<Set<string>> {
  const { graph, clock, viewer } = services;
  const hidden = new Set<string>();
  if (!viewer.scope) return hidden;
  for (let from = 0; from < words.length; from += AT_ONCE) {
    const texts = words.slice(from, from + AT_ONCE);
    const rows = await graph.read('security/steps/access/access-out-of-scope', {
      texts,
      ...viewer.scope,
      now: clock.now(),
    });
    for (const { text } of rows) hidden.add(text);
  }
  return hidden;
}

/** Of the customers those whom this viewer may see, in their order. */
export async function inScope(services: Services, ids: readonly string[]): Promise<string[]> {
  const hidden = await outOfScope(services, ids);
  return ids.filter((id) => !hidden.has(id));
}

/**
 * The one way an operation is asked: by the policy, and for a viewer of limited rows only about customers they may see, whose answer leaves
 * out all others. Throws FORBIDDEN, NOT_FOUND where the arguments name a customer out of sight, and what the work throws.
 */
export async function asked<T>(
  services: Services,
  { operation, args }: { operation: string; args: unknown },
  work: () => Promise<T> | T,
): Promise<T> {
  requireOperation(services.viewer, operation);
  if (!services.viewer.scope) return work();
  await requireInScope(services, args);
  return cutDown(services, await work());
}

/** Throws NOT_FOUND when anything in the arguments is a customer out of sight. */
export async function requireInScope(services: Services, args: unknown): Promise<void> {
  const hidden = await outOfScope(services, wordsOf(args));
  if (hidden.size === 0) return;
  throw new AppError('NOT_FOUND', 'no such customer among those this token may see', 'check the ids');
}

/** The answer without the customers out of sight. */
export async function cutDown<T>(services: Services, answer: T): Promise<T> {
  return pruned(answer, await outOfScope(services, wordsOf(answer))) as T;
}
