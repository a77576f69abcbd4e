/**
 * Intake: rows in, graph out. A kind is what a row becomes (kinds/); rows are validated, normalised, suppressed,
 * joined, sealed and written (rows/), wherever they come from: files (files/) or a request.
 */

export { exponentOf } from './cells/money.js';
export { importFiles } from './files/import-files.service.js';
export { type ImportReport, tableOf } from './files/report.js';
export type { StepProgress } from './files/run-step.js';
export { generatedFromKinds } from './generated/files.js';
export type { KindName } from './kinds/names.js';
export { type GivenRow, intakeRows } from './rows/intake-rows.service.js';
export { rekeyKnown } from './writers/identities.js';
