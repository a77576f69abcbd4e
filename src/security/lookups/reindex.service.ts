import { withLease } from '../../graph/lease.js';
import { recordAudit } from '../audit/record.js';
import { addLookupKey } from '../sealing/key-file.js';
import type { Services } from '../services.js';
import { noteLookupKeys } from './lookup-note.js';
import { retireFormer } from './lookup-retire.service.js';
import { type PageDone, reindexPage } from './reindex-page.service.js';

export type ReindexProgress = PageDone & { readonly customers: number };

export interface ReindexOptions {
  /** Makes a new lookup key first, unless one is there that not everything is under yet. */
  readonly rotate?: boolean;
  /** The key file; null when keys are given by settings, where the new one already exists. */
  readonly keyFile: string | null;
  /** Customers a transaction. */
  readonly batch?: number;
  /** At most so many customers, for a caller that cannot wait; all when left out. */
  readonly most?: number;
  /** The customer to go on after, as an earlier call gave it. */
  readonly after?: string;
  readonly onProgress?: (done: ReindexProgress) => void;
}

export interface Reindexed extends PageDone {
  /** The key by which people are found now. */
  readonly lookupId: string;
  /** False when no key was asked for, or one that had not ended was taken up. */
  readonly made: boolean;
  readonly customers: number;
  /**
   * Identities whose value is kept with nobody: they are found by a former key, which stays. None while there is more
   * to do.
   */
  readonly left: number | null;
  /** Keys that are asked no more. */
  readonly retired: readonly string[];
  /** The customer to go on after; null at the end. */
  readonly next: string | null;
  readonly seconds: number;
}

/**
 * Rehashes lookups under the current lookup key: hashes of identities and contacts, tokens of names, customer by
 * customer, while servers and imports are at work; former keys are asked as well until nothing is under them. Safe to
 * interrupt and to repeat. Throws BUSY when another such work runs, or an import when a key is to be made.
 */
export function reindexLookups(given: Services, options: ReindexOptions): Promise<Reindexed> {
  const services = { ...given, graph: given.graph.withTimeout(600_000) }; // the counts go over everybody
  return withLease(services.graph, { id: 'keys', seconds: 10, waitMs: 0 }, async () => {
    const began = performance.now();
    const made = await turn(services, options);
    const { next, ...done } = await pages(services, options);
    const ended = next === null ? await end(services) : { left: null, retired: [] };
    const { lookupId } = services.vault;
    await recordAudit(services, {
      action: 'LOOKUPS_REHASHED',
      subject: lookupId,
      count: done.identities + done.names + done.contacts,
    });
    return { lookupId, made, ...done, ...ended, next, seconds: (performance.now() - began) / 1000 };

    async function end({ graph, vault, clock }: Services) {
      const { left, retired } = await retireFormer(services, options.keyFile);
      await graph.write('security/steps/lookups/lookup-key-done', {
        id: vault.lookupId,
        retired: [...retired],
        now: clock.now(),
      });
      return { left, retired };
    }
  });
}

/** The new key, made while no import is at work: those that begin later know it. */
async function turn(services: Services, { rotate = false, keyFile }: ReindexOptions): Promise<boolean> {
  const { graph, vault } = services;
  await noteLookupKeys(services);
  const [latest] = await graph.read('security/steps/lookups/lookup-keys', {});
  const underWay = vault.lookupIds.length > 1 && latest!.finishedAt === null;
  if (!rotate || underWay || keyFile === null) return false;
  await withLease(graph, { id: 'import', seconds: 10, waitMs: 15_000 }, async () => {
    addLookupKey(keyFile);
    await noteLookupKeys(services);
  });
  await recordAudit(services, { action: 'LOOKUP_KEY_MADE', subject: vault.lookupId, count: 1 });
  return true;
}

async function pages(services: Services, options: ReindexOptions) {
  const { batch = 500, most = Number.POSITIVE_INFINITY, onProgress } = options;
  const sum = { customers: 0, identities: 0, names: 0, contacts: 0 };
  for (let after = options.after ?? ''; ; ) {
    if (sum.customers >= most) return { ...sum, next: after };
    const page = await reindexPage(services, { after, limit: Math.min(batch, most - sum.customers) });
    if (page.last === null) return { ...sum, next: null };
    after = page.last;
    sum.customers += page.customers;
    for (const name of ['identities', 'names', 'contacts'] as const) sum[name] += page[name];
    onProgress?.({ ...sum });
  }
}
