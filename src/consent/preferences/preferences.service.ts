import type { RowOf } from '../../graph/queries.gen.js';
import { DAY_MS } from '../../kernel/clock.js';
import { AppError } from '../../kernel/error.js';
import { LINK_DAYS, type PersonalFields, personalFields, recordAudit, type Services } from '../../security/index.js';
import { type Channel, type ConsentEvent, channelsOf, PURPOSES, type PurposeId } from '../consent.js';
import { consentLedger } from '../consent-history.service.js';
import { choicesOf, type UseDecision } from '../contact.service.js';
import { readLink, signedFor, signedLink } from './link.js';

export interface PreferenceLink {
  /** The path of the page on this server. */
  readonly path: string;
  readonly expiresAt: Date;
}

/** A link for a customer, good for `days`. That it was made is recorded. Throws NOT_FOUND. */
export async function preferenceLink(services: Services, customerId: string, days: number): Promise<PreferenceLink> {
  const { graph, vault, clock } = services;
  const known = await graph.read('consent/steps/contact/preferences-customers', { alias: vault.alias(customerId) });
  if (!known.some((row) => row.customerId === customerId))
    throw new AppError('NOT_FOUND', `no customer ${customerId}`, 'check the id, or import the customer first');
  const expiresAt = new Date(Math.floor((clock.now().getTime() + days * DAY_MS) / 1000) * 1000);
  await recordAudit(services, { action: 'PREFERENCE_LINK', customers: [customerId], count: 1 });
  return { path: `/preferences/${signedLink(vault, customerId, expiresAt)}`, expiresAt };
}

/**
 * The address that a message carries for its reader to unsubscribe: the preference page, where one POST does it as well
 * (RFC 8058). `of` is the id of the touch, CAMPAIGN|CUSTOMER; what stands before its last `|` goes into the address, so
 * that it names no customer. Holds 90 days.
 */
export function unsubscribeUrl(
  { vault, clock }: Pick<Services, 'vault' | 'clock'>,
  base: string,
  { customerId, of }: { readonly customerId: string; readonly of: string },
): string {
  const expires = new Date(clock.now().getTime() + LINK_DAYS * DAY_MS);
  const message = of.slice(0, Math.max(0, of.lastIndexOf('|')));
  return `${base}/preferences/${signedLink(vault, customerId, expires)}?of=${encodeURIComponent(message)}`;
}

/** The customer a link was signed for. Throws NOT_FOUND, the same for a link that ended, was altered or never was. */
export async function customerOfLink({ graph, vault, clock }: Services, link: string): Promise<string> {
  const parts = readLink(link);
  if (parts && parts.expires > clock.now()) {
    const rows = await graph.read('consent/steps/contact/preferences-customers', { alias: parts.alias });
    const found = rows.find(({ customerId }) => signedFor(vault, customerId, parts));
    if (found) return found.customerId;
  }
  throw new AppError('NOT_FOUND', 'this link does not hold any more', 'ask us for a new one');
}

export interface PurposeShown {
  readonly purposeId: string;
  readonly version: string | null;
  readonly text: string | null;
  readonly textZh: string | null;
}

/** The channels of a purpose that the page shows: each by which a person is reached, or the only one there is. */
export function shownChannels(purpose: PurposeId): readonly Channel[] {
  const channels = channelsOf(purpose);
  return channels.length === 1 ? channels : channels.filter((channel) => channel !== 'ALL');
}

const SHOWN = PURPOSES.flatMap((purposeId) => shownChannels(purposeId).map((channel) => ({ purposeId, channel })));

/** All that the page shows. */
export interface Preferences {
  readonly personal: PersonalFields | null;
  readonly known: RowOf<'consent/steps/contact/preferences-known'>;
  /** What the contact rule says of each purpose and each channel that the page shows. */
  readonly choices: readonly UseDecision[];
  readonly last: ConsentEvent | null;
  readonly purposes: readonly PurposeShown[];
}

/** What is known of a customer and what they allowed. Personal fields are masked: a link may fall into other hands. */
export async function preferencesOf(services: Services, customerId: string): Promise<Preferences> {
  const { graph, clock } = services;
  const [known] = await graph.read('consent/steps/contact/preferences-known', { customerId, now: clock.now() });
  const { events } = await consentLedger(services, customerId);
  const choices = await choicesOf(services, customerId, SHOWN);
  const personal = (await personalFields(services, [customerId])).get(customerId) ?? null;
  const purposes = await graph.read('consent/consent-purposes', {});
  return { personal, known: known!, choices, last: events.at(-1) ?? null, purposes };
}
