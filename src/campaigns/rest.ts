import { z } from 'zod';
import { idOf } from '../kernel/input.js';
import type { RestEndpoint } from '../security/index.js';
import { audience, audiencePreview } from './audience.service.js';
import { campaignOf, createCampaign } from './campaign.service.js';
import {
  AUDIENCE_ROLES,
  audienceInput,
  audienceOut,
  campaignInput,
  campaignOut,
  LAUNCH_ROLES,
  launchOut,
  PREVIEW_ROLES,
  previewInput,
  previewOut,
  REPORT_ROLES,
} from './campaign-input.js';
import { launchCampaign } from './launch.service.js';

const campaign = z.object({ id: idOf });
const launch = z.object({ again: z.boolean().default(false) });

const previewing: RestEndpoint<{ body: typeof previewInput }> = {
  method: 'post',
  path: '/api/audiences/preview',
  summary: 'Who of a segment could be reached now, and why the others could not',
  roles: PREVIEW_ROLES,
  body: previewInput,
  response: previewOut,
  handler: (services, { body }) => audiencePreview(services, body),
};

const reaching: RestEndpoint<{ query: typeof audienceInput }> = {
  method: 'get',
  path: '/api/audiences',
  summary: 'Who of a segment may be contacted for a purpose through a channel, a page at a time',
  roles: AUDIENCE_ROLES,
  query: audienceInput,
  response: audienceOut,
  handler: async (services, { query }) => ({ rows: await audience(services, query) }),
};

const creating: RestEndpoint<{ body: typeof campaignInput }> = {
  method: 'post',
  path: '/api/campaigns',
  summary: 'Prepare a campaign; safe to repeat by id or idempotency key',
  roles: LAUNCH_ROLES,
  body: campaignInput,
  response: campaignOut,
  handler: (services, { body }) => createCampaign(services, body),
};

const launching: RestEndpoint<{ params: typeof campaign; body: typeof launch }> = {
  method: 'post',
  path: '/api/campaigns/{id}/launch',
  summary: 'Touch everyone of the segment who may be contacted at this moment, each once',
  roles: LAUNCH_ROLES,
  params: campaign,
  body: launch,
  response: launchOut,
  handler: (services, { params, body }) => launchCampaign(services, params.id, body.again),
};

const reporting: RestEndpoint<{ params: typeof campaign }> = {
  method: 'get',
  path: '/api/campaigns/{id}',
  summary: 'A campaign and what came of it so far',
  roles: REPORT_ROLES,
  params: campaign,
  response: campaignOut,
  handler: (services, { params }) => campaignOf(services, params.id),
};

export const endpoints: readonly RestEndpoint[] = [previewing, reaching, creating, launching, reporting];
