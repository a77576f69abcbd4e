/**
 * What a customer allowed, decided from the ledger: for each purpose and channel the latest event counts, however late
 * it arrives. Consent is asked again when a purpose's text changed, and for a child under 14 it is the guardian's (PIPL
 * art. 14, 15 and 31).
 */

export const PURPOSES = [
  'service',
  'marketing',
  'profiling',
  'personalisation',
  'platform_import',
  'sharing',
  'research',
  'referral',
] as const;
export type PurposeId = (typeof PURPOSES)[number];
/** Purposes that reach nobody: they know no channels. */
const WITHOUT_CHANNEL: readonly PurposeId[] = ['profiling', 'personalisation', 'platform_import', 'sharing'];
/** What a child under 14 is kept out of, no matter who agrees. */
export const NOT_FOR_CHILDREN: readonly PurposeId[] = ['marketing', 'profiling'];

/** The ways to reach a person. */
export const CONTACT_CHANNELS = ['SMS', 'MAIL', 'CALL', 'WECHAT', 'MINI_PROGRAM', 'GROUP'] as const;
/** `ALL` covers every channel; what reaches nobody, like profiling, knows only `ALL`. */
export const CHANNELS = ['ALL', ...CONTACT_CHANNELS] as const;
export type Channel = (typeof CHANNELS)[number];

/** Refreshed: said again. Objected: withdrawn, and no other ground may stand in for the consent (GDPR art. 21). */
export const CONSENT_ACTIONS = ['GIVEN', 'REFRESHED', 'WITHDRAWN', 'OBJECTED'] as const;
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
  /** Said by the guardian of a child under 14. */
  readonly guardian?: boolean;
}

/** One version of a purpose's text. */
export interface PurposeText {
  readonly version: string;
  /** Position among the purpose's texts, from 1. */
  readonly number: number;
  readonly since: Date;
  /** Consents to older texts do not hold any more. */
  readonly askAgain: boolean;
}

/** What besides the events decides: the purpose's texts, and until when the customer is a child. */
export interface Grounds {
  readonly texts: readonly PurposeText[];
  /** The customer counts as under 14 before this time; null for everybody else. */
  readonly guardianUntil: Date | null;
}

const NO_GROUNDS: Grounds = { texts: [], guardianUntil: null };

/** A consent that holds, with the event it rests on: what becomes a CONSENTS_TO edge. */
export interface HeldConsent {
  readonly channel: Channel;
  readonly event: ConsentEvent;
  /** When it runs out: its own end, or the 14th birthday for a guardian's consent. */
  readonly until: Date | null;
}

export type Verdict = 'HOLDS' | 'NOTHING' | 'WITHDRAWN' | 'OBJECTED' | 'EXPIRED' | 'UNDER_AGE' | 'ASK_AGAIN';

export function channelsOf(purpose: PurposeId): readonly Channel[] {
  return WITHOUT_CHANNEL.includes(purpose) ? ['ALL'] : CHANNELS;
}

const WEIGHT: Readonly<Record<ConsentAction, number>> = { OBJECTED: 2, WITHDRAWN: 1, GIVEN: 0, REFRESHED: 0 };

/**
 * Negative when `a` decides before `b`: the later one; at the same instant the refusal, so that doubt protects the
 * person.
 */
export function byWeight(a: ConsentEvent, b: ConsentEvent): number {
  const later = b.at.getTime() - a.at.getTime();
  if (later !== 0) return later;
  const stronger = WEIGHT[b.action] - WEIGHT[a.action];
  if (stronger !== 0) return stronger;
  return a.id < b.id ? 1 : -1;
}

/** Of an event what decides whether it holds. */
export type Said = Pick<ConsentEvent, 'purposeId' | 'action' | 'at' | 'until' | 'guardian'> & {
  readonly textVersion?: string | null;
};

/** What the decisive event of a channel means at `now`. */
export function verdictOf(event: Said | undefined, now: Date, grounds: Grounds = NO_GROUNDS): Verdict {
  if (!event) return 'NOTHING';
  if (event.action === 'WITHDRAWN' || event.action === 'OBJECTED') return event.action;
  if (asChild(event, grounds) && (!event.guardian || NOT_FOR_CHILDREN.includes(event.purposeId))) return 'UNDER_AGE';
  const until = endOf(event, grounds);
  if (until !== null && until <= now) return 'EXPIRED';
  return textNumberOf(event, grounds.texts) < askedAgainFrom(grounds.texts) ? 'ASK_AGAIN' : 'HOLDS';
}

/** The consents that hold at `now`, from all events of one customer and one purpose in any order. */
export function heldConsents(events: readonly ConsentEvent[], now: Date, grounds: Grounds = NO_GROUNDS): HeldConsent[] {
  const ordered = [...events].sort(byWeight);
  const holds = (event: ConsentEvent | undefined) => verdictOf(event, now, grounds) === 'HOLDS';
  const named = CONTACT_CHANNELS.map((channel) => ({ channel, event: decisiveEvent(ordered, channel) }));
  const all = { channel: 'ALL' as const, event: decidingOf(ordered.filter((e) => e.channel === 'ALL')) };
  const endsOf = (event: ConsentEvent | undefined) => (event ? (endOf(event, grounds)?.getTime() ?? Infinity) : 0);
  // a withdrawal on one channel, or an earlier end, splits an earlier consent to all into the channels that are left
  const whole = holds(all.event) && named.every((n) => holds(n.event) && endsOf(n.event) >= endsOf(all.event));
  const held: { channel: Channel; event: ConsentEvent | undefined }[] = whole
    ? [all, ...named.filter((n) => n.event !== all.event)]
    : named;
  return held.flatMap(({ channel, event }) =>
    event && holds(event) ? [{ channel, event, until: endOf(event, grounds) }] : [],
  );
}

/** The channels on which a consent would hold but for a newer text that is to be asked again. */
export function channelsToRenew(events: readonly ConsentEvent[], now: Date, grounds: Grounds): Channel[] {
  const ordered = [...events].sort(byWeight);
  return CONTACT_CHANNELS.filter((c) => verdictOf(decisiveEvent(ordered, c), now, grounds) === 'ASK_AGAIN');
}

/** The event that decides on a channel, of events ordered `byWeight`; on ALL, the latest of any. */
export function decisiveEvent(ordered: readonly ConsentEvent[], channel: Channel): ConsentEvent | undefined {
  return decidingOf(ordered.filter((e) => channel === 'ALL' || e.channel === channel || e.channel === 'ALL'));
}

/**
 * The latest; but what only refreshes a consent, as platforms report it by themselves, does not revive a refused one.
 */
function decidingOf(ordered: readonly ConsentEvent[]): ConsentEvent | undefined {
  const said = ordered.find(({ action }) => action !== 'REFRESHED');
  return said && WEIGHT[said.action] > 0 ? said : ordered[0];
}

function asChild(event: Said, { guardianUntil }: Grounds): boolean {
  return guardianUntil !== null && event.at < guardianUntil;
}

/** When a consent runs out, null never: at its own end, and a guardian's also when the child can speak for itself. */
export function endOf(event: Said, grounds: Grounds): Date | null {
  const ends = [event.until, asChild(event, grounds) ? grounds.guardianUntil : null].filter((d) => d !== null);
  return ends.length === 0 ? null : ends.reduce((a, b) => (a < b ? a : b));
}

/** The number of the text a consent was given to: the one it names, else the one that was shown at its time. */
export function textNumberOf(event: Said, texts: readonly PurposeText[]): number {
  const named = texts.find(({ version }) => version === event.textVersion);
  if (named) return named.number;
  return Math.max(1, ...texts.filter(({ since }) => since <= event.at).map(({ number }) => number));
}

function askedAgainFrom(texts: readonly PurposeText[]): number {
  return Math.max(1, ...texts.filter(({ askAgain }) => askAgain).map(({ number }) => number));
}
