import { withProjection } from '../../graph/projection.js';
import { AppError } from '../../kernel/error.js';
import type { Services } from '../../security/index.js';
import { partsOf, type TreeNode } from './community-tree.js';
import { findCommunities } from './leiden.service.js';

/** Resolutions of the two levels of parts inside a community. */
const UPPER = 1;
const LOWER = 2;
const SEED = 42;

/** A community with the levels above it, as the last run left them, and its parts, found now. Throws NOT_FOUND. */
export async function communityTree({ graph, random }: Services, community: string): Promise<TreeNode[]> {
  const above = await graph.read('analysis/steps/groups/tree-above', { community });
  if (above.length === 0)
    throw new AppError('NOT_FOUND', `no community ${community}`, 'topCommunities lists those there are');
  const nodes = above.map(({ parts: _parts, ...node }, at) => ({
    ...node,
    parent: above[at - 1]?.id ?? null,
    leaders: [],
  }));
  const parts = await withProjection(graph, `guanxi-tree-${random.id()}`, async (name) => {
    const [size] = await graph.read('analysis/steps/groups/tree-project', { graph: name, community });
    if (!size || size.arcs === 0) return [];
    await findCommunities(graph, { name, gamma: UPPER, seed: SEED }, { property: 'upper' });
    await findCommunities(graph, { name, gamma: LOWER, seed: SEED }, { property: 'lower' });
    return graph.read('analysis/steps/groups/tree-parts', { graph: name });
  });
  return [...nodes, ...partsOf(community, parts)];
}
