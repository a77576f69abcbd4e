import { domainToASCII } from 'node:url';
import { type CountryCode, isSupportedCountry } from 'libphonenumber-js/min';
import { bareText, piecesOf, saysNothing } from './contact-text.js';
import { phoneForm } from './phone-form.js';

export type { CountryCode };

/**
 * One spelling for what identifies a person, so that equal values have equal keyed hashes: the only reader of contacts,
 * for import, look-up, correction, erasure, suppression and sending.
 */

/** A contact as it is kept, and as it is hashed. */
export interface Contact {
  /** As it was written, without what a spreadsheet or an address book puts around it. */
  readonly text: string;
  readonly normal: string;
}

interface ContactsIn {
  readonly contacts: readonly Contact[];
  /** Whether the cell holds something that is no contact. */
  readonly damaged: boolean;
}

/**
 * All contacts of a kind that a cell holds, each once, in its order. A phone without country code is one of `country`.
 */
export function contactsIn(kind: string, cell: string, country?: CountryCode): ContactsIn {
  const text = bareText(cell);
  if (saysNothing(text)) return { contacts: [], damaged: text !== '' };
  const pieces = PIECES[kind]?.(text, country) ?? [text];
  const read = pieces.map((piece) => contactOf(kind, piece, country));
  const contacts = read.filter((contact) => contact !== null);
  const once = contacts.filter(({ normal }, at) => contacts.findIndex((other) => other.normal === normal) === at);
  return { contacts: once, damaged: contacts.length < pieces.length };
}

/** The first contact of the text as it is hashed; null when there is none. */
export function normalIdentity(kind: string, text: string): string | null {
  return contactsIn(kind, text).contacts[0]?.normal ?? null;
}

/** Every contact of the text as it is hashed. */
export function normalIdentities(kind: string, text: string): string[] {
  return contactsIn(kind, text).contacts.map(({ normal }) => normal);
}

/** A country by its two letters, as libphonenumber knows it. */
export function isCountry(text: string): text is CountryCode {
  return isSupportedCountry(text);
}

type Cut = (text: string, country?: CountryCode) => string[];
const PIECES: Readonly<Record<string, Cut>> = {
  PHONE: (text, country) => {
    if (phoneForm(text, country) !== null) return [text];
    return piecesOf(text).flatMap((piece) => (phoneForm(piece, country) === null ? piece.split('/') : [piece]));
  },
  EMAIL: (text) => {
    const named = [...text.matchAll(/<\s*([^<>\s]+@[^<>\s]+)\s*>/g)].map((match) => match[1]!);
    return named.length > 0 ? named : piecesOf(text).flatMap((piece) => piece.split(/\s+|\/(?=[^/]*@)/));
  },
};

function contactOf(kind: string, piece: string, country?: CountryCode): Contact | null {
  const text = bareText(kind === 'EMAIL' ? withoutScheme(piece) : piece);
  if (saysNothing(text)) return null;
  const normal = kind === 'PHONE' ? phoneForm(text, country) : (FORMS[kind] ?? handleForm)(text);
  return normal === null || normal === '' ? null : { text, normal };
}

function withoutScheme(text: string): string {
  return text.replace(/^(?:mailto|e-?mail|邮箱)\s*[:：]\s*/i, '').replace(/\?[^@]*$/, '');
}

const cardForm = (text: string) => text.replace(/[\s-]/g, '').toUpperCase();

const FORMS: Readonly<Record<string, (text: string) => string | null>> = {
  EMAIL: mailForm,
  MEMBER_CARD: cardForm,
  PAYMENT: cardForm,
  DEVICE: cardForm,
  ADDRESS: (text) => text.replace(/[\s,，。.]/g, '').toLowerCase(),
  LINKEDIN: (text) => handleForm(text.replace(/^(?:https?:\/\/)?(?:[\w-]+\.)?linkedin\.com\/(?:in|pub)\//i, '')),
};

/** A mail address in lower case, its domain as the network writes it; null where it cannot be one. */
function mailForm(text: string): string | null {
  const match = /^([^\s@<>()[\]",;:\\]{1,64})@([^\s@<>()[\]",;:\\/]{1,255})$/.exec(text);
  if (!match || /^\.|\.$|\.\./.test(match[1]!)) return null;
  const domain = domainToASCII(match[2]!.replace(/\.$/, ''));
  return /^[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(domain) ? `${match[1]}@${domain}`.toLowerCase() : null;
}

function handleForm(text: string): string {
  return text.replace(/^@/, '').replace(/\/+$/, '').toLowerCase();
}
