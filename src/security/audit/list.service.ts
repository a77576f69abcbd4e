import { z } from 'zod';
import { timeOf } from '../../kernel/input.js';
import { own } from '../../kernel/words/issues.js';
import { requireCursor } from '../access/cursor.service.js';
import type { Services } from '../services.js';

export const listInput = z.object({
  first: z.int().min(1).max(1000).default(50),
  /** Entries with a smaller number: the `seq` of the last one of the page before. */
  after: z.int().min(1).nullish(),
  viewer: z.string().min(1).max(200).nullish(),
  action: z
    .string()
    .regex(/^[A-Z_]{2,50}$/, own('must be in capitals, like OPENED', '须为大写字母，如 OPENED'))
    .nullish(),
  since: timeOf.nullish(),
  /** Those of before the chain instead; they have no number. */
  beforeChain: z.boolean().default(false),
});

/** One entry as officers see it: ids, names of fields and counts. */
export interface AuditLine {
  readonly seq: number | null;
  readonly id: string;
  readonly at: Date;
  readonly viewer: string;
  readonly role: string;
  readonly action: string;
  readonly purpose: string | null;
  readonly subject: string | null;
  readonly fields: readonly string[];
  readonly customers: readonly string[];
  readonly count: number;
  readonly detail: string | null;
}

/** Audit entries, newest first. */
export async function auditEntries(services: Services, asked: z.output<typeof listInput>): Promise<AuditLine[]> {
  const { graph } = services;
  if (asked.after) await requireCursor(services, { kind: 'ENTRY' }, String(asked.after));
  const { first: limit, viewer = null, action = null, since = null } = asked;
  const filter = { viewer, action, since, limit };
  if (!asked.beforeChain)
    return graph.read('security/steps/audit/audit-list', asked.after ? { ...filter, below: asked.after } : filter);
  const rows = await graph.read('security/steps/audit/audit-before', filter);
  return rows.map((row) => ({ seq: null, purpose: null, detail: null, ...row }));
}

/** Where the chain stands, and what its last check found. */
export async function auditState({ graph }: Services) {
  const [totals] = await graph.read('security/steps/audit/audit-totals', {});
  const { hash: _hash, before: _before, ...state } = totals!;
  return { ...state, intact: state.findings === null ? null : state.findings === 0 };
}
