import { EDGES, propertiesOfRun } from './registry.js';
import { MARKED_RUNS, type RunId } from './runs.js';

/** What takes everything that a run left away from a customer: the properties as nulls, and the edges. */
export interface Removal {
  readonly run: RunId;
  readonly gone: Readonly<Record<string, null>>;
  readonly edges: { readonly type: string; readonly kind: string | null }[];
}

/** For each run that leaves properties, what removes them. */
export const REMOVALS: readonly Removal[] = MARKED_RUNS.map((run) => ({
  run,
  gone: Object.fromEntries(propertiesOfRun(run).map((property) => [property, null])),
  edges: EDGES.filter((edge) => edge.run === run).map(({ edge, toKind }) => ({ type: edge, kind: toKind ?? null })),
}));
