import type { Graph } from '../../src/graph/graph.js';
import type { ReadName } from '../../src/graph/queries.gen.js';

/**
 * The graph, with something done once: after the first reading by that name in a transaction, before what follows from
 * it is written.
 */
export function interrupted(graph: Graph, after: ReadName, between: () => Promise<unknown>): Graph {
  let once = true;
  const wrapped = (inner: Graph): Graph => ({
    ...inner,
    withTimeout: (ms) => wrapped(inner.withTimeout(ms)),
    transaction: (work) =>
      inner.transaction((tx) => {
        const read: typeof tx.read = async (name, params) => {
          const rows = await tx.read(name, params);
          if (name === after && once) {
            once = false;
            await between();
          }
          return rows;
        };
        return work({ ...tx, read });
      }),
  });
  return wrapped(graph);
}
