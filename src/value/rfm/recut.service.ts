import { AppError } from '../../kernel/error.js';
import type { Services } from '../../security/index.js';
import { gradeModel, gradingOf, rfmModels } from './models.service.js';
import { rescoreRfm } from './rfm.service.js';

/**
 * Cuts every model anew as of now, by the settings of its last run: of each currency, and named. Before the first run,
 * the currency most used. A model that is being graded just now is left to whoever does. Safe to repeat.
 */
export async function recutRfm(services: Services): Promise<{ models: number; scored: number; moved: number }> {
  const models = await rfmModels(services);
  const done = { models: 0, scored: 0, moved: 0 };
  const counted = ({ scored, moved = 0 }: { readonly scored: number; readonly moved?: number }) => {
    done.models += 1;
    done.scored += scored;
    done.moved += moved;
  };
  const main = models.filter((model) => model.main);
  for (const model of main) {
    const { currency, windowMonths } = model;
    const run = await unlessBusy(() => rescoreRfm(services, { currency, windowMonths, ...gradingOf(model) }));
    if (run) counted(run);
  }
  if (main.length === 0) {
    const [most] = await services.graph.read('value/steps/order-currencies', { asOf: services.clock.now() });
    const run = most && (await unlessBusy(() => rescoreRfm(services, { currency: most.currency })));
    if (run) counted(run);
  }
  for (const { id } of models.filter((model) => !model.main)) {
    const run = await unlessBusy(() => gradeModel(services, id));
    if (run) counted(run);
  }
  return done;
}

async function unlessBusy<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError && error.kind === 'BUSY') return null;
    throw error;
  }
}
