import type { Row } from './field.js';
import type { Io } from './outcome.js';
import type { Prepared } from './upsert.js';

/** The keys of customers by id; null where the key was destroyed, nothing where the customer is unknown. */
export async function customerKeys({ graph, vault }: Io, ids: Iterable<string>): Promise<Map<string, Buffer | null>> {
  const rows = await graph.read('intake/steps/people/customer-keys', { ids: [...new Set(ids)] });
  return new Map(rows.map(({ id, keyWrapped }) => [id, keyWrapped === null ? null : vault.unwrap(keyWrapped)]));
}

/** Puts `columns` of each row under the key of its customer, each as `columnSealed`. */
export async function sealForCustomer(io: Io, rows: readonly Row[], columns: readonly string[]): Promise<Prepared[]> {
  const keys = await customerKeys(io, new Set(rows.map((row) => row.customerId as string)));
  return rows.map((row) => {
    const key = keys.get(row.customerId as string);
    if (!key) return { column: 'customerId', reason: 'the key of this customer was destroyed' };
    return sealColumns(io, key, row, columns);
  });
}

/** The row with its personal columns sealed and gone in the clear. */
export function sealColumns({ vault }: Io, key: Buffer, row: Row, columns: readonly string[]): Row {
  const out = { ...row };
  for (const column of columns) {
    if (!(column in row)) continue;
    const value = row[column];
    out[`${column}Sealed`] = value === null ? null : vault.seal(key, column, String(value));
    delete out[column];
  }
  return out;
}
