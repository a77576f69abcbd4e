import { checked } from '../kernel/checked.js';
import type { ApiContext } from '../security/index.js';
import { audience, audiencePreview } from './audience.service.js';
import { campaignOf, createCampaign } from './campaign.service.js';
import { audienceInput, campaignInput, launchInput, previewInput } from './campaign-input.js';
import { launchCampaign } from './launch.service.js';

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
  },
  Mutation: {
    createCampaign: (_parent: unknown, { input }: { readonly input: unknown }, { services }: ApiContext) => {
      return createCampaign(services, checked(campaignInput, input, 'createCampaign'));
    },
    launchCampaign: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      const { id, again } = checked(launchInput, args, 'launchCampaign');
      return launchCampaign(services, id, again);
    },
  },
};
