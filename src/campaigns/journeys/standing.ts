import type { RowOf } from '../../graph/queries.gen.js';
import type { Reached } from '../launch/reach.js';
import type { Definition, Step } from './definition.js';
import type { Move } from './move.js';

export type Due = RowOf<'campaigns/steps/journeys/runs/runs-due'>;

/** Somebody whose step is due, with the step. */
export interface Standing extends Due {
  readonly definition: Definition;
  readonly at: Step;
}

/** What becomes of them. */
export interface Moved extends Standing {
  readonly move: Move;
  /** Of a step that sends. */
  readonly send: Reached | null;
}
