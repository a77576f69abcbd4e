/**
 * Scores: everything that is worked out about a customer, declared once. A score is a property of Customer, an edge a
 * relationship of it; a run is the job that writes them. Removal with consent and by age, the API's fields, the
 * policy's classes, a person's copy, docs/data/scores.md and the tests' vocabulary follow from this registry. Files by run:
 * influence-scores, network-scores, rfm-scores, value-scores, tier-scores, fraud-scores, score-edges.
 */
export { scoreFiles } from './files.js';
export { measureOf } from './page.js';
export {
  EDGES,
  type ExplanationOf,
  explanationsOf,
  propertiesOfRun,
  publishedAs,
  purposeOf,
  SCORES,
  scoreOf,
  shownIn,
  writtenBy,
} from './registry.js';
export { countStale, noteScoreRun, removeStale } from './run.service.js';
export { RUN_IDS, RUNS } from './runs.js';
export type { ScoreKind } from './score.js';
export { customerScoreFields, scoreTypes } from './sdl.js';
