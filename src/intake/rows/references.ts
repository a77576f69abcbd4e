import type { ParamsOf } from '../../graph/queries.gen.js';
import { KINDS } from '../kinds/index.js';
import type { KindName } from '../kinds/names.js';
import type { Io, RowReject } from './outcome.js';
import type { Row } from './row.js';

type Named = keyof ParamsOf<'intake/steps/rows/missing'> & KindName;

/** What the columns of a kind name: column and kind of what it names. */
function referencesOf(kind: KindName): [column: string, named: Named][] {
  return Object.entries(KINDS[kind].columns).flatMap(([column, { names }]) =>
    names ? [[column, names as Named] as [string, Named]] : [],
  );
}

/**
 * Every column of every row that names what nobody knows: reported, never invented. What rows of the same kind make may
 * still come.
 */
export async function unknownReferences({ graph }: Io, kind: KindName, rows: readonly Row[]): Promise<RowReject[]> {
  const references = referencesOf(kind);
  const asked: Partial<Record<Named, Set<string>>> = {};
  for (const [column, named] of references) {
    asked[named] ??= new Set();
    for (const row of rows) if (row[column]) asked[named].add(row[column] as string);
  }
  if (!Object.values(asked).some(({ size }) => size > 0)) return [];
  const params = Object.fromEntries(Object.entries(asked).map(([named, ids]) => [named, [...ids]]));
  const [missing] = await graph.read('intake/steps/rows/missing', params);
  const unknown = new Map(Object.entries(missing!).map(([named, ids]) => [named, new Set<unknown>(ids)]));
  return rows.flatMap((row, at) =>
    references
      .filter(([column, named]) => unknown.get(named)!.has(row[column]))
      .map(([column, named]) => ({ at, column, reason: reasonOf(named), later: named === kind })),
  );
}

function reasonOf(named: KindName): string {
  const label = KINDS[named].label!.toLowerCase();
  return `no such ${label} is known; correct the id, or import ${named}.csv first`;
}
