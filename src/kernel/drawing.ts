/** What a picture is, from the database to the page: nodes and the ties between them, each once. */
export interface Drawing {
  readonly nodes: readonly DrawnNode[];
  readonly ties: readonly DrawnTie[];
}

/**
 * Inside the product `id` is the database's own; what leaves it has the customer's id, `Label:id` of a thing, or a
 * number.
 */
export interface DrawnNode {
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A tie between two drawn nodes. */
export interface DrawnTie {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}
