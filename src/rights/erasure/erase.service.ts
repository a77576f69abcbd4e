import type { ErasureMode } from '../../consent/index.js';
import { withLease } from '../../graph/lease.js';
import { AppError } from '../../kernel/error.js';
import { recordAudit, type Services } from '../../security/index.js';
import { restrictPerson } from '../restrict.service.js';
import { type ErasureReport, only, SCOPES, SHARED_LABELS, SHOWN_TIES, type Sought, totalsOf } from './erasure.js';
import { eraseFromFiles } from './erasure-files.js';
import { appendErasure } from './erasure-ledger.js';
import { dropProjections } from './erasure-look.service.js';
import { marksOf, type Person, soughtOf } from './erasure-person.js';
import { calledFrom, proveErasure, seal } from './prove.service.js';

export interface Erasure {
  readonly customerId: string;
  readonly mode: ErasureMode;
  /** Of an erasure that is taken up or replayed. */
  readonly receiptId?: string;
}

export interface ErasureReceipt extends ErasureReport {
  readonly receiptId: string;
}

/** An import or an analysis under way would write or hold what is being erased. */
const BESIDE = ['import', 'analyze'] as const;

/** Erases a person as `eraseAtOnce` does, and proves it by looking through everything again. Throws as it does. */
export async function erasePerson(services: Services, erasure: Erasure): Promise<ErasureReceipt> {
  const receipt = await eraseAtOnce(services, erasure);
  return { ...receipt, ...(await proveErasure(services, receipt.receiptId)) };
}

/**
 * Erases a person and leaves the look through everything, which takes the longer the more the graph holds, to
 * `proveErasures`: the receipt is not proved until then. Safe to repeat: one that was interrupted is taken up where it
 * was. Throws NOT_FOUND for an unknown customer, BUSY while an import or analysis runs.
 */
export function eraseAtOnce(services: Services, erasure: Erasure): Promise<ErasureReceipt> {
  const graph = services.graph.withTimeout(600_000);
  const held = BESIDE.reduceRight<() => Promise<ErasureReceipt>>(
    (work, id) => () => withLease(graph, { id, seconds: 60, waitMs: 15_000 }, work),
    () => erase({ ...services, graph }, erasure),
  );
  return held();
}

async function erase(services: Services, { customerId, mode, ...given }: Erasure): Promise<ErasureReceipt> {
  const { graph, vault, clock, random, home } = services;
  const [person] = await graph.read('rights/steps/erasure/rights-erase-person', { customerId });
  if (!person) throw new AppError('NOT_FOUND', 'no customer has this id', 'check the id; who is erased has none');
  const subject = vault.mark('CUSTOMER', customerId);
  const receiptId = given.receiptId ?? (await openReceipt(services, subject)) ?? random.id();
  const marks = marksOf(services, customerId, person, mode);
  appendErasure(home, { receiptId, at: clock.now().toISOString(), mode, subject, marks });
  const receipt = { id: receiptId, subject, mode };
  await graph.write('rights/steps/erasure/rights-receipt-save', {
    ...receipt,
    at: clock.now(),
    finished: false,
    ...NOTHING_YET,
  });
  await graph.write('rights/steps/erasure/rights-suppress', { marks, receiptId, now: clock.now() });
  const sought = soughtOf(services, customerId, person);
  const report = await carryOut(services, { customerId, mode, person, marks, sought });
  await graph.transaction(async (tx) => {
    const kept = {
      ...receipt,
      at: clock.now(),
      finished: true,
      report: JSON.stringify(report),
      ...seal(vault, sought),
    };
    await tx.write('rights/steps/erasure/rights-receipt-save', kept);
    const customers = mode === 'DESTROY_KEY' ? [customerId] : [vault.auditMark(customerId)];
    await recordAudit(services, { action: 'ERASED', subject: receiptId, customers, count: 1, detail: mode }, tx);
  });
  return { receiptId, ...report };
}

/** What a receipt holds of an erasure that was not carried out here, or not yet. */
export const NOTHING_YET = { report: null, sought: null, soughtKey: null };

async function openReceipt({ graph }: Services, subject: string): Promise<string | null> {
  const receipts = await graph.read('rights/steps/erasure/rights-receipts', { ids: [], subject });
  return receipts.find(({ finishedAt }) => finishedAt === null)?.id ?? null;
}

interface Work {
  readonly customerId: string;
  readonly mode: ErasureMode;
  readonly person: Person;
  readonly marks: readonly string[];
  readonly sought: Sought;
}

async function carryOut(services: Services, work: Work): Promise<ErasureReport> {
  const { graph, home } = services;
  const { customerId, mode, person } = work;
  const before = totalsOf(await graph.read('rights/steps/erasure/rights-totals', {}));
  if (mode === 'DESTROY_KEY') await restrictPerson(services, customerId);
  const mark = { customerId, ...SCOPES[mode], shared: SHARED_LABELS, shown: SHOWN_TIES, totalsOf };
  await graph.write('rights/steps/erasure/rights-erase-mark', mark);
  const footprint = await graph.read('rights/steps/erasure/rights-erase-footprint', {});
  const { labels: nodes, relationships } = totalsOf(footprint);
  const kept = await remove(services, work);
  const projections = await dropProjections(services);
  const files = eraseFromFiles(home, calledFrom(services.vault, work.sought));
  const after = totalsOf(await graph.read('rights/steps/erasure/rights-totals', {}));
  const touched = { labels: nodes, relationships };
  return {
    ...{ mode, nodes, relationships, kept, projections, files, changed: {}, remaining: [] },
    properties: person.properties
      .filter((name) => mode !== 'DESTROY_KEY' || /(^sealed|Sealed|Lookup|^nameTokens)$/.test(name))
      .sort(),
    suppressed: work.marks.length,
    before: only(before, touched),
    after: only(after, touched),
    ...{ proved: false, lookedMs: null },
  };
}

/**
 * Deletes in transactions of a size that any heap takes; the customer last, with the degrees of those who knew them.
 */
async function remove({ graph }: Services, { customerId, mode, person }: Work): Promise<number> {
  while ((await graph.write('rights/steps/erasure/rights-erase-some', {})).removed > 0);
  if (mode === 'DESTROY_KEY') {
    await graph.write('rights/steps/erasure/rights-destroy-key', { customerId });
    return 0;
  }
  return graph.transaction(async (tx) => {
    const anonymise = mode === 'ANONYMISE';
    const { kept } = await tx.write('rights/steps/erasure/rights-erase-customer', { customerId, anonymise });
    const { neighbours } = person;
    if (neighbours.length > 0)
      await tx.write('network/steps/ties/analysis-touched', {
        customerIds: neighbours,
        ties: neighbours.length,
        consents: 1,
      });
    return kept;
  });
}
