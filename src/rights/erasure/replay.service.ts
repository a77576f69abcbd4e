import { AppError } from '../../kernel/error.js';
import type { Services } from '../../security/index.js';
import { erasePerson, NOTHING_YET } from './erase.service.js';
import { type LedgerEntry, readErasures } from './erasure-ledger.js';

export interface Replay {
  /** Erasures ever carried out. */
  readonly known: number;
  /** Of them, how many this database had not, or not to the end. */
  readonly missing: number;
  /** People who were there again, and were erased again. */
  readonly erased: number;
}

/**
 * Carries out again the erasures that this database does not know or did not finish: after a backup from before them
 * was restored, or after a crash. Costs one read when there are none.
 */
export async function replayErasures(services: Services): Promise<Replay> {
  const known = readErasures(services.home);
  const ids = known.map(({ receiptId }) => receiptId);
  const receipts =
    ids.length === 0 ? [] : await services.graph.read('rights/steps/erasure/rights-receipts', { ids, subject: null });
  const finished = new Set(receipts.filter(({ finishedAt }) => finishedAt !== null).map(({ id }) => id));
  const missing = known.filter(({ receiptId }) => !finished.has(receiptId));
  if (missing.length === 0) return { known: known.length, missing: 0, erased: 0 };
  const found = await customersOf(services, new Set(missing.map(({ subject }) => subject)));
  let erased = 0;
  for (const entry of missing) {
    await suppress(services, entry);
    const customerId = found.get(entry.subject);
    if (customerId === undefined) await finish(services, entry);
    else if (await eraseAgain(services, customerId, entry)) erased++;
  }
  return { known: known.length, missing: missing.length, erased };
}

/** False when another process, whose erasure it was, ended it meanwhile. */
async function eraseAgain(services: Services, customerId: string, entry: LedgerEntry): Promise<boolean> {
  try {
    const { mode, receiptId } = entry;
    await erasePerson(services, { customerId, mode, receiptId });
    return true;
  } catch (error) {
    if (error instanceof AppError && error.kind === 'NOT_FOUND') return false;
    throw error;
  }
}

/** Customers by the keyed hash of their ids: every id is hashed, a page at a time. */
async function customersOf({ graph, vault }: Services, subjects: ReadonlySet<string>): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let after = ''; ; ) {
    const page = await graph.read('intake/steps/customer-ids', { after });
    for (const { id } of page) {
      const subject = vault.mark('CUSTOMER', id);
      if (subjects.has(subject)) found.set(subject, id);
    }
    if (page.length === 0) return found;
    after = page.at(-1)!.id;
  }
}

async function suppress({ graph, clock }: Services, { marks, receiptId }: LedgerEntry): Promise<void> {
  await graph.write('rights/steps/erasure/rights-suppress', { marks, receiptId, now: clock.now() });
}

/** The person is not in this database: only the receipt is. */
async function finish({ graph, clock }: Services, { receiptId, subject, mode }: LedgerEntry): Promise<void> {
  while ((await graph.write('rights/steps/erasure/rights-erase-some', {})).removed > 0);
  const receipt = { id: receiptId, subject, mode, at: clock.now(), finished: true, ...NOTHING_YET };
  await graph.write('rights/steps/erasure/rights-receipt-save', receipt);
}
