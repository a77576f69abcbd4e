import { z } from 'zod';
import { idOf } from '../../kernel/input.js';
import type { RestEndpoint } from '../../security/index.js';
import { membersAsked, previewAsked } from './input.js';
import { previewSegment, saveSegment, segmentInput, segmentMembers } from './segments.service.js';

const time = z.iso.datetime().nullable();
const page = membersAsked.omit({ id: true });
const one = z.object({ id: idOf });

const creating: RestEndpoint<{ body: typeof segmentInput }> = {
  method: 'post',
  path: '/api/segments',
  summary: 'Save a segment and put in who fits; a changed rule is a new version',
  operation: 'createSegment',
  body: segmentInput,
  response: z.object({ id: z.string(), version: z.int(), customers: z.int() }),
  handler: async (services, { body }) => {
    const { id, version, customers } = await saveSegment(services, body);
    return { id, version, customers };
  },
};

const previewing: RestEndpoint<{ body: typeof previewAsked }> = {
  method: 'post',
  path: '/api/segments/preview',
  summary: 'How many fit a rule now, and who first; writes nothing',
  operation: 'previewSegment',
  body: previewAsked,
  response: z.object({
    customers: z.int(),
    sample: z.array(z.object({ customerId: z.string() })),
    notProfiled: z.int(),
  }),
  handler: (services, { body }) => previewSegment(services, body.rule, body.sample),
};

const listing: RestEndpoint<{ params: typeof one; query: typeof page }> = {
  method: 'get',
  path: '/api/segments/{id}/members',
  summary: 'A page of the members of a segment, in the order of ids',
  operation: 'segmentMembers',
  params: one,
  query: page,
  response: z.object({
    rows: z.array(z.object({ customerId: z.string(), since: time, because: z.string().nullable() })),
  }),
  handler: async (services, { params, query }) => ({ rows: await segmentMembers(services, { ...params, ...query }) }),
};

export const endpoints: readonly RestEndpoint[] = [creating, previewing, listing];
