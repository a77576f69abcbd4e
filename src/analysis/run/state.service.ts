import type { Graph } from '../../graph/graph.js';
import { noteScoreRun } from '../../scores/index.js';
import type { Services } from '../../security/index.js';
import type { RunContext } from './run-context.js';
import { stateSentence } from './sentences.js';

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
  readonly whyZh: string;
}

/** Scores of a run older than this are stale. */
const STALE_HOURS = 48;

/** The state of the scores, from one node. */
export async function analysisState(graph: Graph): Promise<AnalysisState> {
  const state = (await graph.read('analysis/state', { hours: STALE_HOURS }))[0]!;
  return { ...state, ...stateSentence(state, { hours: STALE_HOURS }) };
}

/**
 * How long what was read of the state serves further answers, in ms, while this process changes nothing; another
 * server's change shows after it.
 */
const REMEMBERED_MS = 1000;

interface Remembered {
  readonly at: number;
  readonly changes: number;
  readonly state: Promise<AnalysisState>;
}

const remembered = new WeakMap<object, Remembered>();

/** The state for an answer: read at most once a second, and again after every change made by this process. */
export function recentState(graph: Graph, now = Date.now()): Promise<AnalysisState> {
  const changes = graph.changes();
  const known = remembered.get(graph.driver);
  if (known && known.changes === changes && now - known.at < REMEMBERED_MS) return known.state;
  const state = analysisState(graph);
  remembered.set(graph.driver, { at: now, changes, state });
  state.catch(() => remembered.delete(graph.driver));
  return state;
}

/** Notes that the run ended, and brings those in step whose ties or consent changed while it ran. */
export async function closeRun(
  { clock }: Services,
  { graph, runId, number, communityNumber }: RunContext,
  done: { readonly communities: number } | null,
): Promise<void> {
  await graph.write('analysis/steps/run/state-close', {
    run: runId,
    number: done === null ? null : number,
    communityNumber: communityNumber + (done?.communities ?? 0),
    now: clock.now(),
  });
  if (done !== null) await noteScoreRun({ graph, clock }, 'analysis');
  const { left } = await graph.write('analysis/steps/run/touched-settle', {});
  if (left > 0) await graph.write('analysis/steps/communities/leftovers', {});
}
