import type { RestEndpoint } from '../../security/index.js';
import { replyInput, replyOut } from './input.js';
import { takeReply } from './reply.service.js';

const replying: RestEndpoint<{ body: typeof replyInput }> = {
  method: 'post',
  path: '/api/replies',
  summary: 'A reply to a message: one word, like TD or STOP, withdraws on its channel',
  summaryZh: '消息的回复：TD、STOP 等一个词即在该渠道退订',
  operation: 'withdrawConsent',
  limited: false, // it ends contact for everybody who has the address
  body: replyInput,
  response: replyOut,
  handler: (services, { body }) => takeReply(services, body),
};

export const endpoints: readonly RestEndpoint[] = [replying];
