import { createHmac } from 'node:crypto';
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
        'x-guanxi-timestamp': timestamp,
        'x-guanxi-signature': signatureOf(secret, timestamp, body),
      };
      return called({ url, method: 'POST', headers, body, idempotent: true });
    },
  };
}

/** What is posted: all that is needed to deliver it, and the name only inside the text. */
function bodyOf({ deliveryId, customerId, channel, address, subject, text, html, unsubscribeUrl }: Message): string {
  return JSON.stringify({ deliveryId, customerId, channel, address, subject, text, html, unsubscribeUrl });
}

/** What the receiver works out as well: `sha256=` and the HMAC of `timestamp.body` in hexadecimal. */
export function signatureOf(secret: string, timestamp: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}
