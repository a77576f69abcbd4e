import { withLease } from '../../graph/lease.js';
import { DAY_MS } from '../../kernel/clock.js';
import { AppError } from '../../kernel/error.js';
import { recordAudit } from '../audit/record.js';
import { retireLookupKeys } from '../sealing/key-file.js';
import type { Services } from '../services.js';
import { LINK_DAYS } from './lookup-keys.js';

export interface Retired {
  /** Identities that are under former keys. */
  readonly left: number;
  readonly retired: readonly string[];
}

/**
 * Former lookup keys with nothing under them are asked no more. No import runs meanwhile; while one does, they stay
 * until the next time. A retired key checks the links that it signed as long as such links hold, and is then dropped.
 */
export async function retireFormer(services: Services, keyFile: string | null): Promise<Retired> {
  const work = () => retire(services, keyFile);
  try {
    return await withLease(services.graph, { id: 'import', seconds: 10, waitMs: 15_000 }, work);
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'BUSY') throw error;
    const { left } = await formerOf(services);
    return { left, retired: [] };
  }
}

async function retire(services: Services, keyFile: string | null): Promise<Retired> {
  const now = services.clock.now();
  const { left, idle } = await formerOf(services);
  if (keyFile === null) return { left, retired: [] }; // they are asked as long as the settings name them
  if (services.vault.lookupIds.length > 1)
    retireLookupKeys(keyFile, idle, { now, forgotten: new Date(now.getTime() - LINK_DAYS * DAY_MS) });
  for (const id of idle) await recordAudit(services, { action: 'LOOKUP_KEY_RETIRED', subject: id, count: 1 });
  services.vault.refresh();
  return { left, retired: idle };
}

async function formerOf({ graph, vault }: Services): Promise<{ left: number; idle: string[] }> {
  const counts = await graph.read('security/steps/lookups/lookup-counts', {});
  const former = vault.lookupIds.slice(1);
  const under = counts.filter(({ id }) => id !== vault.lookupId);
  const left = under.reduce((sum, { identities }) => sum + identities, 0);
  return { left, idle: former.filter((id) => !under.some((row) => row.id === id)) };
}
