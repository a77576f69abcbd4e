import type { Graph } from '../../graph/graph.js';
import type { RowOf } from '../../graph/queries.gen.js';

type Row = Omit<RowOf<'network/steps/ties/customer-points'>, 'scores'>;

interface Waiting {
  readonly id: string;
  resolve(row: Row | null): void;
  reject(error: unknown): void;
}

interface Queue {
  readonly waiting: Waiting[];
  underWay: number;
}

/**
 * With this many statements under way the next reads wait and are batched: under load a statement serves many requests.
 */
const MOST_UNDER_WAY = 4;
const MOST_TOGETHER = 100;

const queues = new WeakMap<Graph, Queue>();

/**
 * One customer's row or null. The row holds nothing that depends on who asks, so reads of different viewers may be
 * batched.
 */
export function customerById(graph: Graph, id: string): Promise<Row | null> {
  const queue = queues.get(graph) ?? newQueue(graph);
  return new Promise((resolve, reject) => {
    queue.waiting.push({ id, resolve, reject });
    if (queue.waiting.length === 1) queueMicrotask(() => readNext(graph, queue));
  });
}

function newQueue(graph: Graph): Queue {
  const queue: Queue = { waiting: [], underWay: 0 };
  queues.set(graph, queue);
  return queue;
}

function readNext(graph: Graph, queue: Queue): void {
  while (queue.waiting.length > 0 && queue.underWay < MOST_UNDER_WAY) {
    const together = queue.waiting.splice(0, MOST_TOGETHER);
    queue.underWay += 1;
    void readTogether(graph, together).finally(() => {
      queue.underWay -= 1;
      readNext(graph, queue);
    });
  }
}

async function readTogether(graph: Graph, together: readonly Waiting[]): Promise<void> {
  try {
    const ids = [...new Set(together.map(({ id }) => id))];
    const read = await graph.read('network/steps/ties/customer-points', { ids });
    const rows = new Map(read.map(({ scores, ...row }) => [row.id, { ...row, ...scores }]));
    for (const { id, resolve } of together) resolve(rows.get(id) ?? null);
  } catch (error) {
    for (const { reject } of together) reject(error);
  }
}
