import neo4j, { type Driver, type ManagedTransaction, type QueryResult } from 'neo4j-driver';
import type { Drawing } from '../kernel/drawing.js';
import { onSession, runOptions } from './deadline.js';
import { type Connection, openDriver, translate } from './driver.js';
import { encode } from './library/codec.js';
import { type Condition, composed, withEpochs } from './library/compose.js';
import type { Statement } from './library/header.js';
import { checkParams, type Library, loadLibrary, statementOf } from './library/library.js';
import { type At, type Outlived, watchOutlived } from './outlived.js';
import { mergePaths } from './picture.js';
import type { ParamsOf, PictureName, ReadName, RowOf, RowsParamOf, WriteName } from './queries.gen.js';
import { readIn, undisturbed, withoutNotes } from './read.js';
import { oneRow, type Row, rowsOf, withTimes } from './rows.js';

/** The statements of the library as functions. Types come from the headers; driver values never leave. */
export interface Graph {
  /** All rows of a question. */
  read<N extends ReadName>(name: N, params: ParamsOf<N>): Promise<RowOf<N>[]>;
  /** One change in a managed transaction, retried by the driver; its one row of counts. */
  write<N extends WriteName>(name: N, params: ParamsOf<N>): Promise<RowOf<N>>;
  /** A change over many rows, `size` a transaction, counts added up. Each batch is safe to repeat. */
  writeBatches<N extends WriteName>(
    name: N,
    rows: RowsParamOf<N>,
    params: Omit<ParamsOf<N>, 'rows'>,
    size?: number,
  ): Promise<RowOf<N>>;
  /** Several statements in one managed write transaction: all or nothing. `work` may run again on a conflict. */
  transaction<T>(work: (tx: GraphTransaction) => Promise<T>): Promise<T>;
  /** Nodes and ties of a picture file, each once. */
  picture<N extends PictureName>(name: N, params: ParamsOf<N>): Promise<Drawing>;
  /**
   * A statement by its name with parameters from outside, checked against the header: for the CLI and published
   * questions.
   */
  ask(name: string, given: Readonly<Record<string, unknown>>): Promise<Row[]>;
  /** `ask` for very many rows, ordered by these columns. */
  askMany(name: string, given: Readonly<Record<string, unknown>>, order: readonly string[]): Promise<Row[]>;
  /** The rows of a statement with a condition in place of its line `true // rule`; its mode decides how it runs. */
  where<N extends ReadName | WriteName>(name: N, condition: Condition, params: ParamsOf<N>): Promise<RowOf<N>[]>;
  /**
   * Counts the changes made through this process, failed ones too; entries of the audit left out. What was read is as
   * it was while this stays.
   */
  changes(): number;
  /** The same graph with another limit on each statement, in ms. */
  withTimeout(ms: number): Graph;
  readonly library: Library;
  readonly driver: Driver;
  readonly database: string;
  readonly timeoutMs: number;
  /** What was stopped and still ran. */
  readonly outlived: Outlived;
  close(): Promise<void>;
}

export interface GraphTransaction {
  read<N extends ReadName>(name: N, params: ParamsOf<N>): Promise<RowOf<N>[]>;
  write<N extends WriteName>(name: N, params: ParamsOf<N>): Promise<RowOf<N>>;
}

interface Inner extends At {
  readonly library: Library;
  readonly timeoutMs: number;
  readonly outlived: Outlived;
}

/** Opens the graph of a database. Costs nothing until the first statement. */
export function openGraph(connection: Connection, timeoutMs = 600_000, library = loadLibrary()): Graph {
  const at = { driver: openDriver(connection), database: connection.database };
  return graphOf({ ...at, library, timeoutMs, outlived: watchOutlived(at) });
}

function graphOf(inner: Inner): Graph {
  const find = (name: string) => statementOf(inner.library, name);
  const one = async (name: string, params: object) => oneRow(name, await runManaged(inner, find(name), params));
  const graph = {
    read: async (name: string, params: object) => rowsOf(await runManaged(inner, find(name), params)),
    write: one,
    writeBatches: (name: string, rows: readonly unknown[], params: object, size = 5000) =>
      inBatches(one, name, rows, params, size),
    transaction: <T>(work: (tx: GraphTransaction) => Promise<T>) => inTransaction(inner, work),
    picture: async (name: string, params: object) => mergePaths(rowsOf(await runManaged(inner, find(name), params))),
    ask: async (name: string, given: Readonly<Record<string, unknown>>) => {
      const statement = find(name);
      return rowsOf(await runManaged(inner, statement, checkParams(statement, given)));
    },
    askMany: async (name: string, given: Readonly<Record<string, unknown>>, order: readonly string[]) => {
      const statement = withEpochs(find(name), order);
      const rows = rowsOf(await runManaged(inner, statement, checkParams(statement, given)));
      return withTimes(statement, rows);
    },
    where: async (name: string, condition: Condition, params: object) => {
      const { statement, params: more } = composed(inner.library, name, condition);
      return rowsOf(await runManaged(inner, statement, { ...params, ...more }));
    },
    changes: () => changes.get(inner.driver) ?? 0,
    withTimeout: (ms: number) => graphOf({ ...inner, timeoutMs: ms }),
    ...inner,
    close: () => {
      inner.outlived.end();
      return inner.driver.close();
    },
  };
  return graph as unknown as Graph;
}

const changes = new WeakMap<Driver, number>();

function noteChange({ driver }: Inner): void {
  changes.set(driver, (changes.get(driver) ?? 0) + 1);
}

async function runManaged(inner: Inner, statement: Statement, params: object): Promise<QueryResult> {
  const writes = statement.mode === 'write';
  const session = inner.driver.session({
    database: inner.database,
    defaultAccessMode: writes ? neo4j.session.WRITE : neo4j.session.READ,
    bookmarkManager: inner.driver.executeQueryBookmarkManager,
    notificationFilter: withoutNotes,
  });
  const within = { ...boundOf(inner, statement.name), retries: writes };
  try {
    return await onSession(session, within, async (options) => {
      const values = encodeParams(statement, params as Record<string, unknown>);
      // CALL … IN TRANSACTIONS refuses a managed transaction; such a file says so, and each of its batches is safe to
      // repeat.
      if (statement.needs.includes('auto-commit'))
        return undisturbed(() => session.run(statement.text, values, options));
      if (!writes) return readIn(session, statement.text, { values, options });
      return session.executeWrite((tx: ManagedTransaction) => tx.run(statement.text, values), options);
    });
  } catch (error) {
    throw translate(error, statement.name);
  } finally {
    if (writes && statement.name !== 'security/steps/audit/audit-append') noteChange(inner);
  }
}

function boundOf({ timeoutMs, outlived }: Inner, statement: string) {
  return { options: runOptions(statement, timeoutMs), stopped: outlived.stopped };
}

async function inTransaction<T>(inner: Inner, work: (tx: GraphTransaction) => Promise<T>): Promise<T> {
  const session = inner.driver.session({
    database: inner.database,
    bookmarkManager: inner.driver.executeQueryBookmarkManager,
  });
  try {
    return await onSession(session, { ...boundOf(inner, 'transaction'), retries: true }, (options) =>
      session.executeWrite((tx) => work(transactionOf(inner, tx)), options),
    );
  } catch (error) {
    throw translate(error, 'transaction');
  } finally {
    noteChange(inner);
  }
}

function transactionOf({ library }: Inner, tx: ManagedTransaction): GraphTransaction {
  const run = async (name: string, params: object) => {
    const statement = statementOf(library, name);
    return tx.run(statement.text, encodeParams(statement, params as Record<string, unknown>));
  };
  return {
    read: async (name: string, params: object) => rowsOf(await run(name, params)),
    write: async (name: string, params: object) => oneRow(name, await run(name, params)),
  } as unknown as GraphTransaction;
}

/** Parameters as the driver sends them, by the header. */
export function encodeParams(statement: Statement, params: Record<string, unknown>): Record<string, unknown> {
  const encoded = statement.params.map((p) => [p.name, encode(p.type, given(params, p.name) ?? p.defaultValue)]);
  return Object.fromEntries(encoded);
}

/** Not what every object has by that name. */
function given(params: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(params, name) ? params[name] : undefined;
}

async function inBatches(
  one: (name: string, params: object) => Promise<Record<string, unknown>>,
  name: string,
  rows: readonly unknown[],
  params: object,
  size: number,
): Promise<Record<string, unknown>> {
  const sums: Record<string, unknown> = {};
  for (let from = 0; from === 0 || from < rows.length; from += size) {
    const counts = await one(name, { ...params, rows: rows.slice(from, from + size) });
    for (const [key, value] of Object.entries(counts))
      sums[key] = ((sums[key] as number | undefined) ?? 0) + (value as number);
  }
  return sums;
}
