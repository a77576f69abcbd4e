/**
 * How well churn is told. `npm run bench -- churn --seed 7`: the planted churners of a made world, with and without
 * neighbours. `npm run bench -- churn --telco FILE`: ten folds of the Telco customers through the product's training.
 */
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse';
import { z } from 'zod';
import { lastDay, readTruth, writeWorld } from '../../seed/world/index.js';
import type { CliContext } from '../../src/cli/context.js';
import { importFiles } from '../../src/intake/index.js';
import { checked } from '../../src/kernel/checked.js';
import { DAY_MS, systemClock } from '../../src/kernel/clock.js';
import { seededRandom } from '../../src/kernel/random.js';
import type { Services } from '../../src/security/services.js';
import { trainChurn } from '../../src/value/churn/churn.service.js';
import { FEATURE_NAMES, ownNames, rowOf } from '../../src/value/churn/features.js';
import { type Member, populationAt } from '../../src/value/churn/population.service.js';
import { auc, calibrationError } from '../../src/value/churn/quality.js';
import { probabilityOf, type Sample, train } from '../../src/value/churn/train.js';
import { withBenchDatabase } from '../database.js';

const bounds = z.object({
  customers: z.coerce.number().int().min(300).max(200_000).default(2_000),
  seed: z.coerce.number().int().min(0).max(0xffffffff).optional(),
  telco: z.string().optional(),
});

/** Planted churners of a made world, or the Telco customers where a file of them is named. */
export async function run(args: string[], context: CliContext): Promise<void> {
  const options = { customers: { type: 'string' }, seed: { type: 'string' }, telco: { type: 'string' } } as const;
  const asked = checked(bounds, parseArgs({ args, options }).values, 'bench churn');
  if (asked.telco !== undefined) return telco(asked.telco, context);
  const seed = asked.seed ?? Math.floor(Math.random() * 2 ** 31);
  const folder = await mkdtemp(join(tmpdir(), 'guanxi-churn-'));
  try {
    const until = lastDay(systemClock.now(), context.config.TIME_ZONE);
    const { files } = await writeWorld({ out: folder, until, customers: asked.customers, seed });
    await withBenchDatabase(context, async (services) => {
      await importFiles(services, { files, rejectsFolder: join(folder, 'rejects') });
      await planted(services, { folder, seed, context });
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Trains two horizons before the end of the world, and looks one horizon before it who was planted to leave. */
async function planted(
  services: Services,
  { folder, seed, context: { out } }: { folder: string; seed: number; context: CliContext },
): Promise<void> {
  const truth = await readTruth(folder);
  const churners = new Set(truth.churners);
  const asOf = new Date(new Date(`${truth.until}T00:00:00+08:00`).getTime() + DAY_MS);
  const { card } = await trainChurn(services, { asOf });
  const { graph } = services;
  const [fittedAt, measuredAt] = [new Date(card.fittedAt), new Date(card.measuredAt)];
  const earlier = await populationAt(graph, { cutOff: fittedAt, horizonDays: card.horizonDays });
  const later = await populationAt(graph, { cutOff: measuredAt, horizonDays: card.horizonDays });
  const names = FEATURE_NAMES.filter((name) => !card.leftOut.includes(name));
  const sample = (
    members: readonly Member[],
    of: readonly string[],
    cutOff: Date,
    label: (one: Member) => boolean,
  ) => ({
    rows: members.map(({ facts, neighbours }) => rowOf(of, facts, neighbours, cutOff)),
    labels: members.map((member) => (label(member) ? 1 : 0)),
  });
  const found = [names, ownNames(names)].map((of) => {
    const fit = sample(earlier, of, fittedAt, ({ facts }) => facts.after === 0);
    const test = sample(later, of, measuredAt, ({ facts }) => churners.has(facts.customerId));
    const model = train(of, fit, fit);
    return auc(
      test.rows.map((row) => probabilityOf(model, row)),
      test.labels,
    );
  });
  const left = later.filter(({ facts }) => churners.has(facts.customerId)).length;
  out(`made world, seed ${seed}: ${left} planted churners among ${later.length} who bought in half a year`);
  out(`  AUC ${found[0]!.toFixed(4)} with neighbours, ${found[1]!.toFixed(4)} without`);
  out(
    `  of no order in ${card.horizonDays} days: AUC ${card.quality.auc.toFixed(4)}, calibration error ${card.quality.calibrationError.toFixed(4)}`,
  );
}

const FOLDS = 10;

/** Each customer is told by a model that saw eight of ten folds, calibrated on the ninth. */
async function telco(file: string, { out }: CliContext): Promise<void> {
  const { names, rows, labels } = await telcoSample(file);
  const random = seededRandom(1);
  const folds = rows.map(() => Math.floor(random.next() * FOLDS));
  const told = rows.map(() => 0);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const part = (wanted: (of: number) => boolean): Sample => ({
      rows: rows.filter((_, at) => wanted(folds[at]!)),
      labels: labels.filter((_, at) => wanted(folds[at]!)),
    });
    const held = (fold + 1) % FOLDS;
    const model = train(
      names,
      part((of) => of !== fold && of !== held),
      part((of) => of === held),
    );
    rows.forEach((row, at) => {
      if (folds[at] === fold) told[at] = probabilityOf(model, row);
    });
  }
  out(`Telco, ${rows.length} customers, ${labels.filter((label) => label === 1).length} left, ${FOLDS} folds`);
  out(`  AUC ${auc(told, labels).toFixed(4)}, calibration error ${calibrationError(told, labels).toFixed(4)}`);
}

/** Words become one feature a value, but for the first of each column; numbers stay. */
async function telcoSample(file: string) {
  const records: Record<string, string>[] = [];
  for await (const record of createReadStream(file).pipe(parse({ columns: true }))) records.push(record);
  const columns = Object.keys(records[0]!).filter((name) => name !== 'customerID' && name !== 'Churn');
  const numeric = columns.filter((name) => records.every((record) => !Number.isNaN(Number(record[name]))));
  const words = columns
    .filter((name) => !numeric.includes(name))
    .flatMap((name) =>
      [...new Set(records.map((record) => record[name]!))]
        .sort()
        .slice(1)
        .map((value) => [name, value]),
    );
  return {
    names: [...numeric, ...words.map(([name, value]) => `${name} ${value}`)],
    rows: records.map((record) => [
      ...numeric.map((name) => Number(record[name])),
      ...words.map(([name, value]) => (record[name!] === value ? 1 : 0)),
    ]),
    labels: records.map(({ Churn }) => (Churn === 'Yes' ? 1 : 0)),
  };
}
