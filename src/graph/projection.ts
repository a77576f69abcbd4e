import type { Graph } from './graph.js';

/**
 * Runs `work` around a graph in memory of that name, and drops it whatever happens. What a killed server left under the
 * name is dropped first, so one holder at a time (a lease) makes sure that nothing piles up in the database's heap.
 */
export async function withProjection<T>(graph: Graph, name: string, work: (name: string) => Promise<T>): Promise<T> {
  await graph.read('graph/steps/projection-drop', { graph: name });
  try {
    return await work(name);
  } finally {
    // a database that cannot drop it any more has lost it anyway, and must not hide why the work failed
    await graph.read('graph/steps/projection-drop', { graph: name }).catch(() => undefined);
  }
}
