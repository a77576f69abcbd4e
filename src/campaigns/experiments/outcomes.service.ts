import type { RowOf } from '../../graph/queries.gen.js';
import type { Services } from '../../security/index.js';
import type { ArmSums } from './compare.js';
import { currencyOf } from './currency.service.js';
import { type ArmParts, PARTS } from './exposure.js';
import type { ExperimentRow } from './input.js';
import { QUANTITIES } from './metrics.js';
import { addSums, addUnit, addValues, noSums, sumsOfPeople } from './sums.js';

type Row = RowOf<'campaigns/steps/experiments/outcomes'>;

/** People whose outcomes are summed up at once by the graph: bounds what a page of single persons returns. */
const PAGE = 20_000;

/**
 * What came of everybody so far, as sums by variant: people are summed up in the graph, and of communities one is held
 * at a time. However many there are, the memory is the same.
 */
export async function outcomeSums(
  services: Services,
  experiment: ExperimentRow,
  until: Date,
  limit = PAGE,
): Promise<Map<string, ArmParts>> {
  const { id, unit, exposure, variants } = experiment;
  const currency = await currencyOf(services, experiment);
  const folded = folding(variants.map((variant) => variant.id));
  const byCommunity = unit === 'COMMUNITY';
  for (let [afterCluster, after] = ['', '']; ; ) {
    const asked = { id, until, byCommunity, currency, exposure, afterCluster, after, limit };
    const rows = await services.graph.read('campaigns/steps/experiments/outcomes', asked);
    for (const row of rows) folded.add(row);
    if (rows.reduce((sum, { people }) => sum + people, 0) < limit) return folded.end();
    afterCluster = rows.at(-1)!.cluster;
    after = rows
      .filter(({ cluster }) => cluster === afterCluster)
      .reduce((last, row) => (row.last > last ? row.last : last), '');
  }
}

/** Adds up rows that come in the order of communities. */
export function folding(variants: readonly string[]) {
  const arms = new Map(variants.map((id) => [id, partsOf()]));
  let [current, open] = ['', new Map<ArmSums, Float64Array>()];
  const close = () => {
    if (current !== '') for (const [part, values] of open) addUnit(part.communities, values);
    open = new Map();
  };
  const add = (row: Row) => {
    const arm = arms.get(row.variantId);
    if (!arm) return;
    if (row.cluster !== current) close();
    current = row.cluster;
    const sums = sumsOfPeople(row, row);
    const parts = [arm.all, ...(row.exposed ? [arm.exposed] : []), row.touched ? arm.touched : arm.alone];
    for (const part of parts) {
      addSums(part.persons, sums);
      const values = open.get(part) ?? new Float64Array(QUANTITIES.length);
      addValues(values, sums.sum);
      open.set(part, values);
    }
  };
  const end = () => {
    close();
    return arms as Map<string, ArmParts>;
  };
  return { add, end };
}

function partsOf(): ArmParts {
  const none = (): ArmSums => ({ persons: noSums(), communities: noSums() });
  return Object.fromEntries(PARTS.map((part) => [part, none()])) as unknown as ArmParts;
}
