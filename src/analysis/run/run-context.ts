import type { AnalysisOptions } from './options.js';
import type { Run } from './run-record.service.js';

/** What every step of a run gets. */
export interface RunContext extends Run {
  /** Of the run, counted from 1, for history. */
  readonly number: number;
  /** From here on numbers are given to new communities. */
  readonly communityNumber: number;
  readonly options: AnalysisOptions;
}
