import { z } from 'zod';
import { idOf } from '../../kernel/input.js';
import type { RestEndpoint } from '../../security/index.js';
import { inviteInput, redeemInput } from './input.js';
import { referralCode } from './programme.service.js';
import { noteInvitation, redeemCode } from './redeem.service.js';

const params = z.object({ id: idOf });
const own = z.object({ customerId: idOf });

const code: RestEndpoint<{ params: typeof params; body: typeof own }> = {
  method: 'post',
  path: '/api/programmes/{id}/codes',
  summary: 'The referral code of a customer, made when there is none',
  summaryZh: '客户的推荐码，没有则生成',
  operation: 'referralCode',
  params,
  body: own,
  response: z.object({
    ...{ programme: z.string(), customerId: z.string(), code: z.string(), link: z.string().nullable() },
  }),
  handler: (services, asked) => referralCode(services, asked.params.id, asked.body.customerId),
};

const redeem: RestEndpoint<{ body: typeof redeemInput }> = {
  method: 'post',
  path: '/api/referral-codes/redeem',
  summary: 'Note by which referral code a customer came; safe to repeat',
  summaryZh: '记录客户凭哪个推荐码而来；可重复提交',
  operation: 'redeemCode',
  body: redeemInput,
  response: z.object({
    ...{ accepted: z.boolean(), reason: z.string(), text: z.string(), textZh: z.string(), programme: z.string() },
  }),
  handler: (services, { body }) => redeemCode(services, body),
};

const invite: RestEndpoint<{ body: typeof inviteInput }> = {
  method: 'post',
  path: '/api/referral-codes/invitations',
  summary: 'Note that somebody sent an invitation with their code; safe to repeat',
  summaryZh: '记录有人凭推荐码发出邀请；可重复提交',
  operation: 'noteInvitation',
  body: inviteInput,
  response: z.object({ recorded: z.boolean() }),
  handler: async (services, { body }) => ({ recorded: await noteInvitation(services, body) }),
};

export const endpoints: readonly RestEndpoint[] = [code, redeem, invite];
