import type { RowOf } from '../../graph/queries.gen.js';
import type { Measures } from '../scores/influence-index.js';
import type { CountedPaths } from '../scores/sampling.service.js';

/** What was measured of all customers, in one order: part by part, and within a part as it came. */
export interface Columns extends Measures {
  /** Customers that are written together: their numbers in the graph in memory, and the place of the first. */
  readonly parts: readonly { readonly from: number; readonly nodes: number[] }[];
  /** Counted paths of the two halves of a sample; none when all were counted. */
  readonly halves: readonly [Float64Array, Float64Array] | null;
  /** Those whose posts or referrals were answered: number in the graph in memory, and place. */
  readonly answered: readonly { readonly node: number; readonly at: number }[];
  /** Customers with a closeness. */
  readonly close: number;
}

type Row = RowOf<'analysis/steps/influence/score-columns'>;

/** Puts the parts together, with paths that were counted outside the database where there are such. */
export function columnsOf(rows: readonly Row[], counted: CountedPaths | null): Columns {
  const size = rows.reduce((sum, { nodes }) => sum + nodes.length, 0);
  const empty = () => new Float64Array(size);
  const [pageRank, one, other, reactions, conversions] = [empty(), empty(), empty(), empty(), empty()];
  const parts: { from: number; nodes: number[] }[] = [];
  const answered: { node: number; at: number }[] = [];
  let from = 0;
  for (const row of rows) {
    pageRank.set(row.pageRank, from);
    one.set(counted === null ? row.paths : drawn(row.ids, counted.at, counted.pathsA), from);
    if (counted !== null) other.set(drawn(row.ids, counted.at, counted.pathsB), from);
    const places = new Map(row.answered.length > 0 ? row.nodes.map((node, at) => [node, from + at]) : []);
    for (const { node, ...told } of row.answered) {
      const at = places.get(node)!;
      reactions[at] = told.reactions;
      conversions[at] = told.conversions;
      answered.push({ node, at });
    }
    parts.push({ from, nodes: [...row.nodes] });
    from += row.nodes.length;
  }
  const halves = counted !== null ? ([one, other] as const) : null;
  const paths = one.map((value, at) => value + other[at]!);
  const close = rows.reduce((sum, row) => sum + row.close, 0);
  return { pageRank, paths, reactions, conversions, parts, halves, answered, close };
}

/** Whoever came after the paths were counted has none. */
function drawn(ids: readonly string[], at: ReadonlyMap<string, number>, paths: Float64Array): number[] {
  return ids.map((id) => paths[at.get(id) ?? -1] ?? 0);
}
