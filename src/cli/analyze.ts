import type { Command } from 'commander';
import { type AnalysisInput, type AnalysisReport, analyzeAsOf, runAnalysis } from '../analysis/index.js';
import type { CliContext } from './context.js';
import { number } from './options.js';
import { withServices } from './session.js';
import { formatRows } from './table.js';

interface Options {
  readonly json?: boolean;
  readonly exactUpTo?: number;
  readonly samples?: number;
  readonly gamma?: number;
  readonly seed?: number;
  readonly memory?: number;
  readonly asOf?: string;
  readonly overlapping?: boolean;
}

export function register(program: Command, context: CliContext): void {
  program
    .command('analyze')
    .description('score everyone who consents to profiling and find communities')
    .addOption(number('--exact-up-to <customers>', 'betweenness is exact up to this size'))
    .addOption(number('--samples <sources>', 'sources of sampled betweenness'))
    .addOption(number('--gamma <resolution>', 'resolution of communities: higher makes more'))
    .addOption(number('--seed <number>', 'seed of what is drawn'))
    .addOption(number('--memory <MiB>', 'refuse when the run would need more'))
    .option('--overlapping', 'look for people at home in several communities')
    .option('--as-of <date>', "the network as it was then; only --json goes with it, and today's scores stay")
    .option('--json', 'print the report as JSON')
    .action((options: Options) => analyze(context, options));
}

async function analyze(context: CliContext, { json, memory, asOf, ...settings }: Options): Promise<void> {
  if (asOf !== undefined) return pastAnalysis(context, asOf, json === true);
  const input: AnalysisInput = { ...settings, ...(memory === undefined ? {} : { memoryMb: memory }) };
  const report = await withServices(context, (services) => runAnalysis(services, input, context.err));
  context.out(json === true ? JSON.stringify(report, null, 2) : summaryOf(report));
}

async function pastAnalysis(context: CliContext, asOf: string, json: boolean): Promise<void> {
  const { report, leaders } = await withServices(context, async (services) => {
    const report = await analyzeAsOf(services, { asOf: asOf as unknown as Date });
    return { report, leaders: await services.graph.read('analysis/as-of-leaders', { run: report.runId }) };
  });
  if (json) return context.out(JSON.stringify({ ...report, leaders }, null, 2));
  const { nodes, ties, communities, modularity } = report;
  context.out(`${nodes} customers, ${ties} ties, ${communities} communities, modularity ${modularity.toFixed(4)}`);
  context.out(formatRows(leaders, 'table'));
}

function summaryOf(r: AnalysisReport): string {
  const count = (value: number) => value.toLocaleString('en-US');
  const seconds = Object.values(r.durations).reduce((sum, ms) => sum + ms, 0) / 1000;
  const betweenness = r.betweenness.exact ? 'exact' : `from ${r.betweenness.samples} sources`;
  return [
    `${count(r.nodes)} of ${count(r.customers)} customers consent to profiling; ${count(r.ties)} ties between them`,
    `${count(r.communities)} communities (${count(r.born)} new, ${count(r.closed)} gone), modularity ${r.modularity.toFixed(4)}`,
    `${count(r.components)} components, ${count(r.triangles)} triangles, betweenness ${betweenness}`,
    `${r.runId} done in ${seconds.toFixed(1)} s; see who matters: guanxi cypher run analysis/influencers`,
  ].join('\n');
}
