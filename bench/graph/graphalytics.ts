import { join } from 'node:path';
import { referralPaths } from '../../src/network/referral/path.service.js';
import type { Services } from '../../src/security/services.js';
import { readExpected, readLengths, readNeighbours } from './graph-files.js';
import { type Analysed, type Figure, type ScoreRow, scoresOf } from './graphs.js';

/**
 * The validation graphs of LDBC Graphalytics. Ties of the product are mutual, so what depends on direction is not
 * comparable, nor is label propagation, which the product does not use (Leiden). Breadth first and shortest paths come
 * from the introduction paths.
 */
export async function graphalytics(services: Services, analysed: Analysed, folder: string): Promise<Figure[]> {
  const at = (...path: string[]) => join(folder, ...path);
  const figures: Figure[] = [];
  for (const [name, input, expected, measure] of [
    ['wcc, undirected', at('wcc/undir-input'), at('wcc/undir-output'), 'WCC'],
    ['wcc, directed', at('wcc/dir-input'), at('wcc/dir-output'), 'WCC'],
    ['lcc, undirected', at('lcc/undir-input'), at('lcc/undir-output'), 'LCC'],
    ['pr, undirected', at('pr/undir-input'), at('pr/undir-output'), 'PR'],
    ['example, undirected', at('example/example-undirected-input'), at('example/example-undirected-WCC'), 'WCC'],
    ['example, undirected', at('example/example-undirected-input'), at('example/example-undirected-LCC'), 'LCC'],
    ['example, directed', at('example/example-directed-input'), at('example/example-directed-WCC'), 'WCC'],
  ] as const)
    figures.push(
      await analysed(await readNeighbours(input), async () =>
        compared(name, measure, await scoresOf(services), await readExpected(expected)),
      ),
    );
  for (const [name, input, expected, hops] of [
    ['bfs, undirected', at('bfs/undir-input'), at('bfs/undir-output'), true],
    ['sssp, undirected', at('sssp/undir-input.e'), at('sssp/undir-output'), false],
    ['example, undirected', at('example/example-undirected.e'), at('example/example-undirected-SSSP'), false],
  ] as const) {
    const graph = hops ? await readNeighbours(input) : await readLengths(input);
    figures.push(await analysed(graph, async () => distances(services, name, await readExpected(expected), hops)));
  }
  return [...figures, ...NOT_COMPARABLE];
}

type Measure = 'WCC' | 'LCC' | 'PR';

function compared(
  graph: string,
  measure: Measure,
  rows: readonly ScoreRow[],
  expected: ReadonlyMap<string, number>,
): Figure {
  if (measure === 'WCC') return partition(graph, rows, expected);
  const of = (row: ScoreRow) => (measure === 'LCC' ? row.clustering : row.pageRank);
  const off = Math.max(...rows.map((row) => Math.abs(of(row) - expected.get(row.id)!)));
  return furthest(graph, measure, rows.length, off);
}

/**
 * Graphalytics itself allows 1e-4 of the value; PageRank there stops after a number of rounds, here when it has
 * converged.
 */
function furthest(graph: string, measure: string, people: number, off: number): Figure {
  const by = measure === 'PR' ? 1e-5 : 1e-6;
  return {
    graph,
    figure: `${measure} of all ${people}`,
    product: `furthest off ${off.toExponential(1)}`,
    reference: 'expected output',
    equal: off <= by ? `yes (± ${by})` : 'NO',
  };
}

/** The same people together, whatever the names of the parts. */
function partition(graph: string, rows: readonly ScoreRow[], expected: ReadonlyMap<string, number>): Figure {
  const pairs = new Set(rows.map((row) => `${row.component} ${expected.get(row.id)}`));
  const parts = new Set(rows.map((row) => row.component)).size;
  const wanted = new Set(expected.values()).size;
  const same = rows.length === expected.size && pairs.size === parts && parts === wanted;
  return { graph, figure: `WCC of all ${rows.length}`, product: parts, reference: wanted, equal: same ? 'yes' : 'NO' };
}

/**
 * Distances from the source to everyone, as the closest introduction path has them: steps, or the sum of lengths −ln
 * closeness.
 */
async function distances(
  services: Services,
  graph: string,
  expected: ReadonlyMap<string, number>,
  hops: boolean,
): Promise<Figure> {
  const source = [...expected].find(([, distance]) => distance === 0)![0];
  let off = 0;
  for (const [to, distance] of expected) {
    if (to === source) continue;
    const { paths } = await referralPaths(services, { from: source, to, k: 1 });
    const found = paths[0] === undefined ? Infinity : hops ? paths[0].people.length - 1 : -Math.log(paths[0].closeness);
    const unreached = distance > 1e9 && found === Infinity;
    if (!unreached) off = Math.max(off, Math.abs(found - distance));
  }
  return furthest(graph, hops ? 'BFS' : 'SSSP', expected.size, off);
}

const NOT_COMPARABLE: readonly Figure[] = [
  ['cdlp', 'CDLP', 'communities are found by Leiden, not by label propagation'],
  ['lcc, directed', 'LCC', 'ties are mutual; the directed coefficient counts arcs'],
  ['pr, bfs, sssp, directed', 'PR, BFS, SSSP', 'ties are mutual'],
  ['example, undirected', 'PR', 'the expected output stops after two rounds, the product when it has converged'],
].map(([graph, figure, why]) => ({
  graph: graph!,
  figure: figure!,
  product: '',
  reference: '',
  equal: `not comparable: ${why}`,
}));
