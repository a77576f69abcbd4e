import type { Vault } from '../sealing/vault.js';
import { nameWords, type Wanted } from './name-words.js';

type Tokens = Pick<Vault, 'lookupId' | 'lookupIds' | 'nameToken'>;

/**
 * What a name is found by, as one text: the id of the lookup key, then a keyed hash of each of its words, in no telling
 * order. Null where there is no name.
 */
export function nameTokens(vault: Tokens, name: string | null): string | null {
  const words = name === null ? [] : nameWords(name);
  if (words.length === 0) return null;
  return [vault.lookupId, ...words.map((word) => vault.nameToken(word)).sort()].join(' ');
}

/** A full-text query for names with all these words, under any lookup key that is asked. */
export function tokenQuery(vault: Tokens, words: Wanted[keyof Wanted]): string {
  const under = (id: string) => words.map((word) => `+${vault.nameToken(word, id)}`).join(' ');
  return vault.lookupIds.map((id) => `(${under(id)})`).join(' OR ');
}
