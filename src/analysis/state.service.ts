import type { Graph } from '../graph/graph.js';
import type { Services } from '../kernel/services.js';
import type { RunContext } from './steps.service.js';

/** How old the scores are, and why that is said. */
export interface AnalysisState {
  readonly runId: string | null;
  /** When the last run began, however it ended. */
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly running: boolean;
  /** Pairs whose ties changed since the last run began, and customers who came to or left profiling. */
  readonly changedTies: number;
  readonly changedConsents: number;
  readonly stale: boolean;
  readonly why: string;
}

/** The state of the scores, from one node: cheap enough for every answer. */
export async function analysisState(graph: Graph): Promise<AnalysisState> {
  return (await graph.read('analysis/state', {}))[0]!;
}

/** Notes that the run ended, and brings those in step whose ties or consent changed while it ran. */
export async function closeRun(
  { clock }: Services,
  { graph, runId, number, communityNumber }: RunContext,
  done: { readonly communities: number } | null,
): Promise<void> {
  await graph.write('analysis/state-close', {
    run: runId,
    number: done === null ? null : number,
    communityNumber: communityNumber + (done?.communities ?? 0),
    now: clock.now(),
  });
  const { left } = await graph.write('analysis/touched-settle', {});
  if (left > 0) await graph.write('analysis/leftovers', {});
}
