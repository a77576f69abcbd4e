import { DAY_MS, HOUR_MS } from '../../kernel/clock.js';
import { sameText } from '../../kernel/signature.js';
import { LINK_DAYS, type Vault } from '../../security/index.js';

/**
 * A link's parts: the customer's alias, when it ends, and a keyed hash (HMAC-SHA-256, 192 bits) over both and the
 * customer's id.
 */
export interface LinkParts {
  readonly alias: string;
  readonly expires: Date;
  readonly signature: string;
}

type Signer = Pick<Vault, 'lookup' | 'alias' | 'signatures'>;

/**
 * A link for one customer until `expires`: whoever holds it is taken for that customer on the preference page, and
 * nowhere else.
 */
export function signedLink(vault: Signer, customerId: string, expires: Date): string {
  const alias = vault.alias(customerId);
  const seconds = Math.floor(expires.getTime() / 1000);
  return `${alias}.${seconds.toString(36)}.${vault.lookup(LINK, linkText(customerId, alias, seconds))}`;
}

/** The parts of a link, unchecked; null for what is no link. */
export function readLink(text: string): LinkParts | null {
  const [, alias, seconds, signature] = /^(C-[0-9A-Z]{7})\.([0-9a-z]{1,9})\.([\w-]{32})$/.exec(text) ?? [];
  if (!alias || !seconds || !signature) return null;
  return { alias, expires: new Date(Number.parseInt(seconds, 36) * 1000), signature };
}

/**
 * Whether the link was signed for this customer. An alias may be shared by chance, a signature is not. What a retired
 * key signed holds only as long as links from before its end can: who got hold of that key signs nothing new.
 */
export function signedFor(vault: Signer, customerId: string, { alias, expires, signature }: LinkParts): boolean {
  const text = linkText(customerId, alias, expires.getTime() / 1000);
  return vault.signatures(LINK, text).some(({ signature: right, until }) => {
    const inTime = until === null || expires.getTime() <= until.getTime() + LINK_DAYS * DAY_MS;
    return inTime && sameText(signature, right);
  });
}

const LINK = 'preferences link';

function linkText(customerId: string, alias: string, seconds: number): string {
  return JSON.stringify([customerId, alias, seconds]);
}

/** A form's token holds two hours: one that was made on another site, or kept, is refused. */
const FORM_MS = 2 * HOUR_MS;

/** What a form of the page carries, so that only a form of the page is taken; `nonce` is its own and nobody else's. */
export function formToken(vault: Signer, link: string, { now, nonce }: { now: Date; nonce: string }): string {
  const told = `${now.getTime().toString(36)}.${nonce}`;
  return `${told}.${vault.lookup('preferences form', `${link}|${told}`)}`;
}

/** Until when a token of this page can be sent; null for one that is none, or has ended. */
export function formTokenUntil(vault: Signer, link: string, { token, now }: { token: string; now: Date }): Date | null {
  const [at = '', nonce = '', signature = ''] = token.split('.');
  const until = new Date(Number.parseInt(at, 36) + FORM_MS);
  const signatures = vault.signatures('preferences form', `${link}|${at}.${nonce}`);
  const inTime = until > now && until.getTime() - FORM_MS <= now.getTime();
  return inTime && signatures.some(({ signature: right }) => sameText(signature, right)) ? until : null;
}
