import type { Vault } from '../sealing/vault.js';

/**
 * What identifies one person alone. An address, a device or a means of payment is a household's as often as a person's.
 */
export const IDENTIFYING = ['PHONE', 'EMAIL', 'WECHAT', 'WEIBO', 'LINKEDIN', 'MEMBER_CARD'] as const;

/** The mark under which someone erased is kept out: a keyed hash that tells nothing, of an id as it stands in files. */
export function markOf(vault: Vault, kind: 'CUSTOMER' | 'ORDER' | 'POST' | 'TOUCH', id: string): string {
  return vault.mark('SUPPRESSED', `${kind}|${id}`);
}

/** The mark of what identifies a person, from its hash under the first lookup key. */
export function identityMark(vault: Vault, kind: string, lookup: string): string {
  return vault.mark('SUPPRESSED', `${kind}|${lookup}`);
}
