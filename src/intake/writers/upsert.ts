import type { GraphTransaction } from '../../graph/graph.js';
import type { ReadName, WriteName } from '../../graph/queries.gen.js';
import { KINDS } from '../kinds/index.js';
import type { NodeShape, TieShape } from '../kinds/model.js';
import type { KindName } from '../kinds/names.js';
import {
  countsOf,
  type Io,
  keyOf,
  NOTHING,
  type RowReject,
  type Settled,
  settle,
  type WriteBatch,
  without,
} from '../rows/outcome.js';
import { unknownReferences } from '../rows/references.js';
import type { Fault, Prepared, Row } from '../rows/row.js';
import { sealed } from '../rows/seal.js';

interface Upsert {
  /** Reads what the graph holds of the rows, by their key. */
  readonly known: ReadName;
  /** Writes rows, new or known. */
  readonly write: WriteName;
  /** Writes rows that are new, where that can be done faster than finding out. */
  readonly fresh?: WriteName | undefined;
  /** The fields that make the key of a row as the graph keeps it. */
  readonly key: readonly string[];
  /** From given rows to those that the graph keeps, place by place: keys made, values sealed. */
  readonly prepare: (io: Io, rows: readonly Row[]) => Promise<Prepared[]> | Prepared[];
}

/** Writes rows of a kind by the statements generated from its declaration; `name` is the one of several shapes. */
export function plainly(kind: KindName, prepare: Upsert['prepare'] = keyed(kind), name: string = kind): WriteBatch {
  const shape = KINDS[kind].shapes[name]!;
  const path = `intake/steps/rows/${name}`;
  const [known, write] = [`${path}-known` as ReadName, path as WriteName];
  const fresh = shape.form === 'tie' && shape.fresh ? (`${path}-new` as WriteName) : undefined;
  return upsert(kind, { known, write, fresh, key: graphKey(kind, shape), prepare });
}

function graphKey(kind: KindName, shape: NodeShape | TieShape): readonly string[] {
  if (shape.form === 'tie') return [shape.from, shape.to, ...(shape.apart ? [shape.apart] : [])];
  return isKeyed(kind) ? ['key'] : KINDS[kind].key;
}

function isKeyed(kind: KindName): boolean {
  return KINDS[kind].key.length > 1 && Object.values(KINDS[kind].shapes).some(({ form }) => form === 'node');
}

/** Sealed, and with its key where that has several parts. */
function keyed(kind: KindName): Upsert['prepare'] {
  const key = keyOf(KINDS[kind].key);
  if (!isKeyed(kind)) return (io, rows) => sealed(io, kind, rows);
  return (io, rows) =>
    sealed(
      io,
      kind,
      rows.map((row) => ({ ...row, key: key(row) })),
    );
}

/** The way of most kinds: check what rows name, prepare, compare with what is there, write what is new or changed. */
export function upsert(kind: KindName, spec: Upsert): WriteBatch {
  return async (io, rows) => {
    const unknown = await unknownReferences(io, kind, rows);
    const out = new Set(unknown.map(({ at }) => at));
    const places = rows.map((_, at) => at).filter((at) => !out.has(at));
    const prepared = await spec.prepare(io, without(rows, unknown));
    const bad = prepared.flatMap((row, i): RowReject[] => (isFault(row) ? [{ ...row, at: places[i]! }] : []));
    const good = prepared.filter((row): row is Row => !isFault(row));
    const settled = good.length === 0 ? NOTHING : await io.graph.transaction((tx) => write(tx, spec, good));
    return { ...countsOf(settled), rejected: [...unknown, ...bad] };
  };
}

/**
 * What is known is read in the transaction that writes: when the driver runs it again, what went in is not made twice.
 */
async function write(tx: GraphTransaction, spec: Upsert, rows: readonly Row[]): Promise<Settled> {
  const key = keyOf(spec.key);
  const known = (await tx.read(spec.known, { rows } as never)) as unknown as Row[];
  const settled = settle(rows, new Map(known.map((row) => [key(row), row])), key);
  const { fresh, changed } = settled;
  const put = async (name: WriteName, rows: readonly Row[]) => {
    if (rows.length > 0) await tx.write(name, { rows } as never);
  };
  if (spec.fresh) await put(spec.fresh, fresh);
  await put(spec.write, spec.fresh ? changed : [...fresh, ...changed]);
  return settled;
}

function isFault(row: Prepared): row is Fault {
  return 'reason' in row && 'column' in row;
}
