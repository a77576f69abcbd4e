import { createHmac, timingSafeEqual } from 'node:crypto';

/** The headers of a signed request, as the product sends and takes them; the time is in seconds since 1970. */
export const SIGNED_BY = { timestamp: 'x-guanxi-timestamp', signature: 'x-guanxi-signature' } as const;

/** `sha256=` and the HMAC-SHA-256 of `timestamp.body` under the secret, in hexadecimal. */
export function signatureOf(secret: string, timestamp: string, body: string | Buffer): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex')}`;
}

/** Compares in a time that tells nothing of where two texts differ. */
export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
