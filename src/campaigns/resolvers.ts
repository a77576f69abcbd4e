import { checked } from '../kernel/checked.js';
import type { ApiContext } from '../security/index.js';
import { audiencePreview } from './audience.service.js';
import { campaignOf, createCampaign } from './campaign.service.js';
import { campaignInput, launchInput, previewInput } from './campaign-input.js';
import { launchCampaign } from './launch.service.js';

export const resolvers = {
  Query: {
    audiencePreview: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return audiencePreview(services, checked(previewInput, args, 'audiencePreview'));
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
