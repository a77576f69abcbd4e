import { withProjection } from '../../graph/projection.js';
import { checked } from '../../kernel/checked.js';
import { AppError } from '../../kernel/error.js';
import type { Services } from '../../security/index.js';
import { type SavedCommunities, saveCommunities } from '../communities/communities.service.js';
import { saveGroups } from '../communities/groups.service.js';
import { saveNames } from '../communities/names.service.js';
import { saveOverlapping } from '../communities/overlapping.service.js';
import { type BetweennessPlan, planBetweenness } from '../scores/betweenness.js';
import { type SavedScores, saveScores } from '../scores/influence.service.js';
import { saveRoles } from '../scores/roles.service.js';
import { saveHistory } from './history.service.js';
import { checkMemory } from './need.service.js';
import { type AnalysisInput, analysisOptions } from './options.js';
import type { AnalysisReport } from './report.js';
import type { RunContext } from './run-context.js';
import { finishRun, type Run, withRun } from './run-record.service.js';
import { closeRun } from './state.service.js';
import { type Figures, scoreAll } from './steps.service.js';

const PROJECTION = 'guanxi-analysis';

/**
 * Scores every customer who consents to profiling, finds communities, and records the run. One at a time over all
 * servers: throws BUSY; throws TOO_MUCH when the database lacks memory; a failed run is recorded as failed.
 */
export async function runAnalysis(
  services: Services,
  given: AnalysisInput = {},
  onProgress: (line: string) => void = () => undefined,
): Promise<AnalysisReport> {
  const options = checked(analysisOptions, given, 'analyze');
  const work = async (run: Run) => {
    const numbers = await run.graph.write('analysis/steps/run/state-open', { now: services.clock.now() });
    const context: RunContext = { ...run, options, ...numbers };
    try {
      const report = await analyse(services, context);
      await closeRun(services, context, report);
      return report;
    } catch (error) {
      await closeRun(services, context, null).catch(() => undefined);
      throw tooMuch(error);
    }
  };
  return withRun(services, options, work, onProgress);
}

async function analyse(services: Services, context: RunContext): Promise<AnalysisReport> {
  const { graph, runId, options, watch } = context;
  const [size] = await watch.step('size', () => graph.read('analysis/steps/run/size', {}));
  const [machine] = await graph.read('analysis/steps/run/machine', {});
  const versions = { neo4j: machine!.neo4j, gds: machine!.gds };
  const { cleared } = await watch.step('leftovers', () => graph.write('analysis/steps/communities/leftovers', {}));
  const { customers, profiled, ties } = size!;
  const planned = planBetweenness({ nodes: profiled, arcs: 2 * ties, ...options });
  const neededBytes = await watch.step(
    'memory',
    () => checkMemory(context, { nodes: profiled, arcs: 2 * ties, samples: planned.samples }),
    (b) => `${Math.ceil(b / 2 ** 20)} MiB`,
  );
  const score = () => withProjection(graph, PROJECTION, (name) => scoreAndSave(services, context, name, planned));
  const saved = profiled === 0 ? await nobody(services, context) : await score();
  const found = await conclude(services, context, saved);
  const { plan, inner: _inner, counted: _counted, ...measured } = saved.figures;
  const report: AnalysisReport = {
    runId,
    status: 'DONE',
    customers,
    ...measured,
    ...saved.changes,
    ...found,
    cleared,
    betweenness: { ...plan, standardError: saved.standardError },
    neededBytes,
    parameters: options,
    versions,
    durations: watch.durations,
  };
  await record(context, report);
  return report;
}

type Saved = SavedCommunities & SavedScores & { readonly figures: Figures };

/** What needs the graph in memory: all measures, communities that last, and the scores onto the customers. */
async function scoreAndSave(services: Services, context: RunContext, name: string, planned: BetweennessPlan) {
  const { watch } = context;
  const figures = await scoreAll(context, name, planned);
  const communities = await watch.step(
    'membership',
    () => saveCommunities(services, context, name, figures),
    ({ changes: c }) => `${c.communities} communities, ${c.born} new, ${c.closed} gone, ${c.moved} customers moved`,
  );
  const scores = await watch.step('scores', () => saveScores(context, name, figures));
  return { figures, ...communities, ...scores };
}

/** Nobody consents: communities end, and there is nothing to score. */
async function nobody(services: Services, context: RunContext): Promise<Saved> {
  const communities = await saveCommunities(services, context, null, NOBODY);
  return { figures: NOBODY, ...communities, standardError: 0, quantiles: { reach: [], response: [] } };
}

/** What follows from the scores: roles, names and history. */
async function conclude(services: Services, context: RunContext, { figures, known, sizes, quantiles }: Saved) {
  const { watch } = context;
  const found = await watch.step('roles', () => saveRoles(services, context, quantiles, figures));
  await watch.step('referral yield', () => context.graph.write('analysis/steps/influence/referral-yield', {}));
  await watch.step('names', () => saveNames(context, known, sizes));
  await watch.step('groups', () => saveGroups(context, figures.ties), String);
  await watch.step('overlapping', () => saveOverlapping(context, figures.ties), String);
  await watch.step(
    'history',
    () => saveHistory(context, figures.nodes),
    (written) => `${written.toLocaleString('en-US')} customers`,
  );
  return found;
}

const NOBODY: Figures = {
  nodes: 0,
  ties: 0,
  modularity: 0,
  components: 0,
  triangles: 0,
  degeneracy: 0,
  plan: { exact: true, samples: 0, error: 0 },
  counted: null,
  inner: new Map(),
};

function record(context: RunContext, report: AnalysisReport): Promise<void> {
  const { status, nodes, ties, communities, components, triangles, modularity, betweenness, cuts, notes } = report;
  const found = { status, nodes, ties, communities, components, triangles, modularity, notes };
  const told = { ...found, betweennessError: betweenness.error, cuts: JSON.stringify(cuts) };
  return finishRun(context, told, report.versions);
}

/** GDS's own refusal, when other work took memory between estimate and run, as the same error as ours. */
function tooMuch(error: unknown): unknown {
  if (!(error instanceof Error) || !/exceeds current free memory/.test(error.message)) return error;
  return new AppError(
    'TOO_MUCH',
    "analyze needs more of the database's memory than is free",
    'give the database a larger heap (server.memory.heap.max_size, restart), or wait until other work on it ends',
    {},
    error,
  );
}
