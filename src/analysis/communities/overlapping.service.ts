import { withProjection } from '../../graph/projection.js';
import type { RunContext } from '../run/run-context.js';

/**
 * Finds who is also at home in other communities, when the run was asked to. What an earlier run found goes either way.
 */
export async function saveOverlapping({ graph, options }: RunContext, ties: number): Promise<number> {
  await graph.write('analysis/steps/groups/overlapping-clear', {});
  if (!options.overlapping || ties === 0) return 0;
  return withProjection(graph, 'guanxi-overlapping', async (name) => {
    await graph.read('analysis/steps/scores/project', { graph: name, unknown: options.unknownCloseness });
    return (await graph.write('analysis/steps/groups/overlapping', { graph: name })).drawn;
  });
}
