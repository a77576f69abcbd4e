import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ERASURE_MODES } from '../../consent/index.js';
import { AppError } from '../../kernel/error.js';

const ENTRY = z.object({
  receiptId: z.string(),
  at: z.iso.datetime(),
  mode: z.enum(ERASURE_MODES),
  /** Keyed hash of the customer's id. */
  subject: z.string(),
  marks: z.array(z.string()),
});
/**
 * One erasure, as it is kept outside the database: hashes only. A backup from before it brings the person back, and
 * this takes them out again.
 */
export type LedgerEntry = z.output<typeof ENTRY>;

function pathIn(home: string): string {
  return join(home, 'erasures.jsonl');
}

/** Appends before anything is erased, so that an erasure that was cut off is finished by the next start. */
export function appendErasure(home: string, entry: LedgerEntry): void {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  appendFileSync(pathIn(home), `${JSON.stringify(entry)}\n`, { mode: 0o600, flush: true });
}

/** Every erasure ever, each once. Throws SETUP when the file was damaged. */
export function readErasures(home: string): LedgerEntry[] {
  if (!existsSync(pathIn(home))) return [];
  const lines = readFileSync(pathIn(home), 'utf8').split('\n').filter(Boolean);
  const entries = lines.map((line, at) => entryOf(line, at + 1, home));
  return [...new Map(entries.map((entry) => [entry.receiptId, entry])).values()];
}

function entryOf(line: string, number: number, home: string): LedgerEntry {
  try {
    return ENTRY.parse(JSON.parse(line));
  } catch (error) {
    const hint = 'restore the file from its backup; without it people who were erased could come back';
    throw new AppError('SETUP', `line ${number} of ${pathIn(home)} cannot be read`, hint, {}, error);
  }
}
