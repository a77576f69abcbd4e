import { withLease } from '../../graph/lease.js';
import type { RowOf } from '../../graph/queries.gen.js';
import { recordAudit } from '../audit/record.js';
import { addMasterKey } from '../sealing/key-file.js';
import { masterOf } from '../sealing/vault.js';
import type { Services } from '../services.js';
import { noteMasterKey } from './key-check.js';

export interface RotateProgress {
  readonly done: number;
  /** Customer keys that were under other master keys when the work began. */
  readonly total: number;
  /** Customer keys a second. */
  readonly rate: number;
}

export interface RotateOptions {
  /** The key file; null when master keys are given by settings, where the new one already exists. */
  readonly keyFile: string | null;
  /** Customer keys a transaction. */
  readonly batch?: number;
  /** At most so many customer keys, rounded up to a batch, for a caller that cannot wait; all when left out. */
  readonly most?: number;
  readonly onProgress?: (progress: RotateProgress) => void;
}

export interface Rotated {
  /** The master key that wraps everything now. */
  readonly keyId: string;
  /** False when an earlier rotation that had not ended was taken up, or the new key was given by settings. */
  readonly made: boolean;
  readonly rewrapped: number;
  /** Customer keys that are still under others: more than none only where `most` was said. */
  readonly left: number;
  readonly seconds: number;
}

/**
 * Makes a new master key and puts every customer's key under it, a batch at a time, while servers and imports are at
 * work: the former key stays and opens. Safe to interrupt and to run again, which goes on where it ended and makes no
 * further key. Throws BUSY when another rotation runs, SETUP when a customer key does not open.
 */
export function rotateMasterKey(services: Services, options: RotateOptions): Promise<Rotated> {
  return withLease(services.graph, { id: 'keys', seconds: 10, waitMs: 0 }, async () => {
    const began = performance.now();
    const made = await turn(services, options);
    const rewrapped = await rewrapAll(services, options);
    const keyId = services.vault.keyId;
    await recordAudit(services, { action: 'KEYS_REWRAPPED', subject: keyId, count: rewrapped });
    const left = countOf(await leftUnder(services));
    return { keyId, made, rewrapped, left, seconds: (performance.now() - began) / 1000 };
  });
}

/** The new key: none while customers are still under a former one. */
async function turn(services: Services, { keyFile }: RotateOptions): Promise<boolean> {
  const { graph, vault } = services;
  vault.refresh();
  const makes = keyFile !== null && (await leftUnder(services)).length === 0;
  if (makes) {
    addMasterKey(keyFile);
    await noteMasterKey(graph, vault);
    await recordAudit(services, { action: 'MASTER_KEY_MADE', subject: vault.keyId, count: 1 });
  } else await noteMasterKey(graph, vault);
  return makes;
}

async function leftUnder({ graph, vault }: Services): Promise<{ id: string; customers: number }[]> {
  const counts = await graph.read('security/steps/keys/sealing-counts', {});
  return counts.filter(({ id, customers }) => id !== vault.keyId && customers > 0);
}

function countOf(left: readonly { readonly customers: number }[]): number {
  return left.reduce((sum, { customers }) => sum + customers, 0);
}

/** Until nobody is left: an import may have added customers under the former key before it read the new one. */
async function rewrapAll(
  services: Services,
  { batch = 1000, most = Number.POSITIVE_INFINITY, onProgress }: RotateOptions,
): Promise<number> {
  const began = performance.now();
  let done = 0;
  for (let left = await leftUnder(services); left.length > 0; left = await leftUnder(services)) {
    const total = done + countOf(left);
    for (const { id } of left)
      for (let page = await pageOf(services, id, batch); page.length > 0; page = await pageOf(services, id, batch)) {
        done += await rewrap(services, page);
        const rate = Math.round((done * 1000) / Math.max(performance.now() - began, 1));
        onProgress?.({ done, total: Math.max(total, done), rate });
        if (done >= most) return done;
      }
  }
  return done;
}

type Wrapped = RowOf<'security/steps/keys/sealing-page'>;

function pageOf({ graph }: Services, keyId: string, limit: number): Promise<Wrapped[]> {
  return graph.read('security/steps/keys/sealing-page', { keyId, limit });
}

async function rewrap({ graph, vault }: Services, page: readonly Wrapped[]): Promise<number> {
  const rows = page.map(({ id, keyWrapped }) => {
    const after = vault.wrap(vault.unwrap(keyWrapped));
    return { id, before: keyWrapped, after, keyId: masterOf(after) };
  });
  rows.sort((a, b) => (a.id < b.id ? -1 : 1)); // one order of locks
  return (await graph.write('security/steps/keys/sealing-rewrap', { rows })).rewrapped;
}
