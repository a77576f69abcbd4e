/**
 * Intake: rows in, graph out. A kind is what a row becomes, a step one file read once, a reject a row that may not go in.
 */
export { COLUMNS as IMPORT_COLUMNS } from './columns.js';
export { rekeyKnown } from './identities.js';
export { type ImportOptions, importFiles } from './import.service.js';
export { exponentOf, minorUnits } from './money.js';
export { type FileReport, type ImportReport, tableOf } from './report.js';
export type { StepProgress } from './run-step.js';
export { tieKey } from './ties.js';
