import { z } from 'zod';
import { withLease } from '../../graph/lease.js';
import { checked } from '../../kernel/checked.js';
import { DAY_MS } from '../../kernel/clock.js';
import { shortId } from '../../kernel/random.js';
import type { Services } from '../../security/index.js';
import { ownNames, tellable } from './features.js';
import { knownUntil } from './known-until.js';
import type { CardAsked, ModelCard } from './model-card.js';
import { cardOf } from './model-card.js';
import type { Sample } from './train.js';
import { LOGIN } from './warnings.js';

/** How a model is trained; each has a default. */
export const trainOptions = z.strictObject({
  /** End of what came to pass; now when not given. */
  asOf: z.date().optional(),
  /** Days ahead that the model tells of. */
  horizonDays: z.int().min(14).max(365).default(90),
});
export type TrainAsked = Partial<{ asOf: Date | undefined; horizonDays: number | undefined }>;

/** A training, with its card. */
export interface ModelRun {
  readonly id: string;
  readonly at: Date;
  readonly asOf: Date;
  readonly customers: number;
  readonly card: ModelCard;
}

/** No statement of a training may take longer, ms. */
export const LONGEST_MS = 600_000;

/** The last training of a kind, or null where there is none. */
export async function lastModel({ graph }: Pick<Services, 'graph'>, kind: string): Promise<ModelRun | null> {
  const [run] = await graph.read('value/steps/model-runs', { kind });
  return run ? { ...run, card: JSON.parse(run.card) as ModelCard } : null;
}

/**
 * What is common to every training: two cut-offs a horizon apart, the sample of each, the card, and its keeping. One at
 * a time (BUSY).
 */
export async function trainModel(
  services: Services,
  { kind, ...given }: TrainAsked & { readonly kind: string },
  sampleAt: (at: { cutOff: Date; horizonDays: number; names: readonly string[] }) => Promise<Sample>,
  more: Pick<CardAsked, 'names'> = { names: [] },
): Promise<ModelRun> {
  const options = checked(trainOptions, given, 'train');
  const { horizonDays } = options;
  return withLease(services.graph, { id: kind.split(':')[0]!, seconds: 120, waitMs: 0 }, async () => {
    const at = services.clock.now();
    const asOf = options.asOf ?? (await knownUntil(services));
    const [fittedAt, measuredAt] = [2, 1].map((times) => new Date(asOf.getTime() - times * horizonDays * DAY_MS)) as [
      Date,
      Date,
    ];
    const [kept] = await services.graph.read('value/steps/churn/events-since', { type: LOGIN });
    const told = tellable(kept?.since ?? null, fittedAt);
    const names = [...told.names, ...more.names];
    const earlier = await sampleAt({ cutOff: fittedAt, horizonDays, names });
    const later = await sampleAt({ cutOff: measuredAt, horizonDays, names });
    const own = ownNames(names);
    const card = cardOf({
      kind,
      horizonDays,
      ...{ names, own, leftOut: told.leftOut, fittedAt, measuredAt, earlier, later },
    });
    const run = { id: shortId(services.random), at, asOf, customers: earlier.rows.length, card };
    await saveRun(services, { ...run, kind });
    services.log.info('model trained', { kind, customers: run.customers, auc: card.quality.auc });
    return run;
  });
}

/** Keeps a run of a model with its card. */
export async function saveRun(
  { graph }: Pick<Services, 'graph'>,
  { card, ...run }: { id: string; kind: string; at: Date; asOf: Date; customers: number; card: object },
): Promise<void> {
  const { id, kind, at, asOf, customers } = run;
  const saved = { id, kind, at, asOf, currency: null, customers, card: JSON.stringify(card) };
  await graph.write('value/steps/model-run-save', saved);
}
