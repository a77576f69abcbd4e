import { checked } from '../kernel/checked.js';
import type { ApiContext } from '../security/index.js';
import { audience, audiencePreview } from './audience.service.js';
import { campaignOf, campaigns, createCampaign } from './campaign.service.js';
import {
  audienceInput,
  campaignInput,
  campaignsInput,
  launchInput,
  previewInput,
  reachInput,
  replayInput,
  testInput,
} from './campaign-input.js';
import { messageInput, receiptsInput, touchesInput } from './dispatch/input.js';
import { sendTest } from './dispatch/test-send.service.js';
import { approveCampaign, campaignReach } from './launch/approval.service.js';
import { launchCampaign } from './launch/launch.service.js';
import { previewMessage } from './message-preview.service.js';
import { takeReceipts } from './receipts.service.js';
import { replayCampaign, touchesOf, turnCampaign } from './touches.service.js';

export const resolvers = {
  Query: {
    audiencePreview: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return audiencePreview(services, checked(previewInput, args, 'audiencePreview'));
    },
    audience: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return audience(services, checked(audienceInput, args, 'audience'));
    },
    campaignList: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return campaigns(services, checked(campaignsInput, args, 'campaignList'));
    },
    campaignReach: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      const { campaign, ...asked } = checked(reachInput, args, 'campaignReach');
      return campaignReach(services, campaign, asked);
    },
    campaign: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return campaignOf(services, checked(launchInput, args, 'campaign').id);
    },
    touches: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return touchesOf(services, checked(touchesInput, args, 'touches'));
    },
    previewMessage: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      const { campaign, customer } = checked(messageInput, args, 'previewMessage');
      return previewMessage(services, campaign, customer);
    },
  },
  Mutation: {
    approveCampaign: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return approveCampaign(services, checked(launchInput, args, 'approveCampaign').id);
    },
    sendTest: (_parent: unknown, { input }: { readonly input: unknown }, { services }: ApiContext) => {
      return sendTest(services, checked(testInput, input, 'sendTest'));
    },
    pauseCampaign: turning('pause'),
    resumeCampaign: turning('resume'),
    stopCampaign: turning('stop'),
    replayCampaign: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      const { id, what } = checked(replayInput, args, 'replayCampaign');
      return replayCampaign(services, id, what);
    },
    recordDeliveries: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return takeReceipts(services, checked(receiptsInput, args, 'recordDeliveries').events);
    },
    createCampaign: (_parent: unknown, { input }: { readonly input: unknown }, { services }: ApiContext) => {
      return createCampaign(services, checked(campaignInput, input, 'createCampaign'));
    },
    launchCampaign: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      const { id, again } = checked(launchInput, args, 'launchCampaign');
      return launchCampaign(services, id, again);
    },
  },
};

function turning(turn: Parameters<typeof turnCampaign>[2]) {
  return (_parent: unknown, args: unknown, { services }: ApiContext) =>
    turnCampaign(services, checked(launchInput, args, `${turn}Campaign`).id, turn);
}
