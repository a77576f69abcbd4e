/** What a customer allowed, decided from the ledger: for each purpose and channel the latest event counts, however late it arrives. */

export const PURPOSES = ['profiling', 'marketing', 'referral', 'research'] as const;
export type PurposeId = (typeof PURPOSES)[number];

/** The ways to reach a person. */
export const CONTACT_CHANNELS = ['SMS', 'MAIL', 'CALL', 'WECHAT', 'MINI_PROGRAM', 'GROUP'] as const;
/** `ALL` covers every channel; profiling reaches nobody and knows only `ALL`. */
export const CHANNELS = ['ALL', ...CONTACT_CHANNELS] as const;
export type Channel = (typeof CHANNELS)[number];

export const CONSENT_ACTIONS = ['GIVEN', 'WITHDRAWN'] as const;
export type ConsentAction = (typeof CONSENT_ACTIONS)[number];

/** One line of the ledger. It is never changed and never removed. */
export interface ConsentEvent {
  /** Chosen by whoever records it: the same id again changes nothing. */
  readonly id: string;
  readonly customerId: string;
  readonly purposeId: PurposeId;
  readonly channel: Channel;
  readonly action: ConsentAction;
  readonly at: Date;
  /** From then on the consent no longer counts; null means until it is withdrawn. */
  readonly until: Date | null;
  /** Version of the text the person saw. */
  readonly textVersion: string | null;
  /** Form, reply, call, api. */
  readonly via: string;
  /** Where the proof is kept: a reference, never the person's own words or address. */
  readonly proof: string | null;
}

/** A consent that holds, with the event it rests on: what becomes a CONSENTS_TO edge. */
export interface HeldConsent {
  readonly channel: Channel;
  readonly event: ConsentEvent;
}

export function channelsOf(purpose: PurposeId): readonly Channel[] {
  return purpose === 'profiling' ? ['ALL'] : CHANNELS;
}

/** Negative when `a` decides before `b`: the later one; at the same instant the withdrawal, so that doubt protects the person. */
export function byWeight(a: ConsentEvent, b: ConsentEvent): number {
  const later = b.at.getTime() - a.at.getTime();
  if (later !== 0) return later;
  if (a.action !== b.action) return a.action === 'WITHDRAWN' ? -1 : 1;
  return a.id < b.id ? 1 : -1;
}

/** The consents that hold at `now`, from all events of one customer and one purpose in any order. */
export function heldConsents(events: readonly ConsentEvent[], now: Date): HeldConsent[] {
  const ordered = [...events].sort(byWeight);
  const named = CONTACT_CHANNELS.map((channel) => ({ channel, event: decisive(ordered, channel) }));
  const all = { channel: 'ALL' as const, event: ordered.find((e) => e.channel === 'ALL') };
  // a withdrawal on one channel splits an earlier consent to all into the channels that are left
  const whole = holds(all.event, now) && named.every((n) => holds(n.event, now));
  const held: { channel: Channel; event: ConsentEvent | undefined }[] = whole
    ? [all, ...named.filter((n) => n.event !== all.event)]
    : named;
  return held.filter((h): h is HeldConsent => holds(h.event, now));
}

function decisive(ordered: readonly ConsentEvent[], channel: Channel): ConsentEvent | undefined {
  return ordered.find((e) => e.channel === channel || e.channel === 'ALL');
}

function holds(event: ConsentEvent | undefined, now: Date): boolean {
  return event?.action === 'GIVEN' && (event.until === null || event.until > now);
}
