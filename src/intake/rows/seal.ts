import { KINDS } from '../kinds/index.js';
import type { KindName } from '../kinds/names.js';
import type { Io } from './outcome.js';
import type { Prepared, Row } from './row.js';

/** The keys of customers by id; null where the key was destroyed, nothing where the customer is unknown. */
export async function customerKeys({ graph, vault }: Io, ids: Iterable<string>): Promise<Map<string, Buffer | null>> {
  const rows = await graph.read('intake/steps/customer-keys', { ids: [...new Set(ids)] });
  return new Map(rows.map(({ id, keyWrapped }) => [id, keyWrapped === null ? null : vault.unwrap(keyWrapped)]));
}

/**
 * Rows of a kind with their personal columns under the key of their customer, each as `columnSealed`, and gone in the
 * clear.
 */
export async function sealed(io: Io, kind: KindName, rows: readonly Row[]): Promise<Prepared[]> {
  const personal = Object.entries(KINDS[kind].columns).flatMap(([name, { personal }]) => (personal ? [name] : []));
  if (personal.length === 0) return [...rows];
  const keys = await customerKeys(io, new Set(rows.map((row) => row.customerId as string)));
  return rows.map((row) => {
    const key = keys.get(row.customerId as string);
    if (!key) return { column: 'customerId', reason: 'the key of this customer was destroyed; leave the row out' };
    return sealColumns(io, key, row, personal);
  });
}

function sealColumns({ vault }: Io, key: Buffer, row: Row, columns: readonly string[]): Row {
  const out = { ...row };
  for (const column of columns) {
    if (!(column in row)) continue;
    const value = row[column];
    out[`${column}Sealed`] = value === null ? null : vault.seal(key, column, String(value));
    delete out[column];
  }
  return out;
}
