import type { SealedField } from '../../security/index.js';

/** One message to one person. */
export interface Message {
  /** The same for every try: whoever gets it a second time drops it. */
  readonly deliveryId: string;
  readonly customerId: string;
  readonly channel: string;
  /** Null where the adapter takes nothing that identifies a person. */
  readonly address: string | null;
  readonly subject: string | null;
  readonly text: string;
}

/** What became of a try. `RETRY` is tried again later, `FAILED` is not. */
export type Outcome = { readonly state: 'SENT' } | { readonly state: 'RETRY' | 'FAILED'; readonly problem: string };

/** A way for messages to leave. */
export interface Adapter {
  readonly name: string;
  /** It drops a delivery id that it had before: a try of which nobody knows the outcome may be repeated. */
  readonly idempotent: boolean;
  /** It is given names and addresses. */
  readonly personal: boolean;
  /** Never rejects for a message that could not be sent: that is an outcome. */
  readonly send: (message: Message) => Promise<Outcome>;
}

/** The field that holds the address of a channel. */
export const ADDRESS_OF: Readonly<Record<string, SealedField>> = {
  ...{ SMS: 'phone', CALL: 'phone', MAIL: 'email', WECHAT: 'wechat', MINI_PROGRAM: 'wechat', GROUP: 'wechat' },
};

/** Tries after which a message counts as dead. */
export const MOST_TRIES = 5;

/** Milliseconds to the next try, after so many: 1, 4, 16, 64 minutes. */
export function waitAfter(tries: number): number {
  return 60_000 * 4 ** (tries - 1);
}
