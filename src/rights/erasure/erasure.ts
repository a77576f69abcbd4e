import type { ErasureMode } from '../../consent/index.js';

/** What is looked for when a person is gone. Kept with the receipt, sealed, until the look is done. */
export interface Sought {
  readonly customerId: string;
  readonly alias: string | null;
  readonly lookups: readonly string[];
  /** Whole cells or words of files. */
  readonly words: readonly string[];
  /**
   * Kind and hash of what reaches them, for cells in another spelling; under the first lookup key, which stays until
   * this is looked for.
   */
  readonly reaching: readonly string[];
}

/** Nodes that belong to nobody, or to everybody: an erasure takes the tie to them and leaves them. */
export const SHARED_LABELS = [
  ...['Customer', 'Company', 'Interest', 'Category', 'Product', 'Store', 'Topic', 'Purpose', 'PurposeText'],
  ...['Campaign', 'Variant', 'Experiment', 'Community', 'CommunityGroup', 'Segment', 'AnalysisRun', 'DataRequest'],
  'WarningRule',
];
/** Ties to what is somebody else's. */
export const SHOWN_TIES = ['LIKED', 'SHARED', 'COMMENTED_ON'];

/** What of a person each mode takes, and what it leaves. */
export const SCOPES: Readonly<Record<ErasureMode, { whole: boolean; only: string[]; keep: string[] }>> = {
  DELETE: { whole: true, only: [], keep: [] },
  ANONYMISE: { whole: true, only: [], keep: ['Order'] },
  DESTROY_KEY: { whole: false, only: ['Identity', 'SourceRecord'], keep: [] },
};

/** Counts by label or relationship type. */
export type Counts = Readonly<Record<string, number>>;

/** What an erasure did and what was found when it looked again. Holds names and numbers, nothing of the person. */
export interface ErasureReport {
  readonly mode: ErasureMode;
  /** Deleted, by label and by type. */
  readonly nodes: Counts;
  readonly relationships: Counts;
  /** Names of the properties that went with the customer's node: sealed, totals and scores. */
  readonly properties: readonly string[];
  /** Nodes of others and of the audit in which the id was replaced by a mark, by label; Change is the outbox. */
  readonly changed: Counts;
  /** Orders kept under nobody's name. */
  readonly kept: number;
  /** Marks by which later imports keep the person out. */
  readonly suppressed: number;
  /** Graphs in memory that were dropped, since they may have held the person. */
  readonly projections: readonly string[];
  /** Files under GUANXI_HOME and how many of their lines went. */
  readonly files: Counts;
  /** The database's own counts before and after, of what was touched. */
  readonly before: Totals;
  readonly after: Totals;
  /** What was found when everything was looked through again; empty when nothing was. */
  readonly remaining: readonly string[];
  readonly proved: boolean;
  /** Milliseconds that the look through everything took; null while it is still to be done. */
  readonly lookedMs: number | null;
}

export interface Totals {
  readonly labels: Counts;
  readonly relationships: Counts;
}

/** Words to look for, as regular expressions: whole ones, not parts of longer ids. */
export interface Search {
  readonly words: string[];
  readonly word: string;
  readonly pattern: string;
  /** Only these properties; empty for all. */
  readonly properties: string[];
}

const ID_PROPERTIES = ['customerId', 'customers', 'customerIds'];

/**
 * How to find a person's id, alias and lookup hashes in any text. An id such as `7` means anything: it is looked for
 * only where properties hold ids of customers.
 */
export function searchFor(id: string, others: readonly string[]): Search {
  const telling = id.length >= 4 && /\D/.test(id);
  const words = telling ? [id, ...others] : [...others];
  return searching(words, []) ?? searching([id], ID_PROPERTIES)!;
}

/** The id where properties hold ids of customers, whatever it looks like. */
export function searchForId(id: string): Search {
  return searching([id], ID_PROPERTIES)!;
}

function searching(words: readonly string[], properties: readonly string[]): Search | null {
  if (words.length === 0) return null;
  const any = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const word = `(?<![\\w-])(?:${any})(?![\\w-])`;
  return { words: [...words], word, pattern: `(?s).*${word}.*`, properties: [...properties] };
}

/** Rows of counts as a record; equal names are added up. */
export function countsOf(rows: readonly { readonly name: string; readonly count: number }[]): Counts {
  const counts: Record<string, number> = {};
  for (const { name, count } of rows) counts[name] = (counts[name] ?? 0) + count;
  return counts;
}

/** Rows of both kinds, parted. */
export function totalsOf(
  rows: readonly { readonly kind: string; readonly name: string; readonly count: number }[],
): Totals {
  const of = (wanted: string) => countsOf(rows.filter(({ kind }) => kind === wanted));
  return { labels: of('NODE'), relationships: of('TIE') };
}

/** The part of the totals that has the names. */
export function only(totals: Totals, { labels, relationships }: Totals): Totals {
  const pick = (from: Counts, names: Counts) => Object.fromEntries(Object.keys(names).map((n) => [n, from[n] ?? 0]));
  return { labels: pick(totals.labels, labels), relationships: pick(totals.relationships, relationships) };
}
