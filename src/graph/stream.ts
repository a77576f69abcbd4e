import type { Graph } from './graph.js';
import type { Statement } from './library/header.js';
import { statementOf } from './library/library.js';

type Row = Readonly<Record<string, unknown>>;

/** Rows of a page. */
const AT_A_TIME = 4000;

/**
 * The rows of a read, page by page, for what has as many rows as there are customers: one statement a page, so none is
 * long and never are all rows held; the next page is read while the last is worked on. A statement has pages by a
 * `limit` and parameters that are called `after` and a column: they take that column of the last row. One without them
 * is one page. Throws what `graph.ask` throws.
 */
export async function* pagesOf(
  graph: Graph,
  name: string,
  given: Row,
  size = AT_A_TIME,
): AsyncGenerator<readonly Row[]> {
  const after = pagedBy(statementOf(graph.library, name));
  if (after.length === 0 || Object.hasOwn(given, 'limit')) return yield await graph.ask(name, given);
  const order = after.map(([, column]) => column);
  const read = (from: Row) => graph.askMany(name, { ...given, ...from, limit: size }, order);
  for (let page: readonly Row[] = await read({}), coming: Promise<readonly Row[]> | null; ; page = await coming) {
    const last = page.at(-1)!;
    coming = page.length < size ? null : read(Object.fromEntries(after.map(([key, column]) => [key, last[column]])));
    coming?.catch(() => undefined); // told when its turn comes
    yield page;
    if (coming === null) return;
  }
}

/** Parameters with the columns that they follow: `afterCustomerId` follows `customerId`. */
function pagedBy({ params, rows }: Statement): (readonly [param: string, column: string])[] {
  if (!params.some(({ name }) => name === 'limit')) return [];
  return params.flatMap(({ name }) => {
    const column = rows.find((row) => name === `after${row.name[0]!.toUpperCase()}${row.name.slice(1)}`);
    return column ? [[name, column.name] as const] : [];
  });
}
