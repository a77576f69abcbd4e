import type { CypherType, Field } from '../graph/library/cypher-type.js';
import type { Statement } from '../graph/library/header.js';
import { isTold } from '../insight/index.js';

/** A column of an answer as a file has it: its type by the header, and its value of a row. */
export interface OutColumn {
  readonly name: string;
  readonly type: CypherType;
  of(row: Readonly<Record<string, unknown>>): unknown;
}

const SENTENCE: CypherType = { kind: 'string', nullable: true };

/**
 * The columns of a statement as they are declared, sentences behind them. Flat, a record is a column for each of its
 * fields (`value.currency`), and a list of single values one text with semicolons; a list of records stays as it is.
 */
export function columnsOf({ name, rows, api }: Statement, flat: boolean): OutColumn[] {
  const sentences = api !== null && isTold(name) ? ['why', 'whyZh'].map((one) => field(one, SENTENCE)) : [];
  const own = [...rows, ...sentences].map(({ name: key, type }) => ({
    ...{ name: key, type },
    of: (row: Readonly<Record<string, unknown>>) => row[key] ?? null,
  }));
  return flat ? own.flatMap(flattened) : own;
}

/** Rows of those columns, under their names. */
export function rowsIn(columns: readonly OutColumn[], rows: readonly object[]): Record<string, unknown>[] {
  return (rows as readonly Record<string, unknown>[]).map((row) =>
    Object.fromEntries(columns.map((column) => [column.name, column.of(row)])),
  );
}

function field(name: string, type: CypherType): Field {
  return { name, type, about: '' };
}

function flattened({ name, type, of }: OutColumn): OutColumn[] {
  if (type.kind === 'record')
    return type.fields.flatMap((inner) =>
      flattened({
        ...{ name: `${name}.${inner.name}`, type: { ...inner.type, nullable: true } },
        of: (row) => (of(row) as Record<string, unknown> | null)?.[inner.name] ?? null,
      }),
    );
  if (type.kind !== 'list' || ['record', 'list', 'map'].includes(type.of.kind)) return [{ name, type, of }];
  const joined = (values: unknown) => (Array.isArray(values) ? values.map(String).join('; ') : null);
  return [{ name, type: { kind: 'string', nullable: type.nullable }, of: (row) => joined(of(row)) }];
}
