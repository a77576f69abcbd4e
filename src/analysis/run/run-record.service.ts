import type { Graph } from '../../graph/graph.js';
import { withLease } from '../../graph/lease.js';
import type { ParamsOf } from '../../graph/queries.gen.js';
import { HOUR_MS } from '../../kernel/clock.js';
import { AppError } from '../../kernel/error.js';
import { shortId } from '../../kernel/random.js';
import type { Services } from '../../security/index.js';
import { type Stopwatch, startStopwatch } from './stopwatch.js';

/** A run that is under way and recorded as such. */
export interface Run {
  readonly graph: Graph;
  readonly runId: string;
  readonly watch: Stopwatch;
}

/** The lease of analyses. */
export const ANALYZE = 'analyze';

/** No statement of a run may take longer. */
const LONGEST_MS = HOUR_MS;

/**
 * Does `work` as a run of analysis: one at a time over all servers, recorded from its start with its settings; one that
 * fails is recorded as failed, and its error goes on. Throws BUSY while another is under way.
 */
export async function withRun<T>(
  services: Services,
  parameters: object,
  work: (run: Run) => Promise<T>,
  onProgress: (line: string) => void = () => undefined,
): Promise<T> {
  const graph = services.graph.withTimeout(LONGEST_MS);
  return withLease(graph, { id: ANALYZE, seconds: 90, waitMs: 0 }, async () => {
    const run = { graph, runId: `run-${shortId(services.random)}`, watch: startStopwatch(onProgress) };
    await graph.write('analysis/steps/run/run-start', { id: run.runId, parameters: JSON.stringify(parameters) });
    try {
      return await work(run);
    } catch (error) {
      const problem = error instanceof AppError ? error.message : 'unexpected, see the log';
      await finishRun(run, { status: 'FAILED', problem }).catch(() => undefined);
      throw error;
    }
  });
}

type Outcome = Omit<ParamsOf<'analysis/steps/run/run-finish'>, 'id' | 'versions' | 'durations'>;

/** Closes the record of a run with what it found. */
export async function finishRun({ graph, runId, watch }: Run, outcome: Outcome, versions: object = {}): Promise<void> {
  await graph.write('analysis/steps/run/run-finish', {
    ...outcome,
    id: runId,
    versions: JSON.stringify(versions),
    durations: JSON.stringify(watch.durations),
  });
}
