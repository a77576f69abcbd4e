import { type AnalysisInput, type AnalysisReport, analyzeAsOf, runAnalysis } from '../../analysis/index.js';
import { readTold } from '../../insight/index.js';
import type { Services } from '../../security/index.js';
import { type RfmRun, rescoreRfm, rfmOrder } from '../../value/index.js';
import { type Answer, command } from '../command.js';
import { number, option } from '../options.js';
import { money } from '../table.js';

interface Asked extends Omit<AnalysisInput, 'memoryMb'> {
  readonly memory?: number;
  readonly asOf?: string;
  readonly json?: boolean;
}

/** `guanxi analyze` and `guanxi rfm`: what is worked out about every customer who consents to profiling. */
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
  command<object>({
    name: 'rfm',
    about: 'score recency, frequency and spend of customers who consent to profiling',
    example: 'rfm --window-months 12',
    door: 'rescoreRfm',
    options: [
      option('--window-months <months>', 'length of the window', '12'),
      option('--as-of <date>', 'end of the window, exclusive (default: now)'),
      option('--method <method>', 'type7 or rpackage', 'type7'),
      option('--currency <code>', 'score orders of this currency only'),
    ],
    input: rfmOrder as never,
    answer: async (services, order) => {
      const run = await rescoreRfm(services, order as Parameters<typeof rescoreRfm>[1]);
      const segments = await services.graph.read('value/rfm-segments', {});
      const rows = segments.map(({ id, customers, spendMinor }) => ({
        segment: id,
        customers,
        spend: run.currency ? money(spendMinor, run.currency) : spendMinor,
      }));
      return { rows, whole: { ...run, segments }, said: summaryOfRfm(run) };
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

function summaryOfRfm({ scored, moved, cleaned, since, asOf, currency, method }: RfmRun): string {
  const days = [since, asOf].map((day) => day.toISOString().slice(0, 10)).join(' to ');
  return `${scored} scored, ${moved} moved, ${cleaned} cleaned; ${days}, ${currency ?? 'no orders'}, ${method}`;
}
