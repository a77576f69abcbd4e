import { withProjection } from '../../graph/projection.js';
import type { RowOf } from '../../graph/queries.gen.js';
import type { Sentence } from '../../graph/sentence.js';
import type { Services } from '../../security/index.js';
import type { FraudOptions } from './options.js';
import { FRAUD_SENTENCES as SAID } from './sentences.js';
import type { Signal, SignalName } from './signals.js';

const PROJECTION = 'guanxi-fraud';
/** A check reads every account that has a signal. */
const ALL = 1_000_000_000;
/** Accounts made within so many hours of each other were made together. */
const TOGETHER_HOURS = 24;

type Found = Omit<Signal, 'name'> & { readonly customerId: string };

/**
 * The signals of every account that has any, each by its Cypher file. `onProgress` hears how many accounts have each.
 */
export async function findSignals(
  services: Pick<Services, 'graph' | 'clock'>,
  options: FraudOptions,
  onProgress: (line: string) => void,
): Promise<ReadonlyMap<string, Signal[]>> {
  const found = new Map<string, Signal[]>();
  for (const [name, search] of Object.entries(searchesOf(services, options)) as [SignalName, Search][]) {
    const rows = await search();
    onProgress(`${name.toLowerCase().replaceAll('_', ' ')}: ${rows.length} accounts`);
    for (const { customerId, ...signal } of rows)
      found.set(customerId, [...(found.get(customerId) ?? []), { name, ...signal }]);
  }
  return found;
}

type Search = () => Promise<readonly Found[]>;

function searchesOf(
  { graph, clock }: Pick<Services, 'graph' | 'clock'>,
  { household, minStar, burstHours }: FraudOptions,
): Record<SignalName, Search> {
  const first = ALL;
  const shared = { household, first };
  const star = { asOf: clock.now(), minStar, first };
  const burst = { hours: burstHours, first };
  const oneSided = { hours: TOGETHER_HOURS, first };
  return {
    SHARED_IDENTITY: async () => toldBy(await graph.read('fraud/shared', shared), SAID['fraud/shared']),
    CYCLE: async () => toldBy(await cycles(graph), SAID['fraud/steps/cycles']),
    RECIPROCAL: async () => toldBy(await graph.read('fraud/reciprocal', { first }), SAID['fraud/reciprocal']),
    STAR: async () => toldBy(await graph.read('fraud/stars', star), SAID['fraud/stars']),
    BURST: async () => toldBy(await graph.read('fraud/bursts', burst), (row) => SAID['fraud/bursts'](row, burst)),
    REFUNDED: async () => toldBy(await graph.read('fraud/refunds', { first }), SAID['fraud/refunds']),
    ONE_SIDED_TIES: async () =>
      toldBy(await graph.read('fraud/one-sided', oneSided), (row) => SAID['fraud/one-sided'](row, oneSided)),
    SILENT_TIES: async () => toldBy(await graph.read('fraud/silent', { first }), SAID['fraud/silent']),
  };
}

/** The rows as signals, each with its sentences. */
function toldBy<R extends Pick<Found, 'customerId' | 'strength' | 'family'>>(
  rows: readonly R[],
  sentence: (row: R) => Sentence,
): Found[] {
  return rows.map((row) => {
    const { customerId, strength, family } = row;
    return { customerId, strength, family, ...sentence(row) };
  });
}

function cycles(graph: Services['graph']): Promise<readonly RowOf<'fraud/steps/cycles'>[]> {
  return withProjection(graph, PROJECTION, async (name) => {
    const [made] = await graph.read('fraud/steps/project', { graph: name });
    return made?.nodes ? graph.read('fraud/steps/cycles', { graph: name }) : [];
  });
}
