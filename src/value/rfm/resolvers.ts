import { z } from 'zod';
import { checked } from '../../kernel/checked.js';
import type { ApiContext } from '../../security/index.js';
import { gradeModel, removeModel, rfmModels, saveModel } from './models.service.js';
import { modelAsked, rfmOrder } from './order.js';
import { type RfmRun, rescoreRfm } from './rfm.service.js';

const method = z.enum(['TYPE7', 'RPACKAGE']).transform((name) => (name === 'TYPE7' ? 'type7' : 'rpackage'));
const segments = z.enum(['GRID', 'RPACKAGE']).transform((name) => (name === 'GRID' ? 'grid' : 'rpackage'));
const rescoreArguments = rfmOrder.extend({ method, segments: segments.default('grid') });
const modelArguments = z.looseObject({ method, segments });

type Model = Awaited<ReturnType<typeof rfmModels>>[number];

export const resolvers = {
  Query: {
    rfmModels: (_parent: unknown, _args: unknown, { services }: ApiContext) => rfmModels(services),
  },
  Mutation: {
    rescoreRfm: async (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return shown(await rescoreRfm(services, checked(rescoreArguments, args, 'rescoreRfm')));
    },
    saveRfmModel: (_parent: unknown, { input }: { input: unknown }, { services }: ApiContext) => {
      return saveModel(services, checked(modelArguments, input, 'saveRfmModel'));
    },
    removeRfmModel: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return removeModel(services, checked(modelAsked, args, 'removeRfmModel').id);
    },
    gradeRfmModel: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return gradeModel(services, checked(modelAsked, args, 'gradeRfmModel').id);
    },
  },
  RfmModel: {
    method: ({ method: name }: Model) => name.toUpperCase(),
    segments: ({ segmentSet }: Model) => segmentSet.toUpperCase(),
    weights: ({ weights: [recency, frequency, monetary] }: Model) => ({ recency, frequency, monetary }),
  },
};

function shown(run: RfmRun) {
  return { ...run, method: run.method.toUpperCase(), segments: run.segments.toUpperCase() };
}
