import { shortId } from '../../kernel/random.js';
import type { Services } from '../../security/index.js';
import { formToken, formTokenUntil } from './link.js';

/** What the form of a page that is shown now carries. */
export function newForm({ vault, clock, random }: Services, link: string): string {
  return formToken(vault, link, { now: clock.now(), nonce: shortId(random) });
}

/**
 * Takes a form of the page once: whoever sends it again, from a history or a record of the traffic, is refused. Returns
 * false for that, and for one that has ended or never was a form of this page.
 */
export async function takeForm(
  { graph, vault, clock, random }: Services,
  link: string,
  token: string,
): Promise<boolean> {
  const now = clock.now();
  const until = formTokenUntil(vault, link, { token, now });
  if (until === null) return false;
  const id = vault.lookup('used form', token);
  const { first } = await graph.write('consent/steps/preferences/form-use', { id, use: random.id(), until, now });
  return first;
}
