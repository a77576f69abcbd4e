/** What a lookup key is to the database now. */
export type LookupState = 'HASHES' | 'ASKED' | 'MISSING' | 'RETIRED';

export interface LookupRow {
  readonly id: string;
  readonly state: LookupState;
  /** Identities, names and contacts that are found by it. */
  readonly identities: number;
  readonly names: number;
  /** Customers' own phones, mails and handles. */
  readonly contacts: number;
  readonly since: Date | null;
  readonly retiredAt: Date | null;
  readonly why: string;
}

type Found = Pick<LookupRow, 'identities' | 'names' | 'contacts'>;
const NOTHING: Found = { identities: 0, names: 0, contacts: 0 };

export interface LookupsSeen {
  /** Ids of the keys at hand that are asked, the current one first. */
  readonly asked: readonly string[];
  /** What the database notes of them. */
  readonly noted: readonly { readonly id: string; readonly since: Date; readonly retiredAt: Date | null }[];
  readonly counts: readonly (Found & { readonly id: string })[];
}

/** One row for each lookup key that is at hand, noted or in use; the current one first. */
export function lookupRows({ asked, noted, counts }: LookupsSeen): LookupRow[] {
  const ids = [...asked, ...noted.map(({ id }) => id), ...counts.map(({ id }) => id)];
  return [...new Set(ids)].map((id) => {
    const note = noted.find((n) => n.id === id);
    const { identities, names, contacts } = counts.find((c) => c.id === id) ?? NOTHING;
    const uses = identities + names + contacts;
    const state = stateOf(asked.indexOf(id), uses);
    const [since, retiredAt] = [note?.since ?? null, note?.retiredAt ?? null];
    return { id, state, identities, names, contacts, since, retiredAt, why: whyOf(state, uses) };
  });
}

function stateOf(place: number, uses: number): LookupState {
  if (place === 0) return 'HASHES';
  if (place > 0) return 'ASKED';
  return uses > 0 ? 'MISSING' : 'RETIRED';
}

function whyOf(state: LookupState, uses: number): string {
  if (state === 'HASHES') return 'people are found by it';
  if (state === 'RETIRED') return 'asked no more';
  if (state === 'MISSING')
    return 'not at hand: put keys.json back from its backup, or name it in GUANXI_LOOKUP_KEY_OLD';
  return uses > 0
    ? 'asked as well: run `guanxi keys reindex`; what stays has a value that nothing tells'
    : 'no hash is under it: retire it by `guanxi keys reindex`, or take it out of the settings';
}
