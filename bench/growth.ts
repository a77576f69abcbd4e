/**
 * How the time of a whole analysis grows with the network: `npm run bench -- growth --customers 10000,100000,1000000`.
 * Each size is analysed twice, the first time with nothing there yet, the second on what the first left. Prints the steps and
 * draws both curves into growth.svg, both axes logarithmic.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type AnalysisReport, runAnalysis } from '../src/analysis/index.js';
import type { CliContext } from '../src/cli/context.js';
import { withServices } from '../src/cli/session.js';
import { checked } from '../src/kernel/checked.js';
import { inOwnHome, loadBulkWorld } from './bulk-world.js';
import { curves } from './curves.js';

const size = z.number().int().min(300).max(10_000_000);
const bounds = z.object({
  customers: z
    .string()
    .default('10000,100000,1000000')
    .transform((text) => text.split(',').map(Number))
    .pipe(z.array(size).min(2).max(8)),
});

interface Point {
  readonly customers: number;
  readonly first: number;
  readonly again: number;
}

/** Loads, analyses and times each size in turn, on a database of the benchmark's own. */
export async function run(args: string[], given: CliContext): Promise<void> {
  const { customers } = checked(
    bounds,
    parseArgs({ args, options: { customers: { type: 'string' } } }).values,
    'bench growth',
  );
  const context = inOwnHome(given);
  const points: Point[] = [];
  for (const count of customers) {
    await loadBulkWorld(context, count, { fresh: true });
    points.push(await analysed(count, context));
  }
  const file = join(context.config.GUANXI_HOME, 'growth.svg');
  writeFileSync(file, drawingOf(points));
  context.out(`drawn into ${file}`);
}

function analysed(customers: number, context: CliContext): Promise<Point> {
  return withServices(context, async (services) => {
    const first = await runAnalysis(services, {}, context.err);
    const again = await runAnalysis(services, {}, context.err);
    const point = { customers, first: secondsOf(first), again: secondsOf(again) };
    context.out(
      `${customers.toLocaleString('en-US').padStart(10)} customers, ${first.nodes.toLocaleString('en-US')} analysed, ` +
        `${first.ties.toLocaleString('en-US')} ties: first ${point.first.toFixed(1)} s, again ${point.again.toFixed(1)} s`,
    );
    context.out(`  first, s: ${stepsOf(first)}`);
    context.out(`  again, s: ${stepsOf(again)}`);
    return point;
  });
}

function secondsOf({ durations }: AnalysisReport): number {
  return Object.values(durations).reduce((sum, ms) => sum + ms, 0) / 1000;
}

function stepsOf({ durations }: AnalysisReport): string {
  return Object.entries(durations)
    .map(([step, ms]) => `${step} ${(ms / 1000).toFixed(1)}`)
    .join(' · ');
}

function drawingOf(points: readonly Point[]): string {
  const line = (name: string, of: (point: Point) => number) => ({
    name,
    points: points.map((point) => ({ x: point.customers, y: of(point) })),
  });
  return curves({
    title: 'Time of a whole analysis',
    x: 'customers',
    y: 'seconds',
    lines: [line('first run', (p) => p.first), line('run again', (p) => p.again)],
  });
}
