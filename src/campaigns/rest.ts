import { z } from 'zod';
import { idOf } from '../kernel/input.js';
import type { RestEndpoint } from '../security/index.js';
import { audience, audiencePreview } from './audience.service.js';
import { campaignOf, campaigns, createCampaign } from './campaign.service.js';
import {
  audienceInput,
  audienceOut,
  campaignInput,
  campaignOut,
  campaignsInput,
  campaignsOut,
  launchOut,
  previewInput,
  previewOut,
  reachInput,
  reachOut,
  replayInput,
} from './campaign-input.js';
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
  operation: 'audiencePreview',
  body: previewInput,
  response: previewOut,
  handler: (services, { body }) => audiencePreview(services, body),
};

const reaching: RestEndpoint<{ query: typeof audienceInput }> = {
  method: 'get',
  path: '/api/audiences',
  summary: 'Who of a segment may be contacted for a purpose through a channel, a page at a time',
  operation: 'audience',
  query: audienceInput,
  response: audienceOut,
  handler: async (services, { query }) => ({ rows: await audience(services, query) }),
};

const creating: RestEndpoint<{ body: typeof campaignInput }> = {
  method: 'post',
  path: '/api/campaigns',
  summary: 'Prepare a campaign; safe to repeat by id or idempotency key',
  operation: 'createCampaign',
  body: campaignInput,
  response: campaignOut,
  handler: (services, { body }) => createCampaign(services, body),
};

const launching: RestEndpoint<{ params: typeof campaign; body: typeof launch }> = {
  method: 'post',
  path: '/api/campaigns/{id}/launch',
  summary: 'Touch everyone of the segment who may be contacted at this moment, each once',
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
  operation: 'campaign',
  params: campaign,
  response: campaignOut,
  handler: (services, { params }) => campaignOf(services, params.id),
};

const touching: RestEndpoint<{ params: typeof campaign; query: typeof touchesQuery }> = {
  method: 'get',
  path: '/api/campaigns/{id}/touches',
  summary: 'Who a campaign touched, with variant, state and times, a page at a time',
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
  operation: 'campaignList',
  query: campaignsInput,
  response: campaignsOut,
  handler: async (services, { query }) => ({ rows: await campaigns(services, query) }),
};

const sample = reachInput.pick({ sample: true });
const reach: RestEndpoint<{ params: typeof campaign; query: typeof sample }> = {
  method: 'get',
  path: '/api/campaigns/{id}/reach',
  summary: 'Whom a campaign would reach now, through which channel, and why not the others',
  operation: 'campaignReach',
  params: campaign,
  query: sample,
  response: reachOut,
  handler: (services, { params, query }) => campaignReach(services, params.id, query.sample),
};

const approving: RestEndpoint<{ params: typeof campaign }> = {
  method: 'post',
  path: '/api/campaigns/{id}/approve',
  summary: 'Approve a draft; a large one by somebody else than its author',
  operation: 'approveCampaign',
  params: campaign,
  response: campaignOut,
  handler: (services, { params }) => approveCampaign(services, params.id),
};

const turning = (turn: 'pause' | 'resume' | 'stop', summary: string): RestEndpoint<{ params: typeof campaign }> => ({
  method: 'post',
  path: `/api/campaigns/{id}/${turn}`,
  summary,
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
  operation: 'recordDeliveries',
  values: RECEIPT_VALUES,
  body: receiptsInput,
  response: receiptsOut,
  handler: (services, { body }) => takeReceipts(services, body.events),
};

export const endpoints: readonly RestEndpoint[] = [
  ...[previewing, reaching, creating, listing, reach, approving, launching, reporting, touching, replaying, comingBack],
  turning('pause', 'Let nothing more of a campaign out until it is resumed'),
  turning('resume', 'Let a paused campaign be sent again'),
  turning('stop', 'End a campaign: what was not sent stays unsent'),
];
