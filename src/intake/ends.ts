import type { ParamsOf } from '../graph/queries.gen.js';
import type { Row } from './field.js';
import type { Io, RowReject } from './outcome.js';

export type EndGroup = keyof ParamsOf<'intake/steps/people/missing'> & string;
/** Which column names a node of which label. */
export type Ends = Readonly<Record<string, EndGroup>>;

const SINGULAR: Readonly<Record<EndGroup, string>> = {
  customers: 'customer',
  companies: 'company',
  interests: 'interest',
  categories: 'category',
  products: 'product',
  stores: 'store',
  campaigns: 'campaign',
  orders: 'order',
  posts: 'post',
  touches: 'touch',
};

/** Rows that name a node nowhere known: reported, never invented. `self` is the group that the rows themselves make. */
export async function unknownEnds(
  { graph }: Io,
  rows: readonly Row[],
  ends: Ends,
  self?: EndGroup,
): Promise<RowReject[]> {
  const asked: Partial<Record<EndGroup, Set<string>>> = {};
  for (const [column, group] of Object.entries(ends)) {
    asked[group] ??= new Set();
    for (const row of rows) if (row[column]) asked[group].add(row[column] as string);
  }
  const params = Object.fromEntries(Object.entries(asked).map(([group, ids]) => [group, [...ids]]));
  const [missing] = await graph.read('intake/steps/people/missing', params);
  const unknown = new Map(Object.entries(missing!).map(([group, ids]) => [group, new Set<unknown>(ids)]));
  return rows.flatMap((row, at) => {
    const column = Object.keys(ends).find((name) => unknown.get(ends[name]!)!.has(row[name]));
    if (column === undefined) return [];
    const group = ends[column]!;
    return [{ at, column, reason: `no such ${SINGULAR[group]} is known`, later: group === self }];
  });
}

/** The rows that are not rejected. */
export function without(rows: readonly Row[], rejected: readonly RowReject[]): Row[] {
  if (rejected.length === 0) return [...rows];
  const out = new Set(rejected.map((r) => r.at));
  return rows.filter((_, at) => !out.has(at));
}
