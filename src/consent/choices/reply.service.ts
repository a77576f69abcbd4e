import type { Services } from '../../security/index.js';
import type { Channel, PurposeId } from '../consent.js';
import { withdrawConsent } from '../consent.service.js';
import { asksToStop } from './reply-words.js';
import { type Reach, sendersOf } from './senders.service.js';

export interface Reply {
  readonly channel: Exclude<Channel, 'ALL'>;
  /** The sender's address, exactly: it is hashed here and kept nowhere. */
  readonly address: string;
  readonly text: string;
  /** Of the gateway: makes the call safe to repeat. */
  readonly messageId?: string | null | undefined;
}

export interface ReplyAnswer {
  readonly action: 'WITHDRAWN' | 'IGNORED';
  /** How many customers withdrew: none when the sender is not known. */
  readonly customers: number;
  /** What may be sent back. */
  readonly text: string;
  readonly textZh: string;
}

/** What a reply takes back on its channel. Messages about an order under way are no advertising and stay. */
const TAKEN_BACK: readonly PurposeId[] = ['marketing', 'referral', 'research'];
const KIND: Readonly<Record<Reply['channel'], Reach>> = {
  SMS: 'PHONE',
  CALL: 'PHONE',
  MAIL: 'EMAIL',
  WECHAT: 'WECHAT',
  MINI_PROGRAM: 'WECHAT',
  GROUP: 'WECHAT',
};

/**
 * One word in a reply withdraws on its channel, for everybody who has that address (PIPL art. 15). Any other text is
 * ignored. Whether the sender is known is told to the caller only by a number.
 */
export async function takeReply(services: Services, reply: Reply): Promise<ReplyAnswer> {
  if (!asksToStop(reply.text))
    return {
      action: 'IGNORED',
      customers: 0,
      text: 'not understood; reply STOP to end such messages',
      textZh: '未能识别；回复 TD 即可退订',
    };
  const customers = await sendersOf(services, KIND[reply.channel], reply.address);
  for (const customerId of customers) await withdrawFor(services, { ...reply, customerId });
  const done = { text: 'you will get no more such messages here', textZh: '您将不再通过此渠道收到此类信息' };
  return { action: 'WITHDRAWN', customers: customers.length, ...done };
}

export interface Leaving {
  readonly customerId: string;
  /** Null for every channel. */
  readonly channel: string | null;
  readonly messageId?: string | null | undefined;
  readonly at?: Date | undefined;
}

/** A customer asked on a channel to be left alone there. Safe to repeat by `messageId`. */
export async function withdrawFor(services: Services, leaving: Leaving): Promise<void> {
  const { customerId, messageId, at } = leaving;
  const channel = leaving.channel as Channel | null;
  for (const purpose of TAKEN_BACK) {
    const eventId = messageId ? `reply|${messageId}|${customerId}|${purpose}` : null;
    await withdrawConsent(services, { eventId, customerId, purpose, channel, at, via: 'reply' });
  }
}
