import type { Vault } from '../sealing/vault.js';

/** One entry of the audit: who did what, to whom, when. Ids and counts only; never a value that identifies a person. */
export interface AuditContent {
  readonly id: string;
  readonly at: Date;
  /** What was done, in capitals: OPENED, LOOKED_UP, CONSENT_GIVEN, … */
  readonly action: string;
  /** Subject of the token. */
  readonly viewer: string;
  readonly role: string;
  /** What the viewer says the access is for. */
  readonly purpose: string | null;
  /** What was acted upon: the id of a campaign, a reward, a consent event. */
  readonly subject: string | null;
  readonly fields: readonly string[];
  /** Customer ids; the mark of one (`Vault.auditMark`) where that customer was erased since. */
  readonly customers: readonly string[];
  readonly count: number;
  readonly detail: string | null;
}

/** An entry in its place. */
export interface ChainEntry extends AuditContent {
  readonly seq: number;
  readonly prevHash: string;
  readonly hash: string;
}

/** Where a chain ends: number and hash of its last entry; 0 and empty before the first. */
export interface ChainEnd {
  readonly seq: number;
  readonly hash: string;
}

/**
 * What is hashed of an entry: JSON of an array in this order, without blanks: form, seq, hash before, id, time (ISO
 * 8601, UTC, ms), action, viewer, role, purpose, subject, fields, marks of the customers, count, detail. Lists keep
 * their order; what is not there is null. A customer stands in it by a mark, so that an erasure can replace the id by
 * its mark and the chain still holds.
 */
export function canonicalForm(vault: Vault, { seq, prevHash }: Place, content: AuditContent): string {
  const { id, at, action, viewer, role, purpose, subject, fields, customers, count, detail } = content;
  const marks = customers.map((customer) => (isMark(customer) ? customer : vault.auditMark(customer)));
  const time = at.toISOString();
  return JSON.stringify([
    'guanxi-audit-1',
    seq,
    prevHash,
    id,
    time,
    action,
    viewer,
    role,
    purpose,
    subject,
    fields,
    marks,
    count,
    detail,
  ]);
}

type Place = Pick<ChainEntry, 'seq' | 'prevHash'>;

function isMark(customer: string): boolean {
  return /^~[\w-]{22}$/.test(customer);
}

/**
 * The hash of an entry at a place: `KEY.HASH`, HMAC-SHA-256 (RFC 2104) under the audit key, whose id stands before it.
 */
export function hashOf(vault: Vault, place: Place, content: AuditContent): string {
  return vault.auditHash(canonicalForm(vault, place, content));
}

/** Entries in their places after `end`, each bound to the one before. */
export function linked(vault: Vault, end: ChainEnd, contents: readonly AuditContent[]): ChainEntry[] {
  let { seq, hash } = end;
  return contents.map((content) => {
    const place = { seq: seq + 1, prevHash: hash };
    const entry = { ...content, ...place, hash: hashOf(vault, place, content) };
    ({ seq, hash } = entry);
    return entry;
  });
}
