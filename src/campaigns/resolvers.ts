import { checked } from '../kernel/checked.js';
import type { ApiContext } from '../security/index.js';
import { audience, audiencePreview } from './audience.service.js';
import { campaignOf, createCampaign } from './campaign.service.js';
import { audienceInput, campaignInput, launchInput, previewInput } from './campaign-input.js';
import { messageInput, receiptsInput, touchesInput } from './dispatch/input.js';
import { launchCampaign } from './launch.service.js';
import { takeReceipts } from './receipts.service.js';
import { previewMessage, replayCampaign, touchesOf, turnCampaign } from './touches.service.js';

export const resolvers = {
  Query: {
    audiencePreview: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return audiencePreview(services, checked(previewInput, args, 'audiencePreview'));
    },
    audience: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return audience(services, checked(audienceInput, args, 'audience'));
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
    pauseCampaign: turning('pause'),
    resumeCampaign: turning('resume'),
    stopCampaign: turning('stop'),
    replayCampaign: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return replayCampaign(services, checked(launchInput, args, 'replayCampaign').id);
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
