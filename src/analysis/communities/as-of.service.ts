import { z } from 'zod';
import { withProjection } from '../../graph/projection.js';
import { checked } from '../../kernel/checked.js';
import { AppError } from '../../kernel/error.js';
import type { Services } from '../../security/index.js';
import { analysisOptions } from '../run/options.js';
import { finishRun, withRun } from '../run/run-record.service.js';
import { findCommunities } from './leiden.service.js';

/** What a run as of a date takes. */
export const asOfInput = z.strictObject({
  asOf: z.coerce.date(),
  first: z.number().int().min(1).max(1_000).default(50),
});

/** What the network was at a date. Its leaders are answered by `asOfLeaders`. */
export interface AsOfReport {
  readonly runId: string;
  readonly asOf: Date;
  readonly nodes: number;
  readonly ties: number;
  readonly communities: number;
  readonly modularity: number;
}

/**
 * Analyses the network as it was at a date, and keeps the first by reach with the run only: today's scores stay as they
 * are. Throws INPUT for a date to come, BUSY while another analysis is under way.
 */
export async function analyzeAsOf(services: Services, given: z.input<typeof asOfInput>): Promise<AsOfReport> {
  const { asOf, first } = checked(asOfInput, given, 'analyze as of');
  if (asOf > services.clock.now())
    throw new AppError('INPUT', 'as of: the date lies in the future', 'give a past date');
  return withRun(services, { asOf, first }, async (run) => {
    const { graph, runId } = run;
    const figures = await withProjection(graph, 'guanxi-as-of', (name) => measure(graph, name, { runId, asOf, first }));
    await finishRun(run, { status: 'DONE', ...figures });
    return { runId, asOf, ...figures };
  });
}

async function measure(
  graph: Services['graph'],
  name: string,
  { runId, asOf, first }: { runId: string; asOf: Date; first: number },
) {
  const on = { graph: name };
  const { damping, gamma, seed, unknownCloseness } = analysisOptions.parse({});
  const [size] = await graph.read('analysis/steps/groups/as-of-project', { ...on, asOf, unknown: unknownCloseness });
  // without a tie there is nobody to rank, and GDS knows no type of tie to work on
  if (!size || size.arcs === 0)
    return { nodes: size?.nodes ?? 0, ties: 0, communities: size?.nodes ?? 0, modularity: 0 };
  await graph.read('analysis/steps/scores/degree', on);
  await graph.read('analysis/steps/scores/page-rank', { ...on, damping });
  const found = await findCommunities(graph, { name, gamma, seed }, { ties: size.arcs / 2 });
  await graph.write('analysis/steps/groups/as-of-save', { ...on, run: runId, asOf, first });
  return { nodes: size.nodes, ties: size.arcs / 2, communities: found.communities, modularity: found.modularity };
}
