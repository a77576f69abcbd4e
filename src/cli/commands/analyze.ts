import { type AnalysisInput, type AnalysisReport, analyzeAsOf, runAnalysis } from '../../analysis/index.js';
import { readTold } from '../../insight/index.js';
import type { Services } from '../../security/index.js';
import { type Answer, command } from '../command.js';
import { number, option } from '../options.js';

interface Asked extends Omit<AnalysisInput, 'memoryMb'> {
  readonly memory?: number;
  readonly asOf?: string;
  readonly json?: boolean;
}

/** `guanxi analyze`: the scores of the network of everybody who consents to profiling. */
export const ANALYZE = [
  command<Asked>({
    name: 'analyze',
    about: 'score everyone who consents to profiling and find communities',
    example: 'analyze --gamma 1.2',
    door: 'analyze',
    options: [
      number('--exact-up-to <customers>', 'betweenness is exact up to this size'),
      number('--samples <sources>', 'sources of sampled betweenness'),
      number('--gamma <resolution>', 'resolution of communities: higher makes more'),
      number('--seed <number>', 'seed of what is drawn'),
      number('--memory <MiB>', 'refuse when the run would need more'),
      option('--overlapping', 'look for people at home in several communities'),
      option('--as-of <date>', "the network as it was then; today's scores stay"),
      option('--json', 'the same as --format json'),
    ],
    formats: ['table', 'json'],
    answer: async (services, { memory, asOf, json, ...settings }, { context }) => {
      const found = asOf
        ? await pastAnalysis(services, asOf)
        : await analysis(services, { ...settings, ...(memory === undefined ? {} : { memoryMb: memory }) }, context.err);
      return json ? { said: JSON.stringify(found.whole, null, 2) } : found;
    },
  }),
];

async function analysis(services: Services, input: AnalysisInput, say: (line: string) => void): Promise<Answer> {
  const whole = await runAnalysis(services, input, say);
  return { whole, said: summaryOf(whole) };
}

async function pastAnalysis(services: Services, asOf: string): Promise<Answer> {
  const report = await analyzeAsOf(services, { asOf: asOf as unknown as Date });
  const rows = await readTold(services.graph, 'analysis/as-of-leaders', { run: report.runId });
  const { nodes, ties, communities, modularity } = report;
  const said = `${nodes} customers, ${ties} ties, ${communities} communities, modularity ${modularity.toFixed(4)}`;
  return { rows, whole: { ...report, leaders: rows }, said };
}

function summaryOf(r: AnalysisReport): string[] {
  const count = (value: number) => value.toLocaleString('en-US');
  const seconds = Object.values(r.durations).reduce((sum, ms) => sum + ms, 0) / 1000;
  const betweenness = r.betweenness.exact ? 'exact' : `from ${r.betweenness.samples} sources`;
  const communities = `${count(r.communities)} communities (${count(r.born)} new, ${count(r.closed)} gone)`;
  return [
    `${count(r.nodes)} of ${count(r.customers)} customers consent to profiling; ${count(r.ties)} ties between them`,
    `${communities}, modularity ${r.modularity.toFixed(4)}`,
    `${count(r.components)} components, ${count(r.triangles)} triangles, betweenness ${betweenness}`,
    `${r.runId} done in ${seconds.toFixed(1)} s; see who matters: guanxi influencers`,
  ];
}
