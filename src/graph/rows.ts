import type { QueryResult } from 'neo4j-driver';
import { AppError } from '../kernel/error.js';
import { decode } from './library/codec.js';
import type { Statement } from './library/header.js';

export type Row = Record<string, unknown>;

/** What a statement answered, as plain values. */
export function rowsOf(result: QueryResult): Row[] {
  return result.records.map((record) => {
    const row: Row = {};
    for (const key of record.keys as string[]) row[key] = decode(record.get(key));
    return row;
  });
}

/** The one row of a change. Throws NOT_FOUND where there is none. */
export function oneRow(name: string, result: QueryResult): Row {
  const rows = rowsOf(result);
  if (rows.length === 1) return rows[0]!;
  throw new AppError('NOT_FOUND', `${name} changed nothing: what it names does not exist`, 'check the ids');
}

/** Rows in which times came as ms, with times. */
export function withTimes({ rows: columns }: Statement, rows: Row[]): Row[] {
  for (const { name } of columns.filter(({ type }) => type.kind === 'epoch'))
    for (const row of rows) if (row[name] !== null) row[name] = new Date(row[name] as number);
  return rows;
}
