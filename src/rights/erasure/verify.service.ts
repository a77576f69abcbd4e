import type { ErasureMode } from '../../consent/index.js';
import { AppError } from '../../kernel/error.js';
import type { Services } from '../../security/index.js';
import { searchFor, searchForId } from './erasure.js';
import { remainsOf } from './erasure-look.service.js';

export interface Verification {
  readonly receiptId: string;
  readonly mode: ErasureMode;
  readonly finishedAt: Date | null;
  /** When everything was looked through; null while it is still to be. */
  readonly lookedAt: Date | null;
  /** Marks that keep the person out of imports. */
  readonly suppressed: number;
  /** Whether somebody has the person's id again. */
  readonly back: boolean;
  /** What was found of the id where it was given; empty when nothing was. */
  readonly remaining: readonly string[];
  readonly proved: boolean;
}

/**
 * Looks again whether an erasure holds. A receipt holds no id: with the id at hand every property and file is looked
 * through for it, without it the ids of all customers are hashed and compared. Throws NOT_FOUND, or INPUT when the id
 * is not the one that was erased.
 */
export async function verifyErasure(
  services: Services,
  { receipt: id, customerId }: { readonly receipt: string; readonly customerId?: string | null | undefined },
): Promise<Verification> {
  const { graph, vault } = services;
  const [receipt] = await graph.read('rights/steps/erasure/rights-receipts', { ids: [id], subject: null });
  if (!receipt) throw new AppError('NOT_FOUND', 'no erasure has this receipt', 'see the answer to the erasure');
  if (customerId && vault.mark('CUSTOMER', customerId) !== receipt.subject)
    throw new AppError('INPUT', 'this receipt is about somebody else', 'check the id');
  const mode = receipt.mode as ErasureMode;
  const back = mode !== 'DESTROY_KEY' && (await isBack(services, receipt.subject));
  const remaining = customerId && mode !== 'DESTROY_KEY' ? await look(services, customerId) : [];
  const proved = receipt.finishedAt !== null && !back && remaining.length === 0 && receipt.marks > 0;
  const { finishedAt, lookedAt } = receipt;
  return { receiptId: id, mode, finishedAt, lookedAt, suppressed: receipt.marks, back, remaining, proved };
}

function look(services: Services, customerId: string): Promise<string[]> {
  const searches = [searchFor(customerId, [services.vault.alias(customerId)]), searchForId(customerId)];
  return remainsOf(services, { searches, called: { words: [customerId], is: () => false }, home: services.home });
}

async function isBack({ graph, vault }: Services, subject: string): Promise<boolean> {
  for (let after = ''; ; ) {
    const page = await graph.read('intake/steps/customer-ids', { after });
    if (page.some(({ id }) => vault.mark('CUSTOMER', id) === subject)) return true;
    if (page.length === 0) return false;
    after = page.at(-1)!.id;
  }
}
