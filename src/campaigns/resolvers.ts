import { checked } from '../kernel/checked.js';
import { type ApiContext, requireRole } from '../security/index.js';
import { audience, audiencePreview } from './audience.service.js';
import { campaignOf, createCampaign } from './campaign.service.js';
import {
  AUDIENCE_ROLES,
  audienceInput,
  campaignInput,
  LAUNCH_ROLES,
  launchInput,
  PREVIEW_ROLES,
  previewInput,
  REPORT_ROLES,
} from './campaign-input.js';
import { launchCampaign } from './launch.service.js';

export const resolvers = {
  Query: {
    audiencePreview: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      requireRole(services.viewer, ...PREVIEW_ROLES);
      return audiencePreview(services, checked(previewInput, args, 'audiencePreview'));
    },
    audience: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      requireRole(services.viewer, ...AUDIENCE_ROLES);
      return audience(services, checked(audienceInput, args, 'audience'));
    },
    campaign: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      requireRole(services.viewer, ...REPORT_ROLES);
      return campaignOf(services, checked(launchInput, args, 'campaign').id);
    },
  },
  Mutation: {
    createCampaign: (_parent: unknown, { input }: { readonly input: unknown }, { services }: ApiContext) => {
      requireRole(services.viewer, ...LAUNCH_ROLES);
      return createCampaign(services, checked(campaignInput, input, 'createCampaign'));
    },
    launchCampaign: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      requireRole(services.viewer, ...LAUNCH_ROLES);
      const { id, again } = checked(launchInput, args, 'launchCampaign');
      return launchCampaign(services, id, again);
    },
  },
};
