import { AppError } from '../../kernel/error.js';
import type { Services } from '../services.js';
import { anchorFile, readAnchors, writeAnchor } from './anchor.js';

/** What anchoring did: the end it noted, or null where nothing was appended since the last time. */
export type Anchored = { readonly seq: number; readonly hash: string } | null;

/**
 * Notes where the audit chain ends in a file outside the database. Throws CONFLICT when the chain ends before what was
 * noted last.
 */
export async function anchorAudit({ graph, clock }: Services, home: string): Promise<Anchored> {
  const path = anchorFile(home);
  const [end] = await graph.read('security/steps/audit/audit-end', {});
  const last = (await readAnchors(path)).at(-1);
  if (last && (end?.seq ?? 0) < last.seq)
    throw new AppError(
      'CONFLICT',
      `the audit chain ends at ${end?.seq ?? 0}, before its last anchor ${last.seq}`,
      'entries were taken away: run `guanxi audit verify`',
    );
  anchored.set(path, end?.seq ?? 0);
  if (!end || end.seq === 0 || end.seq === last?.seq) return null;
  const now = clock.now();
  await writeAnchor(path, { seq: end.seq, hash: end.hash, at: now.toISOString() });
  await graph.write('security/steps/audit/audit-checked', { now, anchoredSeq: end.seq });
  return end;
}

/** Entries that this process did not anchor yet; none where nothing was appended. */
export async function entriesToAnchor({ graph, home }: Services): Promise<number> {
  const [end] = await graph.read('security/steps/audit/audit-end', {});
  return (end?.seq ?? 0) - (anchored.get(anchorFile(home)) ?? 0);
}

/** The last entry that this process found anchored, by file: the file is not read at every look. */
const anchored = new Map<string, number>();
