import { z } from 'zod';
import { MOST_ROWS } from './rows/intake-rows.service.js';

/**
 * Rows by the names of their columns. What each may hold is the pipeline's to say, so that every fault of every row is
 * told.
 */
export const rowsInput = z.object({ rows: z.array(z.record(z.string(), z.unknown())).min(1).max(MOST_ROWS) });

const fault = z.object({ column: z.string(), reason: z.string() });

/** An answer as REST sends it. */
export const rowsOut = z.object({
  ...{ created: z.int(), updated: z.int(), unchanged: z.int() },
  rejected: z.array(z.object({ index: z.int(), faults: z.array(fault) })),
});
