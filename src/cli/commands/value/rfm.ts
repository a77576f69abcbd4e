import { z } from 'zod';
import {
  endOfDay,
  gradeModel,
  monthsBefore,
  type RfmRun,
  removeModel,
  rescoreRfm,
  rfmModels,
  rfmOrder,
  saveModel,
} from '../../../value/index.js';
import { command } from '../../command.js';
import { argument, number, option } from '../../options.js';
import { money } from '../../table.js';
import { readYamlFile } from '../../yaml-input.js';

const model = argument('<model>', 'id of a named model');
const dates = z.looseObject({ from: z.iso.date().optional(), to: z.iso.date().optional() });

/** `guanxi rfm` and `guanxi value`: grades of recency, frequency and spend, the models of them, and how they change. */
export const RFM = [
  command<{ model?: string } & object>({
    name: 'rfm',
    about: 'score recency, frequency and spend of customers who consent to profiling',
    example: 'rfm --window-months 12',
    door: 'rescoreRfm',
    options: [
      option('--window-months <months>', 'length of the window', '12'),
      option('--as-of <date>', 'end of the window, exclusive (default: now, and later orders count at once)'),
      option('--method <method>', 'type7 or rpackage', 'type7'),
      option('--segments <set>', 'grid: eleven, every triple in one; rpackage: the ten of the R package', 'grid'),
      option('--currency <code>', 'score orders of this currency; grades in others stay'),
      option('--model <id>', 'grade by this named model instead, as it is saved'),
    ],
    input: rfmOrder.extend({ model: z.string().optional() }) as never,
    answer: async (services, { model: named, ...order }) => {
      if (named !== undefined) {
        const graded = await gradeModel(services, named);
        return { rows: [graded], said: `${graded.scored} scored by ${named}` };
      }
      const run = await rescoreRfm(services, order);
      const segments = await services.graph.read('value/rfm-segments', {});
      const rows = segments.map(({ id, customers, spendMinor }) => ({
        segment: id,
        customers,
        spend: run.currency ? money(spendMinor, run.currency) : spendMinor,
      }));
      return { rows, whole: { ...run, segments }, said: summaryOf(run) };
    },
  }),
  command<object>({
    name: 'value models',
    about: 'list the RFM models: of each currency, and those that people named',
    example: 'value models',
    door: 'rfmModels',
    answer: async (services) => ({
      rows: (await rfmModels(services)).map(({ weights, since, main, ...one }) => ({
        ...one,
        weights: weights.join(':'),
      })),
    }),
  }),
  command<{ file: string }>({
    name: 'value save-model',
    about: 'make or change a named RFM model from a file, and grade by it',
    example: 'value save-model seed/rfm-models/noodles.yaml',
    door: 'saveRfmModel',
    args: [argument('<file>', 'YAML or JSON with id, name and currency, like those in seed/rfm-models')],
    formats: [],
    answer: async (services, { file }) => {
      const { id, scored } = await saveModel(services, readYamlFile(file, 'seed/rfm-models/noodles.yaml'));
      return { said: `${id}: ${scored} scored` };
    },
  }),
  command<{ model: string }>({
    name: 'value remove-model',
    about: 'remove a named RFM model and its grades',
    example: 'value remove-model noodles',
    door: 'removeRfmModel',
    args: [model],
    formats: [],
    answer: async (services, { model: id }) => {
      await removeModel(services, id);
      return { said: `${id} is removed` };
    },
  }),
  command<{ from?: string; to?: string }>({
    name: 'value migration',
    about: 'show from which RFM segment customers moved to which between two dates',
    example: 'value migration',
    door: 'rfmMigration',
    options: [
      option('--from <date>', 'YYYY-MM-DD; three months before now when not given'),
      option('--to <date>', 'YYYY-MM-DD; now when not given'),
    ],
    input: dates as never,
    answer: async (services, given) => {
      const now = services.clock.now();
      const from = given.from ? endOfDay(services, given.from) : monthsBefore(now, 3);
      const to = given.to ? endOfDay(services, given.to) : now;
      return { rows: await services.graph.read('value/rfm/migration', { from, to }) };
    },
  }),
  command<{ model?: string; runs: number }>({
    name: 'value shares',
    about: 'show what share of the customers each RFM segment held, run by run',
    example: 'value shares --runs 6',
    door: 'rfmShares',
    options: [option('--model <id>', 'of a named model'), number('--runs <n>', 'the latest, 1 to 1000', 12)],
    input: z.looseObject({ runs: z.int().min(1).max(1000) }) as never,
    answer: async (services, { model: named, runs }) => ({
      rows: (await services.graph.read('value/rfm/shares', { model: named ?? null, runs })).map(
        ({ run, name, nameZh, ...row }) => row,
      ),
    }),
  }),
];

function summaryOf({ scored, moved, cleaned, since, asOf, currency, method }: RfmRun): string {
  const days = [since, asOf].map((day) => day.toISOString().slice(0, 10)).join(' to ');
  return `${scored} scored, ${moved} moved, ${cleaned} cleaned; ${days}, ${currency ?? 'no orders'}, ${method}`;
}
