import { z } from 'zod';
import { idOf } from '../../kernel/input.js';
import type { RestEndpoint } from '../../security/index.js';
import { historyAsked, membersAsked, movesAsked, previewAsked } from './input.js';
import { segmentMovesShown } from './moves.service.js';
import {
  archiveSegment,
  previewSegment,
  saveSegment,
  segmentHistory,
  segmentInput,
  segmentMembers,
  updateSegment,
} from './segments.service.js';
import { type SegmentRule, segmentRule, segmentRules } from './stored.service.js';

const time = z.iso.datetime().nullable();
const page = membersAsked.omit({ id: true });
const one = z.object({ id: idOf });
const movesIn = movesAsked.omit({ segments: true }).extend({ segment: idOf.optional() });
const stays = historyAsked.omit({ id: true });
const changed = segmentInput.omit({ id: true });
const shown = z.object({
  ...{ id: z.string(), name: z.string().nullable(), nameZh: z.string().nullable(), version: z.int() },
  ...{ rule: z.unknown(), customers: z.int(), refreshedAt: time, archivedAt: time },
});
const showing = ({ id, name, nameZh, version, rule, customers, refreshedAt, archivedAt }: SegmentRule) => {
  return { id, name, nameZh, version, rule, customers, refreshedAt, archivedAt } as never;
};

const creating: RestEndpoint<{ body: typeof segmentInput }> = {
  method: 'post',
  path: '/api/segments',
  summary: 'Save a segment and put in who fits; a changed rule is a new version',
  summaryZh: '保存分群并放入符合规则的客户；规则变更即新版本',
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
  summaryZh: '当前符合规则的人数与前几位；不写入',
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
  summaryZh: '分群成员的一页，按编号排列',
  operation: 'segmentMembers',
  params: one,
  query: page,
  response: z.object({
    rows: z.array(z.object({ customerId: z.string(), since: time, because: z.string().nullable() })),
  }),
  handler: async (services, { params, query }) => ({ rows: await segmentMembers(services, { ...params, ...query }) }),
};

const all: RestEndpoint = {
  method: 'get',
  path: '/api/segments',
  summary: 'Every segment that a rule makes, the archived too',
  summaryZh: '全部由规则生成的分群，含已归档的',
  operation: 'segmentRules',
  response: z.object({ rows: z.array(shown) }),
  handler: async (services) => ({ rows: (await segmentRules(services)).map(showing) }),
};

const asking: RestEndpoint<{ params: typeof one }> = {
  method: 'get',
  path: '/api/segments/{id}',
  summary: 'A segment that a rule makes',
  summaryZh: '一个由规则生成的分群',
  operation: 'segmentRule',
  params: one,
  response: shown,
  handler: async (services, { params }) => showing(await segmentRule(services, params.id)),
};

const updating: RestEndpoint<{ params: typeof one; body: typeof changed }> = {
  method: 'post',
  path: '/api/segments/{id}/update',
  summary: 'Give a segment that there is another rule or other names; a changed rule is a new version',
  summaryZh: '为已有分群更换规则或名称；规则变更即新版本',
  operation: 'updateSegment',
  params: one,
  body: changed,
  response: shown,
  handler: async (services, { params, body }) => showing(await updateSegment(services, { ...body, ...params })),
};

const ending: RestEndpoint<{ params: typeof one }> = {
  method: 'post',
  path: '/api/segments/{id}/archive',
  summary: 'Archive a segment: everybody leaves it, its versions and moves stay',
  summaryZh: '归档分群：所有人退出，版本与进出记录保留',
  operation: 'archiveSegment',
  params: one,
  response: shown,
  handler: async (services, { params }) => showing(await archiveSegment(services, params.id)),
};

const past: RestEndpoint<{ params: typeof one; query: typeof stays }> = {
  method: 'get',
  path: '/api/segments/{id}/history',
  summary: 'Who came to a segment and left it, when and why, the latest first',
  summaryZh: '谁在何时因何进入或离开分群，新的在前',
  operation: 'segmentHistory',
  params: one,
  query: stays,
  response: z.object({
    rows: z.array(
      z.object({
        ...{ customerId: z.string(), since: time, because: z.string().nullable() },
        ...{ until: time, left: z.string().nullable(), version: z.int().nullable() },
      }),
    ),
  }),
  handler: async (services, { params, query }) => ({
    rows: (await segmentHistory(services, { ...query, ...params })) as never,
  }),
};

const moving: RestEndpoint<{ query: typeof movesIn }> = {
  method: 'get',
  path: '/api/segment-moves',
  summary: 'Who entered or left segments since a time, the oldest first',
  summaryZh: '自某时起进出分群的客户，旧的在前',
  operation: 'segmentMoves',
  query: movesIn,
  response: z.object({
    rows: z.array(
      z.object({
        ...{ key: z.string(), segmentId: z.string(), customerId: z.string(), move: z.string(), at: time },
        because: z.string().nullable(),
      }),
    ),
  }),
  handler: async (services, { query: { segment, ...query } }) => ({
    rows: (await segmentMovesShown(services, { ...query, segments: segment ? [segment] : [] })) as never,
  }),
};

export const endpoints: readonly RestEndpoint[] = [
  ...[creating, previewing, all, asking, updating, ending],
  ...[listing, past, moving],
];
