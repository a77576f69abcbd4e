// Made from the headers of cypher/ by `npm run cypher:types`. Do not edit.
import type { PathValue } from './library/codec.js';

export interface Statements {
  'graph/lease-release': { mode: 'write'; params: { id: string; holder: string }; row: { released: number } };
  'graph/lease-take': { mode: 'write'; params: { id: string; holder: string; seconds: number }; row: { taken: boolean; heldBy: string; until: Date } };
  'graph/migration-record': { mode: 'write'; params: { id: number; name: string; checksum: string }; row: { recorded: number } };
  'graph/migrations': { mode: 'read'; params: {  }; row: { id: number; name: string; checksum: string; appliedAt: Date } };
  'graph/state': { mode: 'read'; params: {  }; row: { customers: boolean; analysed: boolean } };
  'privacy/consent-append': { mode: 'write'; params: { rows: readonly { id: string; customerId: string; purposeId: string; channel: string; action: string; at: Date; until?: Date | null; textVersion?: string | null; via: string; proof?: string | null }[]; now: Date }; row: { appended: number; repeated: number; conflicting: number; unknown: number } };
  'privacy/consent-end': { mode: 'write'; params: { rows: readonly { customerId: string; purposeId: string; held: readonly string[] }[] }; row: { ended: number } };
  'privacy/consent-expired': { mode: 'read'; params: { now: Date; limit?: number }; row: { customerId: string; purposeId: string; channel: string; until: Date } };
  'privacy/consent-hold': { mode: 'write'; params: { rows: readonly { customerId: string; purposeId: string; channel: string; since: Date; until?: Date | null; textVersion?: string | null; proof?: string | null; eventId: string }[] }; row: { held: number } };
  'privacy/consent-ledger': { mode: 'read'; params: { customerIds: readonly string[] }; row: { id: string; customerId: string; purposeId: string; channel: string; action: string; at: Date; until: Date | null; textVersion: string | null; via: string; proof: string | null } };
  'privacy/consent-lock': { mode: 'write'; params: { customerIds: readonly string[] }; row: { locked: number } };
  'privacy/consent-profile': { mode: 'write'; params: { customerIds: readonly string[]; now: Date }; row: { profiled: number; forgotten: number } };
  'privacy/contact-standing': { mode: 'read'; params: { customerId: string; purposeId: string; channel: string; now: Date }; row: { doNotContact: boolean; since: Date | null; until: Date | null; textVersion: string | null; lastAction: string | null; lastAt: Date | null; lastUntil: Date | null } };
  'privacy/master-key-note': { mode: 'write'; params: { id: string }; row: { noted: number } };
  'privacy/master-keys': { mode: 'read'; params: {  }; row: { id: string } };
  'value/rfm': { mode: 'read'; params: { segment?: string | null; limit?: number }; row: { customerId: string; alias: string | null; recency: number; frequency: number; monetary: number; level: number; segment: string; daysSince: number; orders: number; spendMinor: number; currency: string; lastOrderAt: Date | null; scoredAt: Date } };
  'value/rfm-clean': { mode: 'write'; params: { at: Date }; row: { cleaned: number } };
  'value/rfm-cuts': { mode: 'read'; params: { since: Date; asOf: Date }; row: { currency: string; customers: number; orders: number; recencyCuts: readonly number[]; orderCuts: readonly number[]; spendCuts: readonly number[] } };
  'value/rfm-grade': { mode: 'write'; params: { since: Date; asOf: Date; at: Date; currency: string; recencyCuts: readonly number[]; orderCuts: readonly number[]; spendCuts: readonly number[]; segments: readonly string[]; levels: readonly number[] }; row: { scored: number; moved: number } };
  'value/rfm-inputs': { mode: 'read'; params: { since: Date; asOf: Date; currency: string }; row: { customerId: string; recencyDays: number; orders: number; spendMinor: number } };
  'value/rfm-segments': { mode: 'read'; params: {  }; row: { id: string; name: string; nameZh: string; customers: number; orders: number; spendMinor: number; currency: string | null; asOf: Date; since: Date; method: string; scoredAt: Date } };
  'value/rfm-segments-save': { mode: 'write'; params: { rows: readonly { id: string; name: string; nameZh: string; position: number }[]; at: Date; since: Date; asOf: Date; currency?: string | null; method: string }; row: { saved: number } };
  'value/rfm-segments.picture': { mode: 'picture'; params: { each?: number }; row: { member: PathValue } };
  'value/rfm.picture': { mode: 'picture'; params: { segment?: string; limit?: number }; row: { tie: PathValue } };
  'value/segments': { mode: 'read'; params: {  }; row: { id: string; kind: string | null; name: string | null; nameZh: string | null; customers: number } };
}

type NamesOf<M> = { [N in keyof Statements]: Statements[N]['mode'] extends M ? N : never }[keyof Statements];
export type ReadName = NamesOf<'read'>;
export type WriteName = NamesOf<'write'>;
export type PictureName = NamesOf<'picture'>;
export type ParamsOf<N extends keyof Statements> = Statements[N]['params'];
export type RowOf<N extends keyof Statements> = Statements[N]['row'];
export type RowsParamOf<N extends keyof Statements> = ParamsOf<N> extends { rows: infer R } ? R : never;
export type { PathValue };
