import { normalIdentity } from '../../security/index.js';
import type { Io, WriteBatch } from '../rows/outcome.js';
import type { Prepared, Row } from '../rows/row.js';
import { customerKeys } from '../rows/seal.js';
import { upsert } from './upsert.js';

export const writeIdentities: WriteBatch = upsert('identities', {
  ...{ known: 'intake/steps/identities-known', write: 'intake/steps/identities' },
  ...{ key: ['customerId', 'key'], prepare: hashedIdentities },
});

/**
 * Rows of identities by their keyed hash, with the value sealed under the customer's own key, so that the hash can be
 * recreated. What the graph holds under a former lookup key is put under the current key first: one value never
 * becomes two identities.
 */
async function hashedIdentities(io: Io, rows: readonly Row[]): Promise<Prepared[]> {
  const { vault } = io;
  const keys = await customerKeys(
    io,
    rows.map((row) => row.customerId as string),
  );
  const told = rows.map((row) => ({ row, normal: normalIdentity(row.kind as string, row.value as string) }));
  await rekeyKnown(
    io,
    told.flatMap(({ row, normal }) => (normal === null ? [] : [{ kind: row.kind as string, normal }])),
  );
  return told.map(({ row: { value: _, ...row }, normal }): Prepared => {
    const kind = row.kind as string;
    if (normal === null) return { column: 'value', reason: `cannot be a ${kind}` };
    const lookup = vault.lookup(kind, normal);
    const key = keys.get(row.customerId as string);
    const valueSealed = key ? vault.seal(key, 'value', normal) : null;
    return { ...row, key: `${kind}|${lookup}`, lookup, lookupKey: vault.lookupId, valueSealed };
  });
}

/**
 * Puts identities with these values that are still under a former lookup key under the current key. Nothing to do
 * while there is one key.
 */
export async function rekeyKnown(
  { graph, vault }: Pick<Io, 'graph' | 'vault'>,
  values: readonly { readonly kind: string; readonly normal: string }[],
): Promise<void> {
  const [lookupKey, ...former] = vault.lookupIds;
  if (former.length === 0 || values.length === 0) return;
  const rows = values.flatMap(({ kind, normal }) => {
    const lookup = vault.lookup(kind, normal);
    const under = (id: string) => `${kind}|${vault.lookup(kind, normal, id)}`;
    return former.map((id) => ({ before: under(id), key: `${kind}|${lookup}`, lookup, lookupKey: lookupKey! }));
  });
  rows.sort((a, b) => (a.before < b.before ? -1 : 1)); // one order of locks
  await graph.write('security/steps/lookups/lookup-rekey', { rows });
}
