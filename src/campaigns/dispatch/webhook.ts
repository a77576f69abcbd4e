import { createHmac } from 'node:crypto';
import type { Adapter, Message, Outcome } from './adapter.js';

/** How long an answer is waited for. */
const TIMEOUT_MS = 10_000;
/** Answers after which another try may help. */
const LATER = [408, 425, 429];

/** Posts each message as JSON, signed, with its delivery id as idempotency key: the receiver drops a key that it had before. */
export function webhook(url: string, secret: string, now: () => Date): Adapter {
  return { name: 'webhook', idempotent: true, personal: true, send: (message) => post(url, secret, message, now()) };
}

async function post(url: string, secret: string, message: Message, at: Date): Promise<Outcome> {
  const body = JSON.stringify(message);
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const headers = {
    'content-type': 'application/json',
    'idempotency-key': message.deliveryId,
    'x-guanxi-timestamp': timestamp,
    'x-guanxi-signature': signatureOf(secret, timestamp, body),
  };
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' });
    await response.body?.cancel();
    return outcomeOf(response.status);
  } catch {
    return { state: 'RETRY', problem: 'no answer' };
  }
}

/** What the receiver works out as well: `sha256=` and the HMAC of `timestamp.body` in hexadecimal. */
export function signatureOf(secret: string, timestamp: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}

function outcomeOf(status: number): Outcome {
  if (status >= 200 && status < 300) return { state: 'SENT' };
  return { state: status >= 500 || LATER.includes(status) ? 'RETRY' : 'FAILED', problem: `HTTP ${status}` };
}
