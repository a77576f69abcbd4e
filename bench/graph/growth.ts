/**
 * How the time of a whole analysis grows with the network: `npm run bench -- growth --customers 10000,100000,1000000`.
 * Each size is analysed three times: with nothing there yet, by a server that just started; on what that left; and with
 * other settings, by which PageRank, sampled paths and communities come out anew and nearly every score is written
 * again. Prints the steps and draws the curves into growth.svg, both axes logarithmic.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type AnalysisReport, runAnalysis } from '../../src/analysis/index.js';
import type { CliContext } from '../../src/cli/context.js';
import { withServices } from '../../src/cli/session.js';
import { checked } from '../../src/kernel/checked.js';
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
  readonly anew: number;
}

/** Another damping and another seed: what a run can find otherwise, it finds otherwise. */
const OTHERWISE = { damping: 0.8, seed: 7 };

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
    const anew = await runAnalysis(services, OTHERWISE, context.err);
    const point = { customers, first: secondsOf(first), again: secondsOf(again), anew: secondsOf(anew) };
    context.out(
      `${customers.toLocaleString('en-US').padStart(10)} customers, ${first.nodes.toLocaleString('en-US')} analysed, ` +
        `${first.ties.toLocaleString('en-US')} ties: first ${point.first.toFixed(1)} s, again ${point.again.toFixed(1)} s, ` +
        `anew ${point.anew.toFixed(1)} s (${anew.moved.toLocaleString('en-US')} moved)`,
    );
    context.out(`  first, s: ${stepsOf(first)}`);
    context.out(`  again, s: ${stepsOf(again)}`);
    context.out(`  anew,  s: ${stepsOf(anew)}`);
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
    lines: [line('first run', (p) => p.first), line('run again', (p) => p.again), line('all rewritten', (p) => p.anew)],
  });
}
