import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { creditsOf, MODELS } from '../../src/campaigns/attribution/models.js';
import type { TouchPath } from '../../src/campaigns/attribution/paths.js';
import type { CliContext } from '../../src/cli/context.js';
import { AppError } from '../../src/kernel/error.js';
import { median } from '../timing.js';

/** What the definitions say of PathData. */
const KNOWN: readonly [model: (typeof MODELS)[number], channel: string, conversions: number][] = [
  ['FIRST', 'alpha', 6308],
  ['FIRST', 'iota', 4606],
  ['FIRST', 'eta', 3164],
  ['LAST', 'alpha', 8447],
  ['LINEAR', 'alpha', 7574.719],
  ['LINEAR', 'iota', 3857.096],
];
const RUNS = 5;

/**
 * The seven models on PathData (ChannelAttribution's example, 10,000 paths): their credits against known values, and
 * their time.
 */
export async function run([file]: string[], { out }: CliContext): Promise<void> {
  if (!file) throw new AppError('INPUT', 'no file of paths', 'name it: guanxi bench attribution paths.csv');
  const paths = pathsOf(file);
  for (const [model, order] of [
    ...MODELS.map((one) => [one, 1] as const),
    ['MARKOV', 2] as const,
    ['MARKOV', 3] as const,
  ]) {
    const settings = { halfLifeDays: 7, order };
    const credits = creditsOf(model, paths, settings);
    const before = process.cpuUsage();
    const times = Array.from({ length: RUNS }, () => timeOf(() => creditsOf(model, paths, settings)));
    const { user, system } = process.cpuUsage(before);
    const cpu = (user + system) / 1000 / RUNS;
    const sum = [...credits.values()].reduce((total, { conversions }) => total + conversions, 0);
    const name = order > 1 ? `${model} order ${order}` : model;
    out(
      `${name.padEnd(15)} ${median(times).toFixed(0).padStart(5)} ms (${cpu.toFixed(0)} ms of a processor)  ${paths.length} paths, credits sum to ${sum.toFixed(3)}`,
    );
    for (const [of, channel, known] of KNOWN.filter(([one]) => one === model))
      out(
        `  ${channel.padEnd(6)} ${credits.get(channel)!.conversions.toFixed(3)}, known ${known}${mark(credits.get(channel)!.conversions, known, of)}`,
      );
  }
}

function mark(found: number, known: number, model: string): string {
  return Math.abs(found - known) < 0.0005 ? '' : `  DIFFERS (${model})`;
}

function timeOf(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function pathsOf(file: string): TouchPath[] {
  const rows = parse(readFileSync(file), { columns: true }) as Record<string, string>[];
  return rows.map((row) => ({
    touches: row.path!.split('>').map((touch) => touch.trim()),
    conversions: Number(row.total_conversions),
    value: Number(row.total_conversion_value),
    nulls: Number(row.total_null),
  }));
}
