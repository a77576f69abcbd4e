import type { Graph } from '../../graph/graph.js';
import { exponentOf } from '../../intake/index.js';
import { shortId } from '../../kernel/random.js';
import { sideBySide } from '../../kernel/side-by-side.js';
import type { Services } from '../../security/index.js';
import { cutsFor, GRADE_TABLE, levelOf, type RfmCuts, type RfmMethod, type RfmWeights } from './rfm.js';
import { type SegmentSet, segmentOf, segmentsOf } from './segment-sets.js';

/** How a model grades. */
export interface Grading {
  readonly method: RfmMethod;
  readonly segments: SegmentSet;
  readonly weights: RfmWeights;
}

/** Cuts of one currency as the database tells them. */
export interface Found {
  readonly currency: string;
  readonly customers: number;
  readonly orders: number;
  readonly recencyCuts: readonly number[];
  readonly orderCuts: readonly number[];
  readonly spendCuts: readonly number[];
}

/** Whom a page holds: small enough that an import waits for it no longer than it would notice. */
const PAGE = 2_000;

/**
 * What stands on a model for its grading: cuts, and tables of segments and levels by triple of grades. Without cuts
 * nobody bought.
 */
export function frameOf(found: Found | undefined, currency: string, { method, segments, weights }: Grading) {
  const { recencyCuts = [], orderCuts = [], spendCuts = [] } = found ?? {};
  const plain: RfmCuts = { recency: recencyCuts, frequency: orderCuts, monetary: spendCuts };
  const cuts = cutsFor(method, plain, 10 ** exponentOf(currency));
  return {
    ...{ recencyCuts: cuts.recency, orderCuts: cuts.frequency, spendCuts: cuts.monetary },
    segments: GRADE_TABLE.map((grades) => segmentOf(grades, segments)),
    levels: GRADE_TABLE.map((grades) => levelOf(grades, weights)),
  };
}

/** Weights as a model keeps them. */
export function weightsList({ recency, frequency, monetary }: RfmWeights): number[] {
  return [recency, frequency, monetary];
}

/** Pages under way at once: one waits for the disk or for a lock while another works. */
const AT_ONCE = 3;

/** Hands every profiled customer with orders or grades to `grade`, page by page, some pages at once. */
export async function throughCustomers(
  graph: Graph,
  currency: string | null,
  grade: (customerIds: string[]) => Promise<unknown>,
): Promise<void> {
  await sideBySide(pagesOf(graph, currency), AT_ONCE, grade);
}

async function* pagesOf(graph: Graph, currency: string | null): AsyncGenerator<string[]> {
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page: { customerId: string }[] = await graph.read('value/steps/rfm/page', { after, limit: PAGE, currency });
    const customerIds = page.map(({ customerId }) => customerId);
    after = page.length < PAGE ? undefined : customerIds.at(-1);
    if (customerIds.length > 0) yield customerIds;
  }
}

interface Kept {
  readonly model: string;
  readonly at: Date;
  readonly moment: Date;
  readonly asOf: Date;
  readonly grading: Grading;
  readonly found: Found | undefined;
}

/** Keeps what a run left: how many customers in each segment, and by which settings and cuts. Returns the customers. */
export async function keepRun({ graph, random }: Services, { grading, found, ...run }: Kept): Promise<number> {
  const ids = segmentsOf(grading.segments).map(({ id }) => id);
  const card = JSON.stringify({ ...grading, ...found });
  const { customers } = await graph.write('value/steps/rfm/run-save', {
    ...{ id: `rfm-${shortId(random)}`, ...run, segments: ids, card },
  });
  return customers;
}
