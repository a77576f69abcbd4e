import { withLease } from '../../graph/lease.js';
import { AppError } from '../../kernel/error.js';
import { noteScoreRun } from '../../scores/index.js';
import type { Services } from '../../security/index.js';
import { monthsBefore } from '../window.js';
import { EQUAL_WEIGHTS, type RfmMethod, type RfmWeights } from './rfm.js';
import { frameOf, type Grading, keepRun, throughCustomers, weightsList } from './run.js';
import { type SegmentSet, segmentsOf } from './segment-sets.js';

export interface RfmOrder {
  /** Length of the window in months, 1..1200; 12 when not given. */
  readonly windowMonths?: number | undefined;
  /** End of the window, exclusive; now when not given, and then later orders count at once. */
  readonly asOf?: Date | undefined;
  readonly method?: RfmMethod | undefined;
  /** The grid of eleven segments, or the ten of the R package. */
  readonly segments?: SegmentSet | undefined;
  readonly weights?: RfmWeights | undefined;
  /** Needed only when the window holds orders in several currencies. Grades in another currency stay as they are. */
  readonly currency?: string | undefined;
}

export interface RfmRun {
  readonly scored: number;
  /** Customers whose segment is new to them. */
  readonly moved: number;
  /** Customers who lost an earlier grade: withdrawn from profiling, or without a purchase in the window. */
  readonly cleaned: number;
  readonly since: Date;
  readonly asOf: Date;
  readonly currency: string | null;
  readonly method: RfmMethod;
  readonly segments: SegmentSet;
}

interface Window {
  readonly since: Date;
  readonly asOf: Date;
}

/**
 * Cuts the quintiles anew and grades every profiled customer by them; orders that come later are graded by the same
 * cuts at once, in the transaction that writes them. Safe to repeat; one run at a time over all servers (BUSY). Throws
 * INPUT when currencies are mixed and none is named.
 */
export async function rescoreRfm(given: Services, order: RfmOrder = {}): Promise<RfmRun> {
  const services = { ...given, graph: given.graph.withTimeout(LONGEST_MS) };
  const { graph, clock, log } = services;
  const at = clock.now();
  const asOf = order.asOf ?? at;
  const window = { since: monthsBefore(asOf, order.windowMonths ?? 12), asOf };
  return withLease(graph, { id: 'rfm', seconds: 60, waitMs: 0 }, async () => {
    const bought = chosen(
      await graph.read('value/steps/rfm/currencies', { ...window, currency: order.currency ?? null }),
    );
    const grading = {
      ...{ method: order.method ?? 'type7', segments: order.segments ?? 'grid' },
      weights: order.weights ?? EQUAL_WEIGHTS,
    } as const;
    const currency = bought ?? null;
    const run = { ...window, currency, method: grading.method };
    const rows = segmentsOf(grading.segments).map((segment, place) => ({ ...segment, position: place + 1 }));
    await graph.write('value/steps/rfm/segments-save', { rows, at, ...run });
    const currencies = bought ? [bought] : await withoutOrders(services, order.currency);
    const done = { scored: 0, moved: 0, cleaned: 0 };
    for (const one of currencies) {
      const counts = await gradeIn(services, one, { order, window, at, grading });
      for (const name of ['scored', 'moved', 'cleaned'] as const) done[name] += counts[name];
    }
    done.cleaned += (await graph.write('value/steps/rfm/clean', {})).cleaned;
    await graph.write('value/steps/rfm/segments-archive', { ids: rows.map(({ id }) => id), at });
    await noteScoreRun(services, 'rfm');
    log.info('rfm scored', done);
    return { ...run, segments: grading.segments, ...done };
  });
}

const LONGEST_MS = 600_000;
const ANYWHERE = { store: null, category: null };

interface Asked {
  readonly order: RfmOrder;
  readonly window: Window;
  readonly at: Date;
  readonly grading: Grading;
}

/**
 * One currency: everybody is counted in the new window, the cuts are told from that, and everybody is graded by them.
 * Window and cuts stand on the model before each step, so that an order meanwhile is counted and graded by the same.
 */
async function gradeIn(services: Services, currency: string, { order, window, at, grading }: Asked) {
  const { graph } = services;
  const id = `main:${currency}`;
  const { method, segments: segmentSet, weights } = grading;
  await graph.write('value/steps/rfm/model-save', {
    ...{ id, main: true, name: null, nameZh: null, windowMonths: order.windowMonths ?? 12, ...ANYWHERE },
    ...{ method, segmentSet, weights: weightsList(weights), currency },
  });
  const frame = { id, ...window, until: order.asOf ?? null, at };
  const done = { scored: 0, moved: 0, cleaned: 0 };
  const everybody = (step: { readonly count: boolean; readonly grade: boolean }) =>
    throughCustomers(graph, currency, async (customerIds) => {
      const asked = { given: { customerIds }, now: at, moment: window.asOf, ...step };
      const counts = await graph.write('value/steps/rfm/grade', asked);
      for (const name of ['scored', 'moved', 'cleaned'] as const) done[name] += counts[name];
    });
  await graph.write('value/steps/rfm/model-frame', { ...frame, ...NO_CUTS });
  await everybody({ count: true, grade: false });
  const [found] = await graph.read('value/steps/rfm/cuts', { ...window, ...ANYWHERE, currency, counted: true });
  await graph.write('value/steps/rfm/model-frame', { ...frame, ...frameOf(found, currency, grading) });
  await everybody({ count: false, grade: true });
  await keepRun(services, { model: id, at, moment: window.asOf, asOf: window.asOf, grading, found });
  return done;
}

const NO_CUTS = { recencyCuts: null, orderCuts: null, spendCuts: null, segments: null, levels: null };

/** Where nobody bought in the window, whoever was graded in the currency, or in any, loses the grade. */
async function withoutOrders({ graph }: Services, wanted: string | undefined): Promise<string[]> {
  const models = await graph.read('value/steps/rfm/models', {});
  const currencies = models.filter(({ main }) => main).map(({ currency }) => currency);
  return currencies.filter((currency) => wanted === undefined || currency === wanted);
}

/** Totals in different currencies do not compare, and leaving some out must be somebody's decision. */
function chosen(bought: readonly { readonly currency: string; readonly orders: number }[]): string | undefined {
  if (bought.length <= 1) return bought[0]?.currency;
  const list = bought.map((row) => `${row.currency} (${row.orders} orders)`).join(', ');
  throw new AppError(
    'INPUT',
    `the window holds orders in several currencies: ${list}`,
    'name the one to score by, for example --currency CNY; grades in the others stay as they are',
  );
}
