import { readConfig } from '../../config.js';
import { withLease } from '../../graph/lease.js';
import type { RowOf } from '../../graph/queries.gen.js';
import { AppError } from '../../kernel/error.js';
import type { Services } from '../../kernel/services.js';
import { normalIdentity } from '../../network/import/identity.js';
import { recordAudit } from '../audit/record.js';
import { SEALED_FIELDS } from '../policy.js';
import { type ErasureReport, only, SCOPES, SHARED_LABELS, SHOWN_TIES, totalsOf } from './erasure.js';
import { eraseFromFiles } from './erasure-files.js';
import { appendErasure } from './erasure-ledger.js';
import { dropProjections } from './erasure-look.service.js';
import { calledFrom, proveErasure, type Sought, seal } from './prove.service.js';
import type { ErasureMode } from './request.js';
import { restrictPerson } from './restrict.service.js';
import { IDENTIFYING, identityMark, markOf } from './suppression.js';

export interface Erasure {
  readonly customerId: string;
  readonly mode: ErasureMode;
  /** Of an erasure that is taken up or replayed. */
  readonly receiptId?: string;
  readonly home?: string;
}

export interface ErasureReceipt extends ErasureReport {
  readonly receiptId: string;
}

export type Person = RowOf<'privacy/rights-erase-person'>;

/** An import or an analysis under way would write or hold what is being erased. */
const BESIDE = ['import', 'analyze'] as const;

/** Erases a person as `eraseAtOnce` does, and proves it by looking through everything again. Throws as it does. */
export async function erasePerson(services: Services, erasure: Erasure): Promise<ErasureReceipt> {
  const receipt = await eraseAtOnce(services, erasure);
  return { ...receipt, ...(await proveErasure(services, receipt.receiptId, erasure.home)) };
}

/**
 * Erases a person and leaves the look through everything, which takes the longer the more the graph holds, to `proveErasures`: the receipt
 * is not proved until then. Safe to repeat: one that was interrupted is taken up where it was. Throws NOT_FOUND for an unknown customer,
 * BUSY while an import or analysis runs.
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
  const { graph, vault, clock, random } = services;
  const home = given.home ?? readConfig().GUANXI_HOME;
  const [person] = await graph.read('privacy/rights-erase-person', { customerId });
  if (!person) throw new AppError('NOT_FOUND', 'no customer has this id', 'check the id; who is erased has none');
  const subject = vault.mark('CUSTOMER', customerId);
  const receiptId = given.receiptId ?? (await openReceipt(services, subject)) ?? random.id();
  const marks = marksOf(services, customerId, person, mode);
  appendErasure(home, { receiptId, at: clock.now().toISOString(), mode, subject, marks });
  const receipt = { id: receiptId, subject, mode };
  await graph.write('privacy/rights-receipt-save', { ...receipt, at: clock.now(), finished: false, ...NOTHING_YET });
  await graph.write('privacy/rights-suppress', { marks, receiptId, now: clock.now() });
  const sought = soughtOf(services, customerId, person);
  const report = await carryOut(services, { customerId, mode, person, marks, home, sought });
  await graph.transaction(async (tx) => {
    const kept = {
      ...receipt,
      at: clock.now(),
      finished: true,
      report: JSON.stringify(report),
      ...seal(vault, sought),
    };
    await tx.write('privacy/rights-receipt-save', kept);
    const customers = mode === 'DESTROY_KEY' ? [customerId] : [vault.auditMark(customerId)];
    await recordAudit(services, { action: 'ERASED', subject: receiptId, customers, count: 1, detail: mode }, tx);
  });
  return { receiptId, ...report };
}

const NOTHING_YET = { report: null, sought: null, soughtKey: null };

async function openReceipt({ graph }: Services, subject: string): Promise<string | null> {
  const receipts = await graph.read('privacy/rights-receipts', { ids: [], subject });
  return receipts.find(({ finishedAt }) => finishedAt === null)?.id ?? null;
}

interface Work {
  readonly customerId: string;
  readonly mode: ErasureMode;
  readonly person: Person;
  readonly marks: readonly string[];
  readonly home: string;
  readonly sought: Sought;
}

async function carryOut(services: Services, work: Work): Promise<ErasureReport> {
  const { graph } = services;
  const { customerId, mode, person, home } = work;
  const before = totalsOf(await graph.read('privacy/rights-totals', {}));
  if (mode === 'DESTROY_KEY') await restrictPerson(services, customerId);
  const mark = { customerId, ...SCOPES[mode], shared: SHARED_LABELS, shown: SHOWN_TIES, totalsOf };
  await graph.write('privacy/rights-erase-mark', mark);
  const footprint = await graph.read('privacy/rights-erase-footprint', {});
  const { labels: nodes, relationships } = totalsOf(footprint);
  const kept = await remove(services, work);
  const projections = await dropProjections(services);
  const files = eraseFromFiles(home, calledFrom(services.vault, work.sought));
  const after = totalsOf(await graph.read('privacy/rights-totals', {}));
  const touched = { labels: nodes, relationships };
  return {
    ...{ mode, nodes, relationships, kept, projections, files, changed: {}, remaining: [] },
    properties: person.properties
      .filter((name) => mode !== 'DESTROY_KEY' || name.endsWith('Sealed') || name === 'nameTokens')
      .sort(),
    suppressed: work.marks.length,
    before: only(before, touched),
    after: only(after, touched),
    ...{ proved: false, lookedMs: null },
  };
}

/** Deletes in transactions of a size that any heap takes; the customer last, with the degrees of those who knew them. */
async function remove({ graph }: Services, { customerId, mode, person }: Work): Promise<number> {
  while ((await graph.write('privacy/rights-erase-some', {})).removed > 0);
  if (mode === 'DESTROY_KEY') {
    await graph.write('privacy/rights-destroy-key', { customerId });
    return 0;
  }
  return graph.transaction(async (tx) => {
    const anonymise = mode === 'ANONYMISE';
    const { kept } = await tx.write('privacy/rights-erase-customer', { customerId, anonymise });
    const { neighbours } = person;
    if (neighbours.length > 0)
      await tx.write('network/analysis-touched', { customerIds: neighbours, ties: neighbours.length, consents: 1 });
    return kept;
  });
}

/** By what later files could bring the person back. Kept orders are nobody's: their old ids are kept out too. */
function marksOf({ vault }: Services, customerId: string, person: Person, mode: ErasureMode): string[] {
  const id = [markOf(vault, 'CUSTOMER', customerId)];
  const telling = person.identities.filter(({ kind }) => (IDENTIFYING as readonly string[]).includes(kind));
  const identities = telling.flatMap((identity) => firstHashOf(vault, person, identity) ?? []);
  const sealed = Object.entries(openedOf(vault, person)).flatMap(([field, value]) => {
    const kind = field.toUpperCase();
    const normal = (IDENTIFYING as readonly string[]).includes(kind) ? normalIdentity(kind, value) : null;
    return normal === null ? [] : [{ kind, lookup: vault.mark(kind, normal) }];
  });
  const known = [...identities, ...sealed].map(({ kind, lookup }) => identityMark(vault, kind, lookup));
  const theirs =
    mode === 'DESTROY_KEY'
      ? []
      : [
          ...person.orders.map((order) => markOf(vault, 'ORDER', order)),
          ...person.posts.map((post) => markOf(vault, 'POST', post)),
          ...person.touches.map((touch) => markOf(vault, 'TOUCH', touch)),
        ];
  return [...new Set([...id, ...known, ...theirs])];
}

type Identity = Person['identities'][number];

/** An identity by the first key of look-ups, under which marks are made: from its value, or as it stands in older data. */
function firstHashOf(
  vault: Services['vault'],
  { keyWrapped }: Person,
  { kind, lookup, lookupKey, valueSealed }: Identity,
) {
  if (valueSealed && keyWrapped !== null)
    return { kind, lookup: vault.mark(kind, vault.open(vault.unwrap(keyWrapped), 'value', valueSealed)) };
  return (lookupKey ?? vault.firstLookupId) === vault.firstLookupId ? { kind, lookup } : null;
}

function openedOf(vault: Services['vault'], { keyWrapped, sealed }: Person): Record<string, string> {
  if (keyWrapped === null) return {};
  const key = vault.unwrap(keyWrapped);
  const fields = SEALED_FIELDS.filter((field) => typeof sealed[`${field}Sealed`] === 'string');
  return Object.fromEntries(fields.map((field) => [field, vault.open(key, field, sealed[`${field}Sealed`] as string)]));
}

/** What to look for once they are gone: id, alias, look-up hashes, and what files may say of them. A name alone is many people's. */
function soughtOf({ vault }: Services, customerId: string, person: Person): Sought {
  const telling = Object.entries(openedOf(vault, person)).filter(([field]) => !UNTELLING.includes(field));
  const own = person.identities.flatMap((identity) => firstHashOf(vault, person, identity) ?? []);
  const reaching = new Set(own.map(({ kind, lookup }) => `${kind}|${lookup}`));
  for (const [field, value] of telling) {
    const kind = field.toUpperCase();
    const normal = normalIdentity(kind, value);
    if (normal !== null) reaching.add(`${kind}|${vault.mark(kind, normal)}`);
  }
  return {
    customerId,
    alias: person.alias,
    lookups: person.identities.map(({ lookup }) => lookup),
    words: [customerId, ...telling.map(([, value]) => value)],
    reaching: [...reaching],
  };
}

const UNTELLING = ['name', 'birthday', 'address'];
