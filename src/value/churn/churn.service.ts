import { withLease } from '../../graph/lease.js';
import { AppError } from '../../kernel/error.js';
import { shortId } from '../../kernel/random.js';
import { noteScoreRun } from '../../scores/index.js';
import type { Services } from '../../security/index.js';
import { rowOf } from './features.js';
import { knownUntil } from './known-until.js';
import { LONGEST_MS, lastModel, type ModelRun, saveRun, type TrainAsked, trainModel } from './model-run.service.js';
import { populationAt } from './population.service.js';
import { psi } from './psi.js';
import { probabilityOf } from './train.js';

/** How far the customers of a scoring are from those that the model was fitted on. */
export interface Drift {
  readonly model: string;
  readonly at: Date;
  readonly customers: number;
  /** Population stability index of the score, and of each feature. */
  readonly score: number;
  readonly features: readonly { readonly name: string; readonly psi: number }[];
}

export const CHURN = 'churn';
const SCORING = 'churn-score';

/**
 * Trains the probability that a customer does not order within the horizon, on customers as they were two horizons ago;
 * calibrated and measured on those of one horizon ago. Throws CONFLICT where the data cannot bear it.
 */
export function trainChurn(services: Services, given: TrainAsked = {}): Promise<ModelRun> {
  const graph = services.graph.withTimeout(LONGEST_MS);
  return trainModel({ ...services, graph }, { ...given, kind: CHURN }, async ({ cutOff, horizonDays, names }) => {
    const members = await populationAt(graph, { cutOff, horizonDays });
    return {
      rows: members.map(({ facts, neighbours }) => rowOf(names, facts, neighbours, cutOff)),
      labels: members.map(({ facts }) => (facts.after === 0 ? 1 : 0)),
    };
  });
}

/** The last training of churn, or null. */
export function lastChurn(services: Pick<Services, 'graph'>): Promise<ModelRun | null> {
  return lastModel(services, CHURN);
}

/**
 * Scores every customer still here by the last model, and tells how far they moved from those it was fitted on. Throws
 * CONFLICT without one.
 */
export async function scoreChurn(services: Services): Promise<Drift> {
  const graph = services.graph.withTimeout(LONGEST_MS);
  return withLease(graph, { id: CHURN, seconds: 120, waitMs: 0 }, async () => {
    const run = await lastChurn(services);
    if (!run) throw new AppError('CONFLICT', 'there is no model of churn yet', 'train one: guanxi churn train');
    const { trained, horizonDays } = run.card;
    const at = services.clock.now();
    const asOf = await knownUntil(services);
    const members = await populationAt(graph, { cutOff: asOf, horizonDays });
    const scored = members.map(({ facts, neighbours }) => rowOf(trained.names, facts, neighbours, asOf));
    const probabilities = scored.map((row) => probabilityOf(trained, row));
    const rows = members.map(({ facts }, place) => ({
      customerId: facts.customerId,
      probability: probabilities[place]!,
    }));
    await graph.writeBatches('value/steps/churn/churn-save', rows, { model: run.id, at });
    await graph.write('value/steps/churn/churn-clean', { at });
    const drift = driftOf(run, { at, probabilities, scored });
    const saved = { id: shortId(services.random), kind: SCORING, at, asOf, customers: rows.length, card: drift };
    await saveRun({ graph }, saved);
    await noteScoreRun(services, 'churn');
    services.log.info('churn scored', { customers: rows.length, drift: drift.score });
    return drift;
  });
}

/** How far the last scoring was from its model, or null before the first. */
export async function lastDrift({ graph }: Pick<Services, 'graph'>): Promise<Drift | null> {
  const [run] = await graph.read('value/steps/model-runs', { kind: SCORING });
  return run ? { ...(JSON.parse(run.card) as Drift), at: run.at } : null;
}

function driftOf(
  { id, card }: ModelRun,
  { at, probabilities, scored }: { at: Date; probabilities: readonly number[]; scored: readonly number[][] },
): Drift {
  const features = card.trained.names.map((name, column) => ({
    name,
    psi: psi(
      card.features[column]!,
      scored.map((row) => row[column]!),
    ),
  }));
  return { model: id, at, customers: scored.length, score: psi(card.score, probabilities), features };
}
