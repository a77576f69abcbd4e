import { markov } from './markov.js';
import type { Credits, TouchPath } from './paths.js';
import { firstTouch, lastTouch, linear, positionBased, shapley, timeDecay } from './rules.js';

export const MODELS = ['FIRST', 'LAST', 'LINEAR', 'TIME_DECAY', 'POSITION', 'MARKOV', 'SHAPLEY'] as const;
export type Model = (typeof MODELS)[number];

export interface ModelSettings {
  /** Of time decay, days. */
  readonly halfLifeDays: number;
  /** Touch points that a state of the Markov chain remembers, 1..3. */
  readonly order: number;
}

/** The credits of a model. */
export function creditsOf(model: Model, paths: readonly TouchPath[], { halfLifeDays, order }: ModelSettings): Credits {
  const models: Readonly<Record<Model, () => Credits>> = {
    FIRST: () => firstTouch(paths),
    LAST: () => lastTouch(paths),
    LINEAR: () => linear(paths),
    TIME_DECAY: () => timeDecay(paths, halfLifeDays),
    POSITION: () => positionBased(paths),
    MARKOV: () => markov(paths, order),
    SHAPLEY: () => shapley(paths),
  };
  return models[model]();
}
