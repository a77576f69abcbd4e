import { checked } from '../../kernel/checked.js';
import type { ApiContext } from '../../security/index.js';
import {
  createExperiment,
  experimentOf,
  experimentVariant,
  startExperiment,
  stopExperiment,
} from './experiment.service.js';
import { type ExperimentInput, experimentId, variantAsked } from './input.js';
import { experimentPlan } from './plan.service.js';
import { experimentResults } from './results.service.js';

const idIn = (args: unknown, name: string) => checked(experimentId, args, name).id;

export const resolvers = {
  Query: {
    experiment: (_parent: unknown, args: unknown, { services }: ApiContext) =>
      experimentOf(services, idIn(args, 'experiment')),
    experimentPlan: async (_parent: unknown, args: unknown, { services }: ApiContext) =>
      experimentPlan(services, await experimentOf(services, idIn(args, 'experimentPlan'))),
    experimentResults: (_parent: unknown, args: unknown, { services }: ApiContext) =>
      experimentResults(services, idIn(args, 'experimentResults')),
    experimentVariant: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      const { experiment, customer } = checked(variantAsked, args, 'experimentVariant');
      return experimentVariant(services, experiment, customer);
    },
  },
  Mutation: {
    createExperiment: (_parent: unknown, { input }: { input: ExperimentInput }, { services }: ApiContext) =>
      createExperiment(services, input),
    startExperiment: (_parent: unknown, args: unknown, { services }: ApiContext) =>
      startExperiment(services, idIn(args, 'startExperiment')),
    stopExperiment: (_parent: unknown, args: unknown, { services }: ApiContext) =>
      stopExperiment(services, idIn(args, 'stopExperiment')),
  },
};
