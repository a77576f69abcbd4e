import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { CypherType } from '../graph/library/cypher-type.js';
import { AppError } from '../kernel/error.js';
import type { OutColumn } from './columns.js';

type Row = Readonly<Record<string, unknown>>;

/** Rows that are held at a time. */
const GROUP = 10_000;

/**
 * Writes rows as a Parquet file and returns how many. Types are those that the header declares, whatever the values of
 * the first rows are: whole numbers and money as INT64, times in UTC to the millisecond, days as DATE, what is nested
 * as JSON.
 */
export async function writeParquet(
  filename: string,
  columns: readonly OutColumn[],
  pages: Iterable<readonly Row[]> | AsyncIterable<readonly Row[]>,
): Promise<number> {
  const { fileWriter, ParquetWriter } = await import('hyparquet-writer');
  const schema = [{ name: 'root', num_children: columns.length }, ...columns.map(elementOf)];
  try {
    const writer = new ParquetWriter({ writer: fileWriter(filename), schema });
    let held = columns.map((): unknown[] => []);
    let count = 0;
    const collect = collector();
    const write = () => {
      writer.write({ columnData: columns.map(({ name }, at) => ({ name, data: held[at]! })), rowGroupSize: GROUP });
      held = columns.map(() => []);
      collect();
    };
    for await (const page of pages) {
      columns.forEach((column, at) => {
        const values = held[at]!;
        for (const row of page) values.push(encode(column, column.of(row)));
      });
      count += page.length;
      if (held[0]!.length >= GROUP) write();
    }
    write();
    writer.finish();
    return count;
  } catch (error) {
    throw unwritten(filename, error);
  }
}

/** Frees what the last group left: V8 would sooner let the heap grow, to twice what it needs. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

function unwritten(filename: string, error: unknown): unknown {
  const why = (error as NodeJS.ErrnoException).code;
  if (why === undefined || error instanceof AppError) return error;
  const hint = 'name a file in a folder that is there';
  return new AppError('INPUT', `${filename} cannot be written (${why})`, hint, {}, error);
}

interface Element {
  readonly type: 'BYTE_ARRAY' | 'INT64' | 'INT32' | 'DOUBLE' | 'BOOLEAN';
  readonly converted_type?: 'UTF8' | 'JSON' | 'TIMESTAMP_MILLIS' | 'DATE';
}

function elementOf(column: OutColumn) {
  return { name: column.name, repetition_type: 'OPTIONAL' as const, ...typeOf(column) };
}

function typeOf(column: OutColumn): Element {
  if (isMoney(column)) return { type: 'INT64' };
  switch (column.type.kind) {
    case 'integer':
      return { type: 'INT64' };
    case 'float':
      return { type: 'DOUBLE' };
    case 'boolean':
      return { type: 'BOOLEAN' };
    case 'datetime':
    case 'epoch':
      return { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' };
    case 'date':
      return { type: 'INT32', converted_type: 'DATE' };
    case 'string':
    case 'customer':
      return { type: 'BYTE_ARRAY', converted_type: 'UTF8' };
    default:
      return { type: 'BYTE_ARRAY', converted_type: 'JSON' };
  }
}

/** Minor units are whole; a mean of them is rounded to one. */
function isMoney({ name, type }: OutColumn): boolean {
  return name.endsWith('Minor') && (type.kind === 'float' || type.kind === 'integer');
}

function encode(column: OutColumn, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (isMoney(column)) return BigInt(Math.round(value as number));
  return encodeAs(column.type, value);
}

function encodeAs({ kind }: CypherType, value: unknown): unknown {
  switch (kind) {
    case 'integer':
      return BigInt(value as number);
    case 'datetime':
    case 'epoch':
      return value instanceof Date ? value : new Date(value as string);
    case 'date':
      return new Date(`${String(value)}T00:00:00Z`);
    case 'float':
    case 'boolean':
    case 'string':
    case 'customer':
      return value;
    default:
      return value; // the writer makes JSON of it
  }
}
