import { z } from 'zod';
import { idOf } from '../../kernel/input.js';
import type { RestEndpoint } from '../../security/index.js';
import { experimentVariant } from './experiment.service.js';

const params = z.object({ id: idOf });
const query = z.object({ customer: idOf });

const variant: RestEndpoint<{ params: typeof params; query: typeof query }> = {
  method: 'get',
  path: '/api/experiments/{id}/variant',
  summary: 'The variant of one customer in an experiment, for apps that show it',
  summaryZh: '一位客户在实验中的版本，供应用展示',
  operation: 'experimentVariant',
  params,
  query,
  response: z.object({
    ...{ experiment: z.string(), customerId: z.string() },
    ...{ variant: z.string().nullable(), since: z.iso.datetime().nullable() },
  }),
  handler: (services, asked) => experimentVariant(services, asked.params.id, asked.query.customer),
};

export const endpoints: readonly RestEndpoint[] = [variant];
