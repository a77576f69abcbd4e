/**
 * How long a fit of BG/NBD takes against Python's lifetimes in the same run, how long it takes to tell what a million
 * customers are worth, and how often intervals hold the truth: `npm run bench -- clv --customers 2357`. Needs no
 * database.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { CliContext } from '../../src/cli/context.js';
import { checked } from '../../src/kernel/checked.js';
import { seededRandom } from '../../src/kernel/random.js';
import { bgNbdObjective, fitBgNbd, groupHistories, type History } from '../../src/value/clv/bg-nbd.js';
import { covarianceOf, parameterIntervals } from '../../src/value/clv/intervals.js';
import { worthBy } from '../../src/value/clv/worth.js';
import { askPython, makeVenv } from '../python.js';
import { median } from '../timing.js';
import { simulated } from './simulated.js';

const bounds = z.object({
  customers: z.coerce.number().int().min(500).max(1_000_000).default(2_357),
  scored: z.coerce.number().int().min(1000).max(10_000_000).default(1_000_000),
  seed: z.coerce.number().int().min(0).max(0xffffffff).default(7),
});
/** The parameters of CDNOW, by which customers are made. */
const TRUTH = { r: 0.2426, alpha: 4.4135, a: 0.7929, b: 2.4258 };
const SPEND = { p: 6.25, q: 3.74, v: 15.44 };
const TIMES = 5;

interface Outside {
  readonly seconds: readonly number[];
  readonly parameters: Readonly<Record<string, number>>;
}

/** Fits side by side, a million scored, a hundred refits. */
export async function run(args: string[], context: CliContext): Promise<void> {
  const options = { customers: { type: 'string' }, scored: { type: 'string' }, seed: { type: 'string' } } as const;
  const asked = checked(bounds, parseArgs({ args, options }).values, 'bench clv');
  const random = seededRandom(asked.seed);
  const histories = made(asked.customers, random.next);
  await sideBySide(histories, context);
  const people = made(asked.scored, random.next);
  const started = performance.now();
  const worth = worthBy({ purchases: TRUTH, spend: SPEND });
  let sum = 0;
  for (const history of people) sum += worth({ history, spender: spenderOf(history) }).clv;
  const seconds = (performance.now() - started) / 1000;
  context.out(`${people.length} customers scored in ${seconds.toFixed(2)} s, mean ${(sum / people.length).toFixed(2)}`);
  const told = refits(random.next).map(({ held, given }) => `${held} of ${given}`);
  context.out(`95 % intervals of r, alpha, a, b hold the truth in ${told.join(', ')} that 100 simulated refits gave`);
}

/** Bought first in the first twelve of 39 weeks, and times in days, as a shop has them. */
function made(customers: number, next: () => number): History[] {
  const days = (weeks: number) => Math.round(weeks * 7) / 7;
  return Array.from({ length: customers }, () => {
    const { repeats, recency, age } = simulated(TRUTH, days(39 - 12 * next()), next);
    return { repeats, recency: days(recency), age };
  });
}

function spenderOf({ repeats, recency }: History) {
  return repeats > 0 ? { purchases: repeats, mean: 10 + recency } : null;
}

async function sideBySide(histories: readonly History[], { config, out, err }: CliContext): Promise<void> {
  const packages = ['lifetimes'];
  const python = await makeVenv({ folder: config.GUANXI_HOME, packages, say: err });
  const folder = await mkdtemp(join(tmpdir(), 'guanxi-clv-'));
  try {
    const file = join(folder, 'histories.json');
    const column = (name: 'repeats' | 'recency' | 'age') => histories.map((history) => history[name]);
    await writeFile(
      file,
      JSON.stringify({ repeats: column('repeats'), recency: column('recency'), age: column('age') }),
    );
    const outside = await askPython<Outside>(python, 'value/clv-lifetimes.py', {
      HISTORIES: file,
      TIMES: String(TIMES),
    });
    const times: number[] = [];
    let fit = fitBgNbd(histories);
    for (let time = 0; time < TIMES; time += 1) {
      const started = performance.now();
      fit = fitBgNbd(histories);
      times.push((performance.now() - started) / 1000);
    }
    const [ours, theirs] = [median(times), median(outside.seconds)];
    const named = ({ r, alpha, a, b }: Readonly<Record<string, number>>) =>
      [r, alpha, a, b].map((value) => value!.toFixed(4)).join(' ');
    out(
      `fit to ${histories.length} customers: ${ours.toFixed(3)} s (r alpha a b ${named({ r: fit.r, alpha: fit.alpha, a: fit.a, b: fit.b })})`,
    );
    out(`lifetimes: ${theirs.toFixed(3)} s (${named(outside.parameters)}); ratio ${(ours / theirs).toFixed(2)}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Of each parameter: how many intervals a hundred refits gave, and how many of them hold the truth. */
function refits(next: () => number): { held: number; given: number }[] {
  const truth = { r: 0.8, alpha: 6, a: 0.9, b: 2.5 };
  const told = Object.values(truth).map(() => ({ held: 0, given: 0 }));
  for (let round = 0; round < 100; round += 1) {
    const grouped = groupHistories(Array.from({ length: 500 }, () => simulated(truth, 60, next)));
    const fit = fitBgNbd(grouped);
    const logs = [fit.r, fit.alpha, fit.a, fit.b].map(Math.log);
    const covariance = covarianceOf(bgNbdObjective(grouped), logs, fit.customers);
    const intervals = covariance ? parameterIntervals(logs, covariance) : [];
    for (const [at, wanted] of Object.values(truth).entries()) {
      const interval = intervals[at];
      if (!interval) continue; // the data could not tell
      told[at]!.given += 1;
      if (interval.low <= wanted && wanted <= interval.high) told[at]!.held += 1;
    }
  }
  return told;
}
