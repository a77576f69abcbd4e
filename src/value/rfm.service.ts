import { withLease } from '../graph/lease.js';
import { exponentOf } from '../intake/index.js';
import { AppError } from '../kernel/error.js';
import { noteScoreRun } from '../scores/index.js';
import type { Services } from '../security/index.js';
import {
  cutsFor,
  EQUAL_WEIGHTS,
  GRADE_TABLE,
  levelOf,
  type RfmCuts,
  type RfmMethod,
  type RfmWeights,
  segmentOf,
} from './rfm.js';
import { OTHERS, RFM_SEGMENTS } from './rfm-segments.js';
import { monthsBefore } from './window.js';

export interface RfmOrder {
  /** Length of the window in months, 1..1200; 12 when not given. */
  readonly windowMonths?: number | undefined;
  /** End of the window, exclusive; now when not given. */
  readonly asOf?: Date | undefined;
  readonly method?: RfmMethod | undefined;
  readonly weights?: RfmWeights | undefined;
  /** Needed only when the window holds orders in several currencies. */
  readonly currency?: string | undefined;
}

export interface RfmRun {
  readonly scored: number;
  /** Customers whose segment is new to them. */
  readonly moved: number;
  /** Customers who lost an earlier score: withdrawn from profiling, or without orders in the window. */
  readonly cleaned: number;
  readonly since: Date;
  readonly asOf: Date;
  readonly currency: string | null;
  readonly method: RfmMethod;
}

/**
 * Rescores every profiled customer who bought in the window: cuts and grading happen in the database, the rule's tables come from here.
 * Safe to repeat; one run at a time over all servers (BUSY). Throws INPUT when currencies are mixed and none is named.
 */
export async function rescoreRfm(services: Services, order: RfmOrder = {}): Promise<RfmRun> {
  const graph = services.graph.withTimeout(LONGEST_MS);
  const at = services.clock.now();
  const asOf = order.asOf ?? at;
  const window = { since: monthsBefore(asOf, order.windowMonths ?? 12), asOf };
  return withLease(graph, { id: 'rfm', seconds: 60, waitMs: 0 }, async () => {
    const found = chosen(await graph.read('value/steps/rfm-cuts', window), order.currency);
    const run = { ...window, currency: found?.currency ?? null, method: order.method ?? 'type7' } as const;
    await graph.write('value/steps/rfm-segments-save', { rows: SEGMENT_ROWS, at, ...run });
    const graded = found
      ? await graph.write('value/steps/rfm-grade', { ...window, at, ...gradingOf(found, run.method, order.weights) })
      : { scored: 0, moved: 0 };
    const { cleaned } = await graph.write('value/steps/rfm-clean', { at });
    await noteScoreRun(services, 'rfm');
    services.log.info('rfm scored', { ...graded, cleaned });
    return { ...run, ...graded, cleaned };
  });
}

const LONGEST_MS = 600_000;
const SEGMENT_ROWS = [...RFM_SEGMENTS, OTHERS].map(({ id, name, nameZh }, at) => ({
  id,
  name,
  nameZh,
  position: at + 1,
}));

interface Found {
  readonly currency: string;
  readonly orders: number;
  readonly recencyCuts: readonly number[];
  readonly orderCuts: readonly number[];
  readonly spendCuts: readonly number[];
}

/** Totals in different currencies do not compare, and leaving some out must be somebody's decision. */
function chosen(found: readonly Found[], wanted: string | undefined): Found | undefined {
  if (wanted !== undefined) return found.find((row) => row.currency === wanted);
  if (found.length <= 1) return found[0];
  const list = found.map((row) => `${row.currency} (${row.orders} orders)`).join(', ');
  throw new AppError(
    'INPUT',
    `the window holds orders in several currencies: ${list}`,
    'name the one to score by, for example --currency CNY; orders in the others are then left out',
  );
}

function gradingOf(found: Found, method: RfmMethod, weights: RfmWeights = EQUAL_WEIGHTS) {
  const plain: RfmCuts = { recency: found.recencyCuts, frequency: found.orderCuts, monetary: found.spendCuts };
  const cuts = cutsFor(method, plain, 10 ** exponentOf(found.currency));
  return {
    currency: found.currency,
    recencyCuts: cuts.recency,
    orderCuts: cuts.frequency,
    spendCuts: cuts.monetary,
    segments: GRADE_TABLE.map((grades) => segmentOf(grades).id),
    levels: GRADE_TABLE.map((grades) => levelOf(grades, weights)),
  };
}
