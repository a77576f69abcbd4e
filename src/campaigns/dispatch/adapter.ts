import type { SealedField } from '../../security/index.js';

/** One message to one person. */
export interface Message {
  /** The same for every try: whoever gets it a second time drops it. */
  readonly deliveryId: string;
  readonly campaignId: string;
  readonly customerId: string;
  readonly channel: string;
  /** Null where the adapter takes nothing that identifies a person. */
  readonly address: string | null;
  /** Null where there is none, or the policy does not let it leave. */
  readonly name: string | null;
  readonly subject: string | null;
  readonly text: string;
  readonly html: string | null;
  /** The preference page of the person, where one POST unsubscribes as well (RFC 8058); null without PUBLIC_URL. */
  readonly unsubscribeUrl: string | null;
  readonly at: Date;
}

/**
 * What became of a try. `RETRY` is tried again later, `FAILED` is not, and of `UNKNOWN` nobody can tell whether it
 * left.
 */
export type Outcome =
  | { readonly state: 'SENT' }
  | { readonly state: 'RETRY' | 'FAILED' | 'UNKNOWN'; readonly problem: string };

/** A way for messages to leave. */
export interface Adapter {
  readonly name: string;
  /** It drops a delivery id that it had before: a try of which nobody knows the outcome may be repeated. */
  readonly idempotent: boolean;
  /** It is given names and addresses. */
  readonly personal: boolean;
  /** Messages a minute over all servers; no limit when left out. */
  readonly perMinute?: number | undefined;
  /** Of one message in minor units, with its currency. */
  readonly cost?: { readonly minor: number; readonly currency: string } | undefined;
  /** Never rejects for a message that could not be sent: that is an outcome. */
  readonly send: (message: Message) => Promise<Outcome>;
  readonly close?: () => void;
}

/** The adapter of each channel that has one. */
export type Senders = Readonly<Partial<Record<string, Adapter>>>;

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
