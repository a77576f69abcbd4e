import { cursorOf, type Key, type Position } from './position.js';

export type Row = Readonly<Record<string, unknown>>;

/** Under these names what a row is ordered by travels beside what was asked for. */
export function keyName(at: number): string {
  return `keyOfRow${at}`;
}

/** How one page is read. */
interface Reading {
  readonly order: readonly Key[];
  readonly after: Position | null;
  page(): Promise<Row[]>;
  /** Whether there are rows after this place. */
  goesOn(last: Position | null): Promise<boolean>;
  count(): Promise<number>;
}

/**
 * Answers with what is asked for only. Getters, since the generated resolvers take an own property of an alias' name
 * for the field.
 */
export class Connection {
  readonly #reading: Reading;
  #edges: Promise<Edge[]> | undefined;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  get edges(): Promise<Edge[]> {
    const { page, order } = this.#reading;
    this.#edges ??= page().then((rows) => rows.map((row) => new Edge(row, order)));
    return this.#edges;
  }

  get totalCount(): Promise<number> {
    return this.#reading.count();
  }

  get pageInfo(): PageInfo {
    return new PageInfo(this, this.#reading);
  }
}

class Edge {
  readonly #row: Row;
  readonly #order: readonly Key[];

  constructor(row: Row, order: readonly Key[]) {
    this.#row = row;
    this.#order = order;
  }

  get node(): Row {
    return this.#row;
  }

  get position(): Position {
    return this.#order.map((key, at) => ({ ...key, value: plain(this.#row[keyName(at)]) }));
  }

  get cursor(): string {
    return cursorOf(this.position);
  }
}

/** Whole numbers come as the driver has them. */
function plain(value: unknown): string | number | null {
  if (value == null) return null;
  return typeof value === 'string' ? value : Number(value);
}

class PageInfo {
  readonly #connection: Connection;
  readonly #reading: Reading;

  constructor(connection: Connection, reading: Reading) {
    this.#connection = connection;
    this.#reading = reading;
  }

  get startCursor(): Promise<string | null> {
    return this.#connection.edges.then((edges) => edges[0]?.cursor ?? null);
  }

  get endCursor(): Promise<string | null> {
    return this.#connection.edges.then((edges) => edges.at(-1)?.cursor ?? null);
  }

  get hasPreviousPage(): boolean {
    return this.#reading.after !== null;
  }

  get hasNextPage(): Promise<boolean> {
    const { after, goesOn } = this.#reading;
    return this.#connection.edges.then((edges) => goesOn(edges.at(-1)?.position ?? after));
  }
}
