// Made from the headers of cypher/ by `npm run cypher:types`. Do not edit.
import type { PathValue } from './library/codec.js';

export interface Statements {
  'graph/lease-release': { mode: 'write'; params: { id: string; holder: string }; row: { released: number } };
  'graph/lease-take': { mode: 'write'; params: { id: string; holder: string; seconds: number }; row: { taken: boolean; heldBy: string; until: Date } };
  'graph/migration-record': { mode: 'write'; params: { id: number; name: string; checksum: string }; row: { recorded: number } };
  'graph/migrations': { mode: 'read'; params: {  }; row: { id: number; name: string; checksum: string; appliedAt: Date } };
  'graph/state': { mode: 'read'; params: {  }; row: { customers: boolean; analysed: boolean } };
  'privacy/master-key-note': { mode: 'write'; params: { id: string }; row: { noted: number } };
  'privacy/master-keys': { mode: 'read'; params: {  }; row: { id: string } };
}

type NamesOf<M> = { [N in keyof Statements]: Statements[N]['mode'] extends M ? N : never }[keyof Statements];
export type ReadName = NamesOf<'read'>;
export type WriteName = NamesOf<'write'>;
export type PictureName = NamesOf<'picture'>;
export type ParamsOf<N extends keyof Statements> = Statements[N]['params'];
export type RowOf<N extends keyof Statements> = Statements[N]['row'];
export type RowsParamOf<N extends keyof Statements> = ParamsOf<N> extends { rows: infer R } ? R : never;
export type { PathValue };
