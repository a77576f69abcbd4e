import { z } from 'zod';
import { idOf } from '../kernel/input.js';
import type { RestEndpoint } from '../security/index.js';
import { audience, audiencePreview } from './audience.service.js';
import { campaignOf, campaigns, createCampaign } from './campaign.service.js';
import {
  audienceInput,
  campaignInput,
  campaignsInput,
  previewInput,
  reachInput,
  replayInput,
} from './campaign-input.js';
import { audienceOut, campaignOut, campaignsOut, launchOut, previewOut, reachOut } from './campaign-output.js';
import { RECEIPT_VALUES, receiptsInput, receiptsOut, touchesOut, touchesQuery } from './dispatch/input.js';
import { approveCampaign, campaignReach } from './launch/approval.service.js';
import { launchCampaign } from './launch/launch.service.js';
import { takeReceipts } from './receipts.service.js';
import { replayCampaign, touchesOf, turnCampaign } from './touches.service.js';

const campaign = z.object({ id: idOf });
const launch = z.object({ again: z.boolean().default(false) });

const previewing: RestEndpoint<{ body: typeof previewInput }> = {
  method: 'post',
  path: '/api/audiences/preview',
  summary: 'Who of a segment could be reached now, and why the others could not',
  summaryZh: '分群中此刻能触达的人，以及其余人为何不能',
  operation: 'audiencePreview',
  body: previewInput,
  response: previewOut,
  handler: (services, { body }) => audiencePreview(services, body),
};

const reaching: RestEndpoint<{ query: typeof audienceInput }> = {
  method: 'get',
  path: '/api/audiences',
  summary: 'Who of a segment may be contacted for a purpose through a channel, a page at a time',
  summaryZh: '分群中可就某用途经某渠道联系的人，分页',
  operation: 'audience',
  query: audienceInput,
  response: audienceOut,
  handler: async (services, { query }) => ({ rows: await audience(services, query) }),
};

const creating: RestEndpoint<{ body: typeof campaignInput }> = {
  method: 'post',
  path: '/api/campaigns',
  summary: 'Prepare a campaign; safe to repeat by id or idempotency key',
  summaryZh: '准备活动；凭编号或幂等键可重复提交',
  operation: 'createCampaign',
  body: campaignInput,
  response: campaignOut,
  handler: (services, { body }) => createCampaign(services, body),
};

const launching: RestEndpoint<{ params: typeof campaign; body: typeof launch }> = {
  method: 'post',
  path: '/api/campaigns/{id}/launch',
  summary: 'Touch everyone of the segment who may be contacted at this moment, each once',
  summaryZh: '触达分群中此刻可联系的所有人，每人一次',
  operation: 'launchCampaign',
  params: campaign,
  body: launch,
  response: launchOut,
  handler: (services, { params, body }) => launchCampaign(services, params.id, body.again),
};

const reporting: RestEndpoint<{ params: typeof campaign }> = {
  method: 'get',
  path: '/api/campaigns/{id}',
  summary: 'A campaign and what came of it so far',
  summaryZh: '一个活动及其至今成效',
  operation: 'campaign',
  params: campaign,
  response: campaignOut,
  handler: (services, { params }) => campaignOf(services, params.id),
};

const touching: RestEndpoint<{ params: typeof campaign; query: typeof touchesQuery }> = {
  method: 'get',
  path: '/api/campaigns/{id}/touches',
  summary: 'Who a campaign touched, with variant, state and times, a page at a time',
  summaryZh: '活动触达了谁，含版本、状态与时间，分页',
  operation: 'touches',
  params: campaign,
  query: touchesQuery,
  response: touchesOut,
  handler: async (services, { params, query }) => ({
    rows: await touchesOf(services, { ...query, campaign: params.id }),
  }),
};

const listing: RestEndpoint<{ query: typeof campaignsInput }> = {
  method: 'get',
  path: '/api/campaigns',
  summary: 'Campaigns, the newest first',
  summaryZh: '活动列表，新的在前',
  operation: 'campaignList',
  query: campaignsInput,
  response: campaignsOut,
  handler: async (services, { query }) => ({ rows: await campaigns(services, query) }),
};

const reachQuery = reachInput.omit({ campaign: true });
const reach: RestEndpoint<{ params: typeof campaign; query: typeof reachQuery }> = {
  method: 'get',
  path: '/api/campaigns/{id}/reach',
  summary: 'Whom a campaign would reach now, through which channel, and why not the others',
  summaryZh: '活动此刻会经哪个渠道触达谁，其余人为何不能',
  operation: 'campaignReach',
  params: campaign,
  query: reachQuery,
  response: reachOut,
  handler: (services, { params, query }) => campaignReach(services, params.id, query),
};

const approving: RestEndpoint<{ params: typeof campaign }> = {
  method: 'post',
  path: '/api/campaigns/{id}/approve',
  summary: 'Approve a draft; a large one by somebody else than its author',
  summaryZh: '审批草稿；大型活动须由创建者以外的人审批',
  operation: 'approveCampaign',
  params: campaign,
  response: campaignOut,
  handler: (services, { params }) => approveCampaign(services, params.id),
};

type Turn = 'pause' | 'resume' | 'stop';
const turning = (turn: Turn, summary: string, summaryZh: string): RestEndpoint<{ params: typeof campaign }> => ({
  method: 'post',
  path: `/api/campaigns/{id}/${turn}`,
  ...{ summary, summaryZh },
  operation: `${turn}Campaign`,
  params: campaign,
  response: campaignOut,
  handler: (services, { params }) => turnCampaign(services, params.id, turn),
});

const decision = replayInput.pick({ what: true });
const replaying: RestEndpoint<{ params: typeof campaign; body: typeof decision }> = {
  method: 'post',
  path: '/api/campaigns/{id}/replay',
  summary: 'Let what failed be tried again, or decide on what nobody knows to have left',
  summaryZh: '重试失败的消息，或处置不知是否发出的消息',
  operation: 'replayCampaign',
  params: campaign,
  body: decision,
  response: z.object({ count: z.int() }),
  handler: async (services, { params, body }) => ({ count: await replayCampaign(services, params.id, body.what) }),
};

const comingBack: RestEndpoint<{ body: typeof receiptsInput }> = {
  method: 'post',
  path: '/api/deliveries',
  summary: 'What came back of deliveries: arrived, bounced, opened, clicked, replied, unsubscribed; safe to repeat',
  summaryZh: '送达回执：到达、退回、打开、点击、回复、退订；可重复提交',
  operation: 'recordDeliveries',
  values: RECEIPT_VALUES,
  body: receiptsInput,
  response: receiptsOut,
  handler: (services, { body }) => takeReceipts(services, body.events),
};

export const endpoints: readonly RestEndpoint[] = [
  ...[previewing, reaching, creating, listing, reach, approving, launching, reporting, touching, replaying, comingBack],
  turning('pause', 'Let nothing more of a campaign out until it is resumed', '暂停活动：恢复前不再发出'),
  turning('resume', 'Let a paused campaign be sent again', '恢复暂停的活动'),
  turning('stop', 'End a campaign: what was not sent stays unsent', '结束活动：未发出的不再发出'),
];
