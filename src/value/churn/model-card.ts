import { AppError } from '../../kernel/error.js';
import { seededRandom } from '../../kernel/random.js';
import type { Bins } from './psi.js';
import {
  type Coefficient,
  coefficientsOf,
  distributionsOf,
  L2,
  type Quality,
  qualityOf,
  type Sample,
  type Trained,
  train,
} from './train.js';

/** What a training found, kept with its run: the model, what it was fitted and measured on, and how good it is. */
export interface ModelCard {
  /** `churn`, or `propensity:` and the id of a category. */
  readonly kind: string;
  readonly horizonDays: number;
  /**
   * Features are as of these; what came to pass is of the horizon after each. The later one calibrates and measures.
   */
  readonly fittedAt: string;
  readonly measuredAt: string;
  readonly l2: number;
  readonly trained: Trained;
  /** On whom it was fitted, and on whom calibrated: half of those of the later cut-off. */
  readonly fitted: { readonly customers: number; readonly positives: number };
  readonly calibrated: { readonly by: 'PLATT'; readonly customers: number };
  /** On the other half. */
  readonly quality: Quality;
  /** AUC of the same training without what is told by neighbours; null where it has nothing of them. */
  readonly aucWithoutNetwork: number | null;
  readonly separated: readonly string[];
  readonly coefficients: readonly Coefficient[];
  /** Features that the events kept do not reach back to. */
  readonly leftOut: readonly string[];
  readonly score: Bins;
  readonly features: readonly Bins[];
}

export interface CardAsked extends Pick<ModelCard, 'kind' | 'horizonDays' | 'leftOut'> {
  readonly names: readonly string[];
  /** Those that stay when the network is left out. */
  readonly own: readonly string[];
  readonly fittedAt: Date;
  readonly measuredAt: Date;
  /** Of the earlier and of the later cut-off. */
  readonly earlier: Sample;
  readonly later: Sample;
}

/**
 * Customers of either class below which a model is a guess: to fit on, and in each half that calibrates or measures.
 */
const LEAST_FITTED = 50;
const LEAST_MEASURED = 20;
const SEED = 1;

/**
 * Trains on the earlier cut-off, calibrates and measures on the halves of the later one. Throws CONFLICT where the data
 * cannot bear it.
 */
export function cardOf({ names, own, earlier, later, ...asked }: CardAsked): ModelCard {
  const [held, test] = halves(later);
  refuseFew(earlier, LEAST_FITTED, asked.fittedAt, asked.horizonDays);
  for (const half of [held, test]) refuseFew(half, LEAST_MEASURED, asked.measuredAt, asked.horizonDays);
  const trained = train(names, earlier, held);
  const bare = (sample: Sample) => ({ ...sample, rows: columnsOf(sample.rows, names, own) });
  const without = own.length === names.length ? null : qualityOf(train(own, bare(earlier), bare(held)), bare(test)).auc;
  const { separated, coefficients } = coefficientsOf(trained, earlier);
  return {
    ...{ kind: asked.kind, horizonDays: asked.horizonDays, leftOut: asked.leftOut },
    ...{ fittedAt: asked.fittedAt.toISOString(), measuredAt: asked.measuredAt.toISOString(), l2: L2, trained },
    fitted: { customers: earlier.rows.length, positives: positivesOf(earlier) },
    calibrated: { by: 'PLATT', customers: held.rows.length },
    quality: qualityOf(trained, test),
    aucWithoutNetwork: without,
    ...{ separated, coefficients },
    ...distributionsOf(trained, later),
  };
}

function refuseFew(sample: Sample, least: number, at: Date, horizonDays: number): void {
  const positives = positivesOf(sample);
  const rarer = Math.min(positives, sample.rows.length - positives);
  if (rarer >= least) return;
  throw new AppError(
    'CONFLICT',
    `of ${sample.rows.length} customers as of ${at.toISOString().slice(0, 10)} it came to pass for ${positives} in ${horizonDays} days: ` +
      `a model needs at least ${least} for whom it did and ${least} for whom it did not`,
    'import more orders, or choose another --as-of or --horizon-days',
  );
}

/** Each customer falls into one half by a seeded draw. */
function halves({ rows, labels }: Sample): [Sample, Sample] {
  const random = seededRandom(SEED);
  const first = rows.map(() => random.next() < 0.5);
  const of = (side: boolean) => ({
    rows: rows.filter((_, at) => first[at] === side),
    labels: labels.filter((_, at) => first[at] === side),
  });
  return [of(true), of(false)];
}

function columnsOf(rows: Sample['rows'], names: readonly string[], wanted: readonly string[]) {
  const places = wanted.map((name) => names.indexOf(name));
  return rows.map((row) => places.map((at) => row[at]!));
}

function positivesOf({ labels }: Sample): number {
  return labels.reduce((sum, label) => sum + label, 0);
}
