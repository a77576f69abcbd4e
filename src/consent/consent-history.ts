import {
  type Channel,
  type ConsentEvent,
  heldConsents,
  PURPOSES,
  type PurposeId,
  type PurposeText,
} from './consent.js';

/** A ban on contact or a ground other than consent, begun or ended. */
export interface StandingEvent {
  readonly kind: string;
  readonly at: Date;
  readonly purposeId: string | null;
  readonly basis: string | null;
  readonly reason: string | null;
  readonly until: Date | null;
}

/** All that was ever said of one customer. */
export interface History {
  readonly events: readonly ConsentEvent[];
  readonly standing: readonly StandingEvent[];
  readonly texts: readonly (PurposeText & { readonly purposeId: string })[];
  readonly guardianUntil: Date | null;
}

export interface HeldThen {
  readonly purpose: PurposeId;
  readonly channel: Channel;
  readonly since: Date;
  readonly until: Date | null;
  readonly textVersion: string | null;
  readonly eventId: string;
}

export interface StateThen {
  readonly doNotContact: boolean;
  readonly holds: readonly HeldThen[];
  readonly bases: readonly { purpose: string; basis: string; reason: string | null; since: Date; until: Date | null }[];
}

/** What held at a past time: the same rule over what had been said, and which texts were shown, by then. */
export function stateAt({ events, standing, texts, guardianUntil }: History, at: Date): StateThen {
  const by = <T extends { readonly at: Date }>(all: readonly T[]) => all.filter((e) => e.at <= at);
  const shown = texts.filter(({ since }) => since <= at);
  const holds = PURPOSES.flatMap((purpose) => {
    const own = by(events).filter(({ purposeId }) => purposeId === purpose);
    const grounds = { texts: shown.filter(({ purposeId }) => purposeId === purpose), guardianUntil };
    return heldConsents(own, at, grounds).map(({ channel, event, until }) => {
      const { at: since, textVersion, id: eventId } = event;
      return { purpose, channel, since, until, textVersion, eventId };
    });
  });
  const bans = by(standing).filter(({ kind }) => kind === 'BANNED' || kind === 'LIFTED');
  return { doNotContact: bans.at(-1)?.kind === 'BANNED', holds, bases: basesOf(by(standing), at) };
}

function basesOf(standing: readonly StandingEvent[], at: Date): StateThen['bases'] {
  const latest = new Map<string, StandingEvent>();
  for (const event of standing) if (event.purposeId) latest.set(event.purposeId, event);
  return [...latest].flatMap(([purpose, { basis, reason, at: since, until }]) =>
    basis && !(until && until <= at) ? [{ purpose, basis, reason, since, until }] : [],
  );
}
