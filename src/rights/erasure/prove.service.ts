import type { RowOf } from '../../graph/queries.gen.js';
import { failureOf } from '../../kernel/error.js';
import { IDENTIFYING, normalIdentities, type Services, type Vault } from '../../security/index.js';
import type { ErasureReport, Sought } from './erasure.js';
import type { Called } from './erasure-files.js';
import { remainsOf, searchesFor, sweep } from './erasure-look.service.js';

type Waiting = RowOf<'rights/steps/erasure/rights-looks'>;

/** Under a key of its own, as a receipt keeps it. */
export function seal(vault: Vault, sought: Sought): { sought: string; soughtKey: string } {
  const { key, wrapped } = vault.newKey();
  return { sought: vault.seal(key, 'sought', JSON.stringify(sought)), soughtKey: wrapped };
}

/** How files may call the person, in any spelling. */
export function calledFrom(vault: Vault, { words, reaching }: Sought): Called {
  const lookups = new Set(reaching);
  const is = (cell: string) =>
    IDENTIFYING.some((kind) => {
      const normals = cell.length > 200 || cell.trim() === '' ? [] : normalIdentities(kind, cell);
      return normals.some((normal) => lookups.has(`${kind}|${vault.mark(kind, normal)}`));
    });
  return { words, is };
}

/**
 * Looks through every property of every node and relationship and through the files for a person who was erased: puts a
 * mark in the place of what is left in nodes of others, and completes the receipt by what remains and how long it took.
 * An erasure that was proved already is left as it is.
 */
export async function proveErasure(services: Services, receiptId: string): Promise<Partial<ErasureReport>> {
  const [waiting] = await services.graph.read('rights/steps/erasure/rights-looks', { ids: [receiptId] });
  return waiting ? prove(services, waiting) : {};
}

/**
 * Proves every erasure that still is to be. Gives how many it proved; one that cannot be is logged and keeps no other
 * waiting.
 */
export async function proveErasures(services: Services): Promise<number> {
  const waiting = await services.graph.read('rights/steps/erasure/rights-looks', { ids: [] });
  let done = 0;
  for (const one of waiting)
    await prove(services, one).then(
      () => done++,
      (error: unknown) =>
        services.log.error('an erasure could not be proved', { receipt: one.id, ...failureOf(error) }),
    );
  return done;
}

async function prove(given: Services, waiting: Waiting): Promise<ErasureReport> {
  const services = { ...given, graph: given.graph.withTimeout(600_000) };
  const { vault, clock, home } = services;
  const began = performance.now();
  const report = JSON.parse(waiting.report) as ErasureReport;
  const sought = JSON.parse(vault.open(vault.unwrap(waiting.soughtKey), 'sought', waiting.sought)) as Sought;
  const searches = searchesFor(sought, report.mode);
  const changed = report.mode === 'DESTROY_KEY' ? {} : await sweep(services, sought.customerId, searches);
  const remaining = await remainsOf(services, { searches, called: calledFrom(vault, sought), home });
  const proved = remaining.length === 0;
  const found = { ...report, changed, remaining, proved, lookedMs: Math.round(performance.now() - began) };
  await services.graph.write('rights/steps/erasure/rights-look-save', {
    id: waiting.id,
    at: clock.now(),
    report: JSON.stringify(found),
  });
  return found;
}
