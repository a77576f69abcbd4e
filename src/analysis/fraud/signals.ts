/** The signals of referral fraud (definitions.md) and of invented ties, each found by a Cypher file of its own. */
export const SIGNALS = [
  'SHARED_IDENTITY',
  'CYCLE',
  'RECIPROCAL',
  'STAR',
  'BURST',
  'REFUNDED',
  'ONE_SIDED_TIES',
  'SILENT_TIES',
] as const;
export type SignalName = (typeof SIGNALS)[number];

/** One signal of one account. */
export interface Signal {
  readonly name: SignalName;
  /** 0..1 */
  readonly strength: number;
  /** Only relatives are concerned: families share addresses and bring each other, and that is no fraud. */
  readonly family: boolean;
  /** In plain words, without naming others. */
  readonly why: string;
  readonly whyZh: string;
}
