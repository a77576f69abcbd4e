import type { Graph } from '../../graph/graph.js';

/** What Leiden found: single customers count as communities of one. */
export interface Partition {
  readonly communities: number;
  readonly modularity: number;
}

interface Leiden {
  /** Of the graph in memory. */
  readonly name: string;
  readonly gamma: number;
  readonly seed: number;
}

/** Up to so many ties it costs little to draw several times. */
const REDRAWN_UP_TO = 200_000;
const DRAWS = 3;

/**
 * Communities by Leiden into a property of the graph in memory. Where a network is small enough the best of three
 * draws at the resolution asked for, since one may be far off (email-Eu-core: modularity .410 where .4175 is known).
 */
export async function findCommunities(
  graph: Graph,
  leiden: Leiden,
  {
    ties = Number.POSITIVE_INFINITY,
    property = 'communityRaw',
  }: { readonly ties?: number; readonly property?: string },
): Promise<Partition> {
  if (ties > REDRAWN_UP_TO) return drawn(graph, leiden, property);
  let best = { quality: Number.NEGATIVE_INFINITY, seed: leiden.seed };
  for (let seed = leiden.seed; seed < leiden.seed + DRAWS; seed++) {
    const into = `${property}${seed}`;
    const { modularity } = await drawn(graph, { ...leiden, seed }, into);
    const quality = await atResolution(graph, leiden, into, modularity);
    if (quality > best.quality + 1e-9) best = { quality, seed };
  }
  return drawn(graph, { ...leiden, seed: best.seed }, property);
}

/** Modularity at the resolution that Leiden was asked for, of communities whose plain modularity is known. */
async function atResolution(graph: Graph, { name, gamma }: Leiden, property: string, modularity: number) {
  if (gamma === 1) return modularity;
  const [found] = await graph.read('analysis/steps/communities/chance', { graph: name, property });
  return modularity - (gamma - 1) * found!.chance;
}

/**
 * Runs Leiden twice: the second time from what the first found, as its authors advise (Traag, Waltman, van Eck 2019,
 * "iterating the algorithm"). Where nothing gets better the first stands; where Leiden finds nobody better together,
 * everybody stays alone.
 */
async function drawn(graph: Graph, leiden: Leiden, property: string): Promise<Partition> {
  const first = `${property}First`;
  const unseeded = { from: null, levels: 10 };
  if (await leidenOf(graph, leiden, { property: first, ...unseeded })) {
    const better = await leidenOf(graph, leiden, { property, from: first, levels: 1 });
    if (!better) await leidenOf(graph, leiden, { property, ...unseeded });
  } else await graph.read('analysis/steps/communities/alone', { graph: leiden.name, property });
  return (await graph.read('analysis/steps/communities/modularity', { graph: leiden.name, property }))[0]!;
}

/** False where nothing gets better: GDS 2.13.9 then fails instead of saying so. */
async function leidenOf(
  graph: Graph,
  { name, gamma, seed }: Leiden,
  way: { readonly property: string; readonly from: string | null; readonly levels: number },
): Promise<boolean> {
  try {
    await graph.read('analysis/steps/communities/leiden', { graph: name, gamma, seed, ...way });
    return true;
  } catch (error) {
    if (error instanceof Error && /LeidenDendrogramManager|ArrayIndexOutOfBounds/.test(error.message)) return false;
    throw error;
  }
}
