import { MINUTE_MS, type Repeated, repeat } from '../../kernel/clock.js';
import { AppError, kindOf } from '../../kernel/error.js';
import type { Services } from '../services.js';
import { anchorFile, readAnchors, writeAnchor } from './anchor.js';

/** What anchoring did: the end it noted, or null where nothing was appended since the last time. */
export type Anchored = { readonly seq: number; readonly hash: string } | null;

/** Notes where the audit chain ends in a file outside the database. Throws CONFLICT when the chain ends before what was noted last. */
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
  if (!end || end.seq === 0 || end.seq === last?.seq) return null;
  const now = clock.now();
  await writeAnchor(path, { seq: end.seq, hash: end.hash, at: now.toISOString() });
  await graph.write('security/steps/audit/audit-checked', { now, anchoredSeq: end.seq });
  return end;
}

/** How often a server anchors: every so many minutes, and sooner after so many entries. */
export interface Anchoring {
  readonly home: string;
  readonly minutes: number;
  readonly entries: number;
}

const LOOK_MS = 15_000;

/** Anchors from time to time until stopped, and at the end. What goes wrong is logged; the next time is tried again. */
export function startAnchoring(services: Services, { home, minutes, entries }: Anchoring): Repeated {
  let noted = { seq: 0, at: 0 };
  const anchor = async () => {
    const done = await anchorAudit(services, home);
    noted = { seq: done?.seq ?? noted.seq, at: Date.now() };
  };
  const look = async () => {
    const [end] = await services.graph.read('security/steps/audit/audit-end', {});
    if (!end || end.seq === noted.seq) return;
    if (end.seq - noted.seq >= entries || Date.now() - noted.at >= minutes * MINUTE_MS) await anchor();
  };
  const failed = (error: unknown) =>
    services.log.error('the audit chain could not be anchored', {
      kind: kindOf(error),
      problem: error instanceof AppError ? error.message : undefined,
    });
  const looks = repeat(LOOK_MS, look, failed);
  return {
    stop: async () => {
      await looks.stop();
      await anchor().catch(failed);
    },
  };
}
