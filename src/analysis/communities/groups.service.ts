import { withProjection } from '../../graph/projection.js';
import type { RunContext } from '../run/run-context.js';

/** Coarser resolution of the second level above communities, as a share of the first's. */
const COARSER = 0.25;

/** The two levels above communities, where the network is not too large for it. Returns how many groups there are. */
export async function saveGroups({ graph, options }: RunContext, ties: number): Promise<number> {
  await graph.write('analysis/steps/groups/groups-clear', {});
  if (ties > options.groupsUpTo) return 0;
  return withProjection(graph, 'guanxi-groups', async (name) => {
    const [size] = await graph.read('analysis/steps/groups/groups-project', {
      graph: name,
      unknown: options.unknownCloseness,
    });
    if (!size || size.arcs === 0) return 0;
    const at = { graph: name, seed: options.seed };
    const { groups } = await graph.write('analysis/steps/groups/groups-save', { ...at, gamma: 1 });
    const { groups: above } = await graph.write('analysis/steps/groups/groups-above', { ...at, gamma: COARSER });
    return groups + above;
  });
}
