import { SIGNED_BY, signatureOf } from '../../../kernel/signature.js';
import type { Adapter, Message } from '../adapter.js';
import { called } from './http-outcome.js';

/**
 * Posts each message as JSON, signed, with its delivery id as idempotency key: the receiver drops a key that it had
 * before.
 */
export function webhook(url: string, secret: string, now: () => Date): Adapter {
  return {
    ...{ name: 'webhook', idempotent: true, personal: true },
    send: (message) => {
      const body = bodyOf(message);
      const timestamp = String(Math.floor(now().getTime() / 1000));
      const headers = {
        'content-type': 'application/json',
        'idempotency-key': message.deliveryId,
        [SIGNED_BY.timestamp]: timestamp,
        [SIGNED_BY.signature]: signatureOf(secret, timestamp, body),
      };
      return called({ url, method: 'POST', headers, body, idempotent: true });
    },
  };
}

/** What is posted: all that is needed to deliver it, and the name only inside the text. */
function bodyOf({ deliveryId, customerId, channel, address, subject, text, html, unsubscribeUrl }: Message): string {
  return JSON.stringify({ deliveryId, customerId, channel, address, subject, text, html, unsubscribeUrl });
}
