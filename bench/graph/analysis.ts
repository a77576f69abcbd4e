/**
 * Analysis in place against the usual round trip (export over Bolt, NetworKit, write back), same database, same run.
 * `npm run bench -- analysis --customers 100000`. With NEO4J_URI set it uses the network that is there.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type AnalysisReport, runAnalysis } from '../../src/analysis/index.js';
import type { CliContext } from '../../src/cli/context.js';
import { withServices } from '../../src/cli/session.js';
import { checked } from '../../src/kernel/checked.js';
import type { Services } from '../../src/security/services.js';
import { makeVenv } from '../python.js';
import { inOwnHome, loadBulkWorld } from './bulk-world.js';
import { type RoundTrip, roundTrip } from './round-trip.js';

const bounds = z.object({ customers: z.coerce.number().int().min(300).max(10_000_000).default(100_000) });

/** Makes the network, analyses it in place, takes it round, prints both and their ratio. */
export async function run(args: string[], given: CliContext): Promise<void> {
  const { values } = parseArgs({ args, options: { customers: { type: 'string' } } });
  const { customers } = checked(bounds, values, 'bench analysis');
  const context = inOwnHome(given);
  if (context.config.NEO4J_URI === undefined) await loadBulkWorld(context, customers);
  const python = await makeVenv({
    folder: context.config.GUANXI_HOME,
    packages: ['networkit', 'neo4j'],
    say: context.err,
  });
  await withServices(context, async (services, { database }) => {
    const report = await runAnalysis(services, {}, context.err);
    const heap = await heapUsed(services);
    const round = await roundTrip(python, database, report.betweenness.samples);
    for (const line of linesOf(report, heap, round)) context.out(line);
  });
}

async function heapUsed({ graph }: Services): Promise<number> {
  const [machine] = await graph.read('analysis/steps/run/machine', {});
  return machine!.heapMax - machine!.heapLeft;
}

/** What NetworKit measures too; influence, lasting communities and the record come on top in place. */
const SAME = [
  'project',
  'degree',
  'pageRank',
  'components',
  'communities',
  'triangles',
  'clustering',
  'coreness',
  'betweenness',
  'save',
];

function linesOf(report: AnalysisReport, heap: number, round: RoundTrip): string[] {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const inPlace = sum(SAME.map((step) => report.durations[step] ?? 0)) / 1000;
  const whole = sum(Object.values(report.durations)) / 1000;
  const around = sum(Object.values(round.seconds));
  const steps = (all: Readonly<Record<string, number>>) =>
    Object.entries(all)
      .map(([step, value]) => `${step} ${value.toFixed(1)}`)
      .join(' · ');
  return [
    `network        ${report.nodes.toLocaleString('en-US')} customers, ${report.ties.toLocaleString('en-US')} ties; Neo4j ${report.versions.neo4j}, GDS ${report.versions.gds}`,
    `in place       ${inPlace.toFixed(1)} s for the same measures, ${whole.toFixed(1)} s with communities that last, influence and record`,
    `  steps, s     ${steps(Object.fromEntries(Object.entries(report.durations).map(([k, ms]) => [k, ms / 1000])))}`,
    `  memory       ${Math.ceil(report.neededBytes / 2 ** 20)} MiB asked for, ${Math.ceil(heap / 2 ** 20)} MiB of heap in use afterwards`,
    `round trip     ${around.toFixed(1)} s: ${steps(round.seconds)}`,
    `ratio          ${(inPlace / around).toFixed(2)} same measures, ${(whole / around).toFixed(2)} whole run (below 1: in place is faster)`,
  ];
}
