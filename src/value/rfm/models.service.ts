import { withLease } from '../../graph/lease.js';
import type { RowOf } from '../../graph/queries.gen.js';
import { checked } from '../../kernel/checked.js';
import { AppError } from '../../kernel/error.js';
import { noteScoreRun } from '../../scores/index.js';
import type { Services } from '../../security/index.js';
import { monthsBefore } from '../window.js';
import { modelInput } from './order.js';
import type { RfmMethod } from './rfm.js';
import { frameOf, type Grading, keepRun, throughCustomers, weightsList } from './run.js';
import type { SegmentSet } from './segment-sets.js';

type Model = RowOf<'value/steps/rfm/models'>;

export interface GradedModel {
  readonly model: string;
  /** Customers with a grade in it. */
  readonly scored: number;
  /** Customers who lost theirs: no purchase in its window any more. */
  readonly cleaned: number;
}

/** The RFM models: the one of each currency first, then those that people named. */
export function rfmModels({ graph }: Services): Promise<Model[]> {
  return graph.read('value/steps/rfm/models', {});
}

/** Saves a named model and grades by it at once. Throws INPUT naming every wrong field. */
export async function saveModel(services: Services, given: unknown): Promise<Model> {
  const { weights, segments, ...model } = checked(modelInput, given, 'saveRfmModel');
  const { name, nameZh = model.name, store = null, category = null, ...rest } = model;
  await services.graph.write('value/steps/rfm/model-save', {
    ...{ ...rest, name, nameZh, store, category, main: false },
    ...{ segmentSet: segments, weights: weightsList(weights) },
  });
  await gradeModel(services, model.id);
  return modelNamed(services, model.id);
}

/** Removes a named model with its grades. Throws NOT_FOUND. */
export async function removeModel(services: Services, id: string): Promise<Model> {
  const model = await modelNamed(services, id);
  const graph = services.graph.withTimeout(LONGEST_MS);
  await graph.write('value/steps/rfm/model-empty', { id });
  await graph.write('value/steps/rfm/model-remove', { id });
  return model;
}

/** Cuts a named model's quintiles anew and grades by them. One run of a model at a time (BUSY). Throws NOT_FOUND. */
export async function gradeModel(given: Services, id: string): Promise<GradedModel> {
  const services = { ...given, graph: given.graph.withTimeout(LONGEST_MS) };
  const { graph, clock } = services;
  return withLease(graph, { id: `rfm:${id}`, seconds: 60, waitMs: 0 }, async () => {
    const { windowMonths, currency, store, category, ...model } = await modelNamed(services, id);
    const at = clock.now();
    const window = { since: monthsBefore(at, windowMonths), asOf: at };
    const [found] = await graph.read('value/steps/rfm/cuts', { ...window, currency, store, category });
    const grading = gradingOf(model);
    const frame = { id, ...window, until: null, at, ...frameOf(found, currency, grading) };
    await graph.write('value/steps/rfm/model-frame', frame);
    let cleaned = 0;
    await throughCustomers(graph, null, async (customerIds) => {
      cleaned += (await graph.write('value/steps/rfm/model-grade', { given: { customerIds, model: id }, now: at }))
        .cleaned;
    });
    const scored = await keepRun(services, { model: id, at, moment: at, asOf: at, grading, found });
    await noteScoreRun(services, 'rfmModels');
    return { model: id, scored, cleaned };
  });
}

const LONGEST_MS = 600_000;

/** How a stored model grades. */
export function gradingOf({ method, segmentSet, weights }: Pick<Model, 'method' | 'segmentSet' | 'weights'>): Grading {
  const [recency = 1, frequency = 1, monetary = 1] = weights;
  return {
    method: method as RfmMethod,
    segments: segmentSet as SegmentSet,
    weights: { recency, frequency, monetary },
  };
}

async function modelNamed({ graph }: Services, id: string): Promise<Model> {
  const [model] = await graph.read('value/steps/rfm/models', { id });
  if (model && !model.main) return model;
  throw new AppError('NOT_FOUND', `no RFM model named "${id}"`, 'see `guanxi value models`');
}
