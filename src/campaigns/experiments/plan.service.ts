import type { RowOf } from '../../graph/queries.gen.js';
import { DAY_MS } from '../../kernel/clock.js';
import type { Services } from '../../security/index.js';
import { segmentPages } from '../segment.service.js';
import { currencyOf } from './currency.service.js';
import { type DesignExposure, expectedExposure } from './exposure.js';
import type { ExperimentRow } from './input.js';
import type { MetricName } from './metrics.js';
import { type Baseline, baselineOf, type ClusterSums, peopleAnArm } from './plan.js';

type Row = RowOf<'campaigns/steps/experiments/baseline'>;
type TieRow = RowOf<'campaigns/steps/experiments/tie-counts'>;

export interface Design extends DesignExposure {
  readonly unit: 'PERSON' | 'COMMUNITY';
  /** Who draws: people or communities. */
  readonly units: number;
  readonly designEffect: number;
  /** People an arm to see the change; null where the time before has none of it. */
  readonly peopleAnArm: number | null;
  /** Whether the segment has as many for each variant. */
  readonly enough: boolean;
}

export interface ExperimentPlan extends Pick<Baseline, 'people' | 'communities' | 'mean' | 'icc'> {
  readonly designs: readonly Design[];
}

/** Both designs of an experiment side by side, from what its people did in as long a time before. Writes nothing. */
export async function experimentPlan(services: Services, experiment: ExperimentRow): Promise<ExperimentPlan> {
  const { metric, segment, exposure, variants } = experiment;
  const { rows, ties } = await before(services, experiment, segment);
  const base = baselineOf([...rows.values()].map((row) => sumsOf(metric, row)));
  const whole = variants.reduce((sum, { share }) => sum + share, 0);
  const alike = variants.reduce((sum, { share }) => sum + (share / whole) ** 2, 0);
  const alone = peopleAnArm(base, experiment);
  const designs = (['PERSON', 'COMMUNITY'] as const).map((unit) => {
    const byCommunity = unit === 'COMMUNITY';
    const effect = byCommunity ? base.designEffect : 1;
    const people = alone === null ? null : Math.ceil(alone * effect);
    return {
      ...{ unit, units: byCommunity ? base.communities : base.people, designEffect: effect, peopleAnArm: people },
      enough: people !== null && variants.every(({ share }) => (share / whole) * base.people >= people),
      ...expectedExposure(ties, { alike, q: exposure, byCommunity }),
    };
  });
  return { people: base.people, communities: base.communities, mean: base.mean, icc: base.icc, designs };
}

/** People an arm that the design of the experiment takes. */
export async function plannedPeople(services: Services, experiment: ExperimentRow): Promise<number | null> {
  const { designs } = await experimentPlan(services, experiment);
  return designs.find(({ unit }) => unit === experiment.unit)!.peopleAnArm;
}

/** Sums by community over all pages of the segment: a community is spread over many. */
async function before(services: Services, experiment: ExperimentRow, segment: string) {
  const { graph, clock } = services;
  const currency = await currencyOf(services, experiment);
  const until = clock.now();
  const since = new Date(until.getTime() - experiment.windowDays * DAY_MS);
  const rows = new Map<string, Row>();
  const ties: TieRow[] = [];
  for await (const customerIds of segmentPages(services, segment)) {
    for (const row of await graph.read('campaigns/steps/experiments/baseline', { customerIds, since, until, currency }))
      rows.set(row.cluster, added(rows.get(row.cluster), row));
    ties.push(...(await graph.read('campaigns/steps/experiments/tie-counts', { customerIds })));
  }
  return { rows, ties };
}

function added(known: Row | undefined, row: Row): Row {
  if (!known) return row;
  const sum = (key: Exclude<keyof Row, 'cluster'>) => known[key] + row[key];
  return {
    ...{ cluster: row.cluster, people: sum('people'), buyers: sum('buyers'), orders: sum('orders') },
    ...{ ordersSquare: sum('ordersSquare'), spendMinor: sum('spendMinor'), spendSquare: sum('spendSquare') },
    ...{ refunders: sum('refunders'), withdrew: sum('withdrew') },
  };
}

/** A ratio is planned by its upper sum: of the order value, the spend. */
function sumsOf(metric: MetricName, row: Row): ClusterSums {
  const share = (count: number) => ({ people: row.people, sum: count, squares: count });
  if (metric === 'CONVERSION') return share(row.buyers);
  if (metric === 'UNSUBSCRIBED') return share(row.withdrew);
  if (metric === 'REFUNDED') return share(row.refunders);
  if (metric === 'ORDERS') return { people: row.people, sum: row.orders, squares: row.ordersSquare };
  return { people: row.people, sum: row.spendMinor, squares: row.spendSquare };
}
