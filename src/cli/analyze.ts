import { type Command, Option } from 'commander';
import { type AnalysisInput, type AnalysisReport, runAnalysis } from '../analysis/index.js';
import type { CliContext } from './context.js';
import { withServices } from './session.js';

interface Options {
  readonly json?: boolean;
  readonly exactUpTo?: number;
  readonly samples?: number;
  readonly gamma?: number;
  readonly seed?: number;
  readonly memory?: number;
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
    .option('--json', 'print the report as JSON')
    .action((options: Options) => analyze(context, options));
}

/** The text as a number; what is none is refused by the service, which names the setting. */
function number(flags: string, about: string): Option {
  return new Option(flags, about).argParser(Number);
}

async function analyze(context: CliContext, { json, memory, ...settings }: Options): Promise<void> {
  const input: AnalysisInput = { ...settings, ...(memory === undefined ? {} : { memoryMb: memory }) };
  const report = await withServices(context, (services) => runAnalysis(services, input, context.err));
  context.out(json === true ? JSON.stringify(report, null, 2) : summaryOf(report));
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
