/** What a master key is to the database now. */
export type KeyState = 'WRAPS' | 'OPENS' | 'MISSING' | 'RETIRED';

export interface KeyRow {
  readonly id: string;
  readonly state: KeyState;
  /** Customer keys that it wraps. */
  readonly customers: number;
  readonly since: Date | null;
  readonly retiredAt: Date | null;
  readonly why: string;
}

export interface KeysSeen {
  /** Master keys at hand, and which of them wraps. */
  readonly current: string;
  readonly atHand: readonly string[];
  /** What the database notes of master keys. */
  readonly noted: readonly { readonly id: string; readonly since: Date | null; readonly retiredAt: Date | null }[];
  /** Customer keys by the master key that wraps them. */
  readonly counts: readonly { readonly id: string; readonly customers: number }[];
}

/** One row for each master key that is at hand, noted or in use; the one that wraps first. */
export function keyRows({ current, atHand, noted, counts }: KeysSeen): KeyRow[] {
  const others = [...atHand, ...noted.map(({ id }) => id), ...counts.map(({ id }) => id)];
  return [...new Set([current, ...others])].map((id) => {
    const note = noted.find((n) => n.id === id);
    const customers = counts.find((c) => c.id === id)?.customers ?? 0;
    const retiredAt = note?.retiredAt ?? null;
    const state = stateOf(id === current, atHand.includes(id), retiredAt !== null && customers === 0);
    return { id, state, customers, since: note?.since ?? null, retiredAt, why: whyOf(state, customers) };
  });
}

function stateOf(wraps: boolean, atHand: boolean, retired: boolean): KeyState {
  if (wraps) return 'WRAPS';
  if (retired) return 'RETIRED';
  return atHand ? 'OPENS' : 'MISSING';
}

function whyOf(state: KeyState, customers: number): string {
  if (state === 'WRAPS') return 'wraps new customer keys';
  if (state === 'RETIRED') return 'wraps nothing; needed only for backups from before it was retired';
  if (state === 'MISSING') return 'not at hand: put keys.json back from its backup, or name it in GUANXI_KEY_OLD';
  return customers > 0 ? 'still opens customer keys: run `guanxi keys rotate`' : 'wraps nothing: it can be retired';
}
