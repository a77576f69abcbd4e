import { z } from 'zod';
import { contactChannelOf, replyInput, replyOut, takeReply } from '../../consent/index.js';
import type { SignedEndpoint } from '../../security/index.js';
import { takeReceipts } from '../receipts.service.js';
import { RECEIPT_VALUES, receiptsInput, receiptsOut } from './input.js';
import { receiptSecrets } from './receipt-secrets.js';

const sender = z.object({ channel: contactChannelOf });
const reply = replyInput.omit({ channel: true }).required({ messageId: true });
const secrets = ({ channel }: Readonly<Record<string, string>>) => receiptSecrets(channel ?? '');

const receiving: SignedEndpoint<{ params: typeof sender; body: typeof receiptsInput }> = {
  method: 'post',
  path: '/api/receipts/{channel}',
  summary: 'What came back of deliveries of a channel, signed by who sends on it; safe to repeat',
  summaryZh: '某渠道的送达回执，由发送方签名；可重复提交',
  operation: 'recordDeliveries',
  values: RECEIPT_VALUES,
  params: sender,
  body: receiptsInput,
  response: receiptsOut,
  secrets,
  handler: (services, { params, body }) => takeReceipts(services, body.events, params.channel),
};

const replying: SignedEndpoint<{ params: typeof sender; body: typeof reply }> = {
  method: 'post',
  path: '/api/receipts/{channel}/replies',
  summary: 'A reply that names no delivery, signed: one word, like TD or STOP, withdraws on the channel',
  summaryZh: '未指明送达的回复，需签名：TD、STOP 等一个词即在该渠道退订',
  operation: 'withdrawConsent',
  limited: false,
  params: sender,
  body: reply,
  response: replyOut,
  secrets,
  handler: (services, { params, body }) => takeReply(services, { ...body, channel: params.channel }),
};

/** What systems that send for us tell without a token. */
export const signedEndpoints: readonly SignedEndpoint[] = [receiving, replying];
