import { readSettings } from '../../kernel/settings.js';
import { countStale, removeStale } from '../../scores/index.js';
import { recordAudit, type Services } from '../../security/index.js';
import { boundOf, KEPT_LABELS, type KeptLabel, RETENTION, type RetentionDays } from './retention.js';
import { RETENTION_SETTINGS } from './settings.js';

export interface Kept {
  readonly label: KeptLabel;
  /** Null keeps for ever. */
  readonly before: Date | null;
  readonly action: 'DELETE' | 'MASK';
  readonly total: number;
  /** Past its time when it was looked at. */
  readonly due: number;
  /** Deleted or masked; 0 in a dry run. */
  readonly done: number;
  readonly why: string;
}

export interface RetentionOptions {
  readonly dryRun?: boolean;
  readonly days?: RetentionDays;
}

/**
 * What is past its time, and, unless it is a dry run, deletes or masks it in batches; recorded by label and count. Safe
 * to repeat.
 */
export async function applyRetention(services: Services, options: RetentionOptions = {}): Promise<Kept[]> {
  const days = options.days ?? readSettings(RETENTION_SETTINGS).RETENTION;
  const now = services.clock.now();
  const bounds = Object.fromEntries(KEPT_LABELS.map((label) => [label, boundOf(label, now, days)]));
  const found = await services.graph.read('rights/steps/accountability/retention-due', {
    events: bounds.Event ?? null,
    touches: bounds.Touch ?? null,
    runs: bounds.JourneyRun ?? null,
    alerts: bounds.JourneyAlert ?? null,
    requests: bounds.DataRequest ?? null,
    audit: bounds.AuditEntry ?? null,
  });
  const scores = { label: 'Score', ...(await countStale(services, bounds.Score ?? null)) };
  const kept: Kept[] = [];
  for (const row of [...found, scores]) {
    const { due, total } = row;
    const label = row.label as KeptLabel;
    const before = bounds[label] ?? null;
    const { action, why } = RETENTION[label];
    const done = options.dryRun || before === null || due === 0 ? 0 : await apply(services, label, before);
    kept.push({ label, before, action, total, due, done, why });
  }
  return kept;
}

async function apply(services: Services, label: KeptLabel, before: Date): Promise<number> {
  const done = await remover(label)(services, before);
  const detail = { label, action: RETENTION[label].action };
  if (done > 0) await recordAudit(services, { action: 'RETENTION', count: done, detail });
  return done;
}

function remover(label: KeptLabel): (services: Services, before: Date) => Promise<number> {
  if (label === 'AuditEntry') return maskAudit;
  return label === 'Score' ? removeStale : (services, before) => remove(services, label, before);
}

async function remove({ graph }: Services, label: KeptLabel, before: Date): Promise<number> {
  for (let sum = 0; ; ) {
    const { removed } = await graph.write('rights/steps/accountability/retention-remove', { label, before });
    if (removed === 0) return sum;
    sum += removed;
  }
}

async function maskAudit({ graph, vault }: Services, before: Date): Promise<number> {
  for (let sum = 0; ; ) {
    const page = await graph.read('rights/steps/accountability/retention-audit', { before });
    if (page.length === 0) return sum;
    const rows = page.map(({ id, customers }) => ({
      id,
      customers: customers.map((customer) => (customer.startsWith('~') ? customer : vault.auditMark(customer))),
    }));
    sum += (await graph.write('rights/steps/accountability/retention-audit-mask', { rows })).masked;
  }
}
