import { AppError } from '../../kernel/error.js';
import type { Services } from '../services.js';
import { idsOf, type People, withoutHidden } from './people.js';

/** Texts that are looked up in one statement. */
const AT_ONCE = 5000;

/** Of the texts those that are ids or aliases of customers this viewer may not see; none for a viewer of all rows. */
export async function outOfScope(services: Services, texts: readonly string[]): Promise<Set<string>> {
  const { graph, clock, viewer } = services;
  const hidden = new Set<string>();
  if (!viewer.scope) return hidden;
  for (let from = 0; from < texts.length; from += AT_ONCE) {
    const rows = await graph.read('security/steps/access/access-out-of-scope', {
      texts: texts.slice(from, from + AT_ONCE),
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

/** Throws NOT_FOUND when any text in the arguments is a customer out of scope, by id or alias. */
export async function requireInScope(services: Services, args: unknown): Promise<void> {
  if (!services.viewer.scope) return;
  if ((await outOfScope(services, textsOf(args))).size > 0) throw unseen();
}

/**
 * The answer without the customers this viewer may not see, who are where its types say. Throws NOT_FOUND where the
 * whole answer is about one of them.
 */
export async function peopleInScope<T>(services: Services, people: People, answer: T): Promise<T> {
  if (!services.viewer.scope) return answer;
  const left = withoutHidden(people, answer, await outOfScope(services, idsOf(people, answer)));
  if (left === null && answer !== null) throw unseen();
  return left as T;
}

/** What is thrown for a customer whom a viewer of limited rows may not see, or who does not exist. */
export function unseen(): AppError {
  return new AppError('NOT_FOUND', 'no such customer among those this token may see', 'check the ids');
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
