import type { GraphTransaction } from '../../graph/graph.js';
import type { Vault } from '../sealing/vault.js';
import type { Services } from '../services.js';
import type { AuditContent } from './chain.js';
import { appendSoon, appendWithin } from './writer.js';

/**
 * What is to be recorded; who, in which role, for which purpose and when is added from the services. Never a personal
 * value in any of it.
 */
export interface AuditRecord {
  /**
   * In capitals: OPENED, LOOKED_UP, BREAK_GLASS, EXPORTED, MERGED, CONSENT_GIVEN, POLICY_CHANGED, CAMPAIGN_LAUNCHED, …
   */
  readonly action: string;
  /** Id of what was acted upon. */
  readonly subject?: string | null | undefined;
  /** Names of the fields that were opened, exported or changed. */
  readonly fields?: readonly string[] | undefined;
  /** Ids of the customers it is about. */
  readonly customers?: readonly string[] | undefined;
  readonly count: number;
  /** What the access is for, where it is said with the call; else the token says it. */
  readonly purpose?: string | undefined;
  /** A word, or a few names and numbers. */
  readonly detail?: string | Readonly<Record<string, string | number | boolean | null>> | undefined;
}

/** Most customers in one entry; more are recorded in several. */
const CUSTOMERS = 1000;

/**
 * Records who did what in the audit chain. With `tx`, in that transaction, as its last statement: the change and its
 * entry are there together or not at all. Without, it returns when the entry is durable: await it before anything read
 * leaves.
 */
export async function recordAudit(services: Services, record: AuditRecord, tx?: GraphTransaction): Promise<void> {
  const { graph, vault } = services;
  const contents = contentsOf(services, record);
  if (tx) await appendWithin(tx, vault, contents);
  else await appendSoon(graph, vault, contents);
}

function contentsOf({ clock, random, viewer, vault }: Services, record: AuditRecord): AuditContent[] {
  const { action, subject, fields = [], customers = [], count, detail } = record;
  const unnamed = (text: string) => withMarks(vault, text, customers);
  const said = {
    at: clock.now(),
    action,
    viewer: viewer.id,
    role: viewer.role,
    purpose: record.purpose ?? viewer.purpose ?? null,
    subject: subject == null ? null : unnamed(subject),
    fields,
    detail: detail === undefined ? null : unnamed(typeof detail === 'string' ? detail : JSON.stringify(detail)),
  };
  const parts = Math.max(1, Math.ceil(customers.length / CUSTOMERS));
  return Array.from({ length: parts }, (_, at) => {
    const own = customers.slice(at * CUSTOMERS, (at + 1) * CUSTOMERS);
    return { ...said, id: random.id(), customers: own, count: parts === 1 ? count : own.length };
  });
}

/**
 * Ids of the entry's customers stand in its texts by their marks: an erasure has nothing to change there, and the hash
 * holds.
 */
function withMarks(vault: Vault, text: string, customers: readonly string[]): string {
  return customers
    .filter((id) => text.includes(id))
    .reduce((marked, id) => marked.replace(wholeWord(id), vault.auditMark(id)), text);
}

function wholeWord(id: string): RegExp {
  return new RegExp(`(?<!\\w)${id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\w)`, 'g');
}
