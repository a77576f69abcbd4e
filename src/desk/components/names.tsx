import { wordFor } from '../../kernel/vocabulary.js';
import type { Client } from '../client.js';
import { influenceHref } from '../influence/address.js';
import { aliasesQuery } from '../operations.gen.js';
import type { Language } from '../text/text.js';

/** A row about a customer, as far as this viewer may see them. */
export interface Known {
  readonly customerId: string;
  readonly customer?: { readonly alias: string | null } | null;
}

/** What someone is called on the desk: their alias, else their id. */
export function aliasOf({ customerId, customer }: Known): string {
  return customer?.alias ?? customerId;
}

/** A link to why someone has their score. */
export function PersonLink({ of: person }: { readonly of: Known }) {
  return <a href={influenceHref(null, person.customerId)}>{aliasOf(person)}</a>;
}

/** The aliases of customers by id, as far as this viewer may see them. Throws `Problem`. */
export async function aliases(client: Client, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { customers } = await client.ask(aliasesQuery, { ids, limit: ids.length });
  return new Map(customers.map(({ id, alias }) => [id, alias ?? id]));
}

interface Named {
  readonly id?: string;
  readonly name: string | null;
  readonly nameZh: string | null;
  readonly topCity?: string | null;
}

/**
 * The name in the reader's language, else whatever it is called, else where most of it lives, else its id; null without
 * any.
 */
export function nameIn({ id, name, nameZh, topCity }: Named, language: Language): string | null {
  const names = language === 'zh' ? [nameZh, name] : [name, nameZh];
  return [...names, topCity && wordFor('city', topCity, language), id].find(Boolean) ?? null;
}
