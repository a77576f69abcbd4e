import { type BetweennessPlan, hoeffding } from './betweenness.js';
import { adjacencyOf, drawSources, pathsFrom } from './brandes.js';
import type { RunContext } from './steps.service.js';

/**
 * Counts shortest paths from sources drawn evenly, in two halves, and saves them. Here and not in GDS, which draws by degree: on lastfm
 * that names 18 of the 20 who are really first, an even draw 19 or 20 (docs/decisions/021). Returns the plan as it was carried out.
 */
export async function countPathsEvenly({ graph, options }: RunContext, { samples }: BetweennessPlan) {
  const rows = await graph.read('analysis/acquaintances', {});
  const numbers = new Map(rows.map(({ customerId }, at) => [customerId, at]));
  const pairs = rows.flatMap(({ later }, at) => later.map((id) => [at, numbers.get(id)!] as const));
  const network = adjacencyOf(rows.length, pairs);
  const half = Math.ceil(samples / 2);
  const sources = drawSources(rows.length, 2 * half, options.seed);
  const pathsA = await pathsFrom(sources.slice(0, half), network);
  const pathsB = await pathsFrom(sources.slice(half), network);
  const saved = rows.map(({ customerId }, at) => ({ customerId, pathsA: pathsA[at]!, pathsB: pathsB[at]! }));
  await graph.writeBatches('analysis/paths-save', saved, {});
  return { ...plan(sources.length), paths: [] as string[] };
}

function plan(samples: number): { readonly plan: BetweennessPlan } {
  return { plan: { exact: false, even: true, samples, error: hoeffding(samples) } };
}
