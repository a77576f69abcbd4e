import { DAY_MS } from '../../kernel/clock.js';
import { recordAudit, type Services } from '../../security/index.js';
import { type ComplianceScore, complianceOf } from './compliance.js';
import { type ProcessingRecord, registry, SAFEGUARDS } from './registry.js';
import { applyRetention } from './retention.service.js';

export interface Processing {
  readonly madeAt: Date;
  readonly activities: readonly (ProcessingRecord & { readonly people: number })[];
  readonly safeguards: readonly string[];
}

/**
 * The records of processing (GDPR art. 30): the code's own registry, with how many people each purpose now uses data
 * of.
 */
export async function recordsOfProcessing({ graph, clock }: Services): Promise<Processing> {
  const used = await graph.read('rights/steps/accountability/accountability-people', {
    since: daysBefore(clock.now(), 365),
    now: clock.now(),
  });
  const people = new Map(used.map((row) => [row.purposeId, row.used]));
  const activities = registry().map((activity) => ({ ...activity, people: people.get(activity.purpose) ?? 0 }));
  return { madeAt: clock.now(), activities, safeguards: SAFEGUARDS };
}

/** How well duties are kept, 0..100, over the last year; sends over the last 90 days. */
export async function complianceScore(services: Services): Promise<ComplianceScore> {
  const { graph, clock } = services;
  const now = clock.now();
  const purposes = await graph.read('rights/steps/accountability/accountability-people', {
    since: daysBefore(now, 90),
    now,
  });
  const [answers] = await graph.read('rights/steps/accountability/accountability-answers', {
    since: daysBefore(now, 365),
    now,
  });
  const kept = await applyRetention(services, { dryRun: true });
  return complianceOf({ purposes: purposes.filter(({ used }) => used > 0), ...answers!, kept });
}

export interface BreachQuestion {
  readonly since: Date;
  readonly until?: Date | null | undefined;
  /** Subject of a token. */
  readonly viewer?: string | null | undefined;
  readonly field?: string | null | undefined;
}

export interface BreachReport {
  readonly since: Date;
  readonly until: Date;
  /** People affected, each once. */
  readonly people: number;
  readonly customers: readonly string[];
  readonly by: readonly {
    readonly action: string;
    readonly viewer: string;
    readonly role: string | null;
    readonly entries: number;
    readonly people: number;
    readonly fields: readonly string[];
    readonly firstAt: Date;
    readonly lastAt: Date;
  }[];
}

/**
 * Who was affected since a time, and by what, from the audit: what a notice of a breach needs (GDPR art. 33, PIPL art.
 * 57). Recorded.
 */
export async function breachReport(services: Services, question: BreachQuestion): Promise<BreachReport> {
  const { graph, clock } = services;
  const { since, until: end, viewer = null, field = null } = question;
  const until = end ?? clock.now();
  const rows = await graph.read('rights/steps/accountability/accountability-breach', { since, until, viewer, field });
  const customers = [...new Set(rows.flatMap((row) => row.customers))].sort();
  await recordAudit(services, { action: 'BREACH_REPORT', count: customers.length, detail: { field } });
  const by = rows.map(({ customers: affected, ...row }) => ({ ...row, people: affected.length }));
  return { since, until, people: customers.length, customers, by };
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS);
}
