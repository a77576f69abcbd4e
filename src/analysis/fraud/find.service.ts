import { withProjection } from '../../graph/projection.js';
import type { Services } from '../../security/index.js';
import type { FraudOptions } from './options.js';
import type { Signal, SignalName } from './signals.js';

const PROJECTION = 'guanxi-fraud';
/** A check reads every account that has a signal. */
const ALL = 1_000_000_000;

interface SignalRow {
  readonly customerId: string;
  readonly strength: number;
  readonly family: boolean;
  readonly why: string;
}

/** The signals of every account that has any, each by its Cypher file. `onProgress` hears how many accounts have each. */
export async function findSignals(
  { graph, clock }: Pick<Services, 'graph' | 'clock'>,
  { household, minStar, burstHours }: FraudOptions,
  onProgress: (line: string) => void,
): Promise<ReadonlyMap<string, Signal[]>> {
  const first = ALL;
  const searches: Record<SignalName, () => Promise<readonly SignalRow[]>> = {
    SHARED_IDENTITY: () => graph.read('fraud/shared', { household, first }),
    CYCLE: () => cycles(graph),
    RECIPROCAL: () => graph.read('fraud/reciprocal', { first }),
    STAR: () => graph.read('fraud/stars', { asOf: clock.now(), minStar, first }),
    BURST: () => graph.read('fraud/bursts', { hours: burstHours, first }),
    REFUNDED: () => graph.read('fraud/refunds', { first }),
    ONE_SIDED_TIES: () => graph.read('fraud/one-sided', { first }),
    SILENT_TIES: () => graph.read('fraud/silent', { first }),
  };
  const found = new Map<string, Signal[]>();
  for (const [name, search] of Object.entries(searches) as [SignalName, () => Promise<readonly SignalRow[]>][]) {
    const rows = await search();
    onProgress(`${name.toLowerCase().replaceAll('_', ' ')}: ${rows.length} accounts`);
    for (const { customerId, ...signal } of rows)
      found.set(customerId, [...(found.get(customerId) ?? []), { name, ...signal }]);
  }
  return found;
}

function cycles(graph: Services['graph']): Promise<readonly SignalRow[]> {
  return withProjection(graph, PROJECTION, async (name) => {
    const [made] = await graph.read('fraud/steps/project', { graph: name });
    return made?.nodes ? graph.read('fraud/steps/cycles', { graph: name }) : [];
  });
}
