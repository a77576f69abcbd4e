import type { RestEndpoint } from '../../security/index.js';
import { replyInput, replyOut, SERVICE_ROLES } from './input.js';
import { takeReply } from './reply.service.js';

const replying: RestEndpoint<{ body: typeof replyInput }> = {
  method: 'post',
  path: '/api/replies',
  summary: 'A reply to a message: one word, like TD or STOP, withdraws on its channel',
  roles: SERVICE_ROLES,
  body: replyInput,
  response: replyOut,
  handler: (services, { body }) => takeReply(services, body),
};

export const endpoints: readonly RestEndpoint[] = [replying];
