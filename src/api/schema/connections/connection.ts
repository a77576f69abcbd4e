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
  readonly first: number | null;
  /** Those of the page and, where `first` says how many, one more to see that it goes on. */
  rows(): Promise<Row[]>;
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
  #read: Promise<readonly Edge[]> | undefined;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  get edges(): Promise<readonly Edge[]> {
    return this.#rows().then((edges) => edges.slice(0, this.#reading.first ?? edges.length));
  }

  get totalCount(): Promise<number> {
    return this.#reading.count();
  }

  get pageInfo(): PageInfo {
    return new PageInfo(this);
  }

  get isLater(): boolean {
    return this.#reading.after !== null;
  }

  #rows(): Promise<readonly Edge[]> {
    const { rows, order } = this.#reading;
    this.#read ??= rows().then((found) => found.map((row) => new Edge(row, order)));
    return this.#read;
  }

  /** Without one row too many there may be more all the same: a list gives no more than its type's limit. */
  async goesOn(): Promise<boolean> {
    const { first, after, goesOn } = this.#reading;
    const rows = await this.#rows();
    return (first !== null && rows.length > first) || goesOn(rows.at(-1)?.position ?? after);
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
  readonly #of: Connection;

  constructor(of: Connection) {
    this.#of = of;
  }

  get startCursor(): Promise<string | null> {
    return this.#of.edges.then((edges) => edges[0]?.cursor ?? null);
  }

  get endCursor(): Promise<string | null> {
    return this.#of.edges.then((edges) => edges.at(-1)?.cursor ?? null);
  }

  get hasPreviousPage(): boolean {
    return this.#of.isLater;
  }

  get hasNextPage(): Promise<boolean> {
    return this.#of.goesOn();
  }
}
