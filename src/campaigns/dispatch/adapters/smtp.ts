import { createHash } from 'node:crypto';
import nodemailer from 'nodemailer';
import type { Adapter, Message, Outcome } from '../adapter.js';

export interface MailSettings {
  /** With user and password, as `smtps://user:password@mail.example:465`. */
  readonly url: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo?: string | undefined;
}

/**
 * Faults before a message is handed over, by Nodemailer's page "Error reference"; after that, a lost connection says
 * nothing about whether it went. Its command `CONN` stands also at a timeout in the middle of a message, so only the
 * kind of the timeout tells.
 */
const NOT_SENT = ['EDNS', 'EAUTH', 'ENOAUTH', 'EOAUTH2', 'EPROXY', 'ETLS', 'ECONFIG', 'EREQUIRETLS'];
const NOT_SENT_TIMEOUTS = ['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT'];

/**
 * Sends by SMTP over a few kept connections. The server may take a message and fail to say so: such a try is never
 * repeated.
 */
export function smtp({ url, from, replyTo }: MailSettings): Adapter {
  const times = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 15_000 };
  const pool = { pool: true, maxConnections: 5, maxRequeues: 0 } as const; // a message that may have left is not sent again
  const transport = nodemailer.createTransport({
    url,
    ...pool,
    ...times,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    ...{ name: 'smtp', idempotent: false, personal: true },
    send: async (message) => {
      try {
        await transport.sendMail({ ...mailOf(message), from, replyTo });
        return { state: 'SENT' };
      } catch (error) {
        return outcomeOf(error as SmtpError);
      }
    },
    close: () => transport.close(),
  };
}

function mailOf({ deliveryId, name, address, subject, text, html, unsubscribeUrl, at }: Message) {
  const leaving = { 'List-Unsubscribe': `<${unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
  return {
    to: { name: name ?? '', address: address! },
    ...{ subject: subject ?? '', text, ...(html === null ? {} : { html }), date: at },
    messageId: `<${createHash('sha256').update(deliveryId).digest('hex').slice(0, 32)}@guanxi>`,
    headers: { 'X-Delivery-Id': deliveryId, ...(unsubscribeUrl === null ? {} : leaving) },
  };
}

interface SmtpError {
  readonly code?: string;
  readonly syscall?: string;
  readonly timeoutType?: string;
  readonly responseCode?: number;
}

/** What the server said is not kept: it may name the address. */
function outcomeOf({ code, syscall, timeoutType, responseCode }: SmtpError): Outcome {
  if (responseCode !== undefined && code !== 'EAUTH')
    return { state: responseCode >= 500 ? 'FAILED' : 'RETRY', problem: `SMTP ${responseCode}` };
  if (code === 'EENVELOPE') return { state: 'FAILED', problem: 'SMTP EENVELOPE' }; // no address, before any connection
  const before = NOT_SENT.includes(code ?? '') || NOT_SENT_TIMEOUTS.includes(timeoutType ?? '');
  if (before || syscall === 'connect') return { state: 'RETRY', problem: `SMTP ${code}` };
  return { state: 'UNKNOWN', problem: `SMTP ${code ?? 'failed'}` };
}
