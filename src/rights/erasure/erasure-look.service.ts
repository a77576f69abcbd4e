import type { ErasureMode } from '../../consent/index.js';
import type { Services } from '../../security/index.js';
import { type Counts, countsOf, type Search, type Sought, searchFor, searchForId } from './erasure.js';
import { type Called, filesNaming } from './erasure-files.js';

/**
 * What to look for when a person is gone: id, alias and the lookup hashes that were theirs alone; with the key
 * destroyed, only the hashes.
 */
export function searchesFor({ customerId, alias, lookups }: Sought, mode: ErasureMode): Search[] {
  if (mode === 'DESTROY_KEY') return lookups.length === 0 ? [] : [searchFor(lookups[0]!, lookups.slice(1))];
  const first = searchFor(customerId, [...(alias === null ? [] : [alias]), ...lookups]);
  return first.words.includes(customerId) && first.properties.length === 0 ? [first] : [first, searchForId(customerId)];
}

/** Replaces what is left of the person in nodes of others by the mark of the audit. Gives how many of each label. */
export async function sweep(
  { graph, vault }: Services,
  customerId: string,
  searches: readonly Search[],
): Promise<Counts> {
  const swept: string[] = [];
  for (const search of searches)
    swept.push(
      ...(await graph.write('rights/steps/erasure/rights-sweep', { ...search, mark: vault.auditMark(customerId) }))
        .swept,
    );
  return countsOf(swept.map((name) => ({ name, count: 1 })));
}

/** Drops every graph in memory: what was projected before may hold the person. */
export async function dropProjections({ graph }: Services): Promise<string[]> {
  const held = await graph.read('rights/steps/erasure/rights-projections', {});
  for (const { name } of held) await graph.read('graph/steps/projection-drop', { graph: name });
  return held.map(({ name }) => name);
}

interface Looking {
  readonly searches: readonly Search[];
  readonly called: Called | null;
  readonly home: string;
}

/** Looks through every property of every node and relationship, and through the files, for what should be gone. */
export async function remainsOf({ graph }: Services, { searches, called, home }: Looking): Promise<string[]> {
  const found: string[] = [];
  const marked = await graph.read('rights/steps/erasure/rights-erase-footprint', {});
  found.push(...marked.map(({ name, count }) => `${count} ${name} marked`));
  for (const { words, pattern, properties } of searches) {
    const traces = await graph.read('rights/steps/erasure/rights-traces', { words, pattern, properties });
    found.push(...traces.map(({ name, property, count }) => `${count} ${name}.${property}`));
  }
  return [...found, ...(called ? filesNaming(home, called) : [])];
}
