import { z } from 'zod';
import { checked } from '../../kernel/checked.js';
import { AppError } from '../../kernel/error.js';
import { idOf } from '../../kernel/input.js';
import { own } from '../../kernel/words/issues.js';
import { scoreOf } from '../../scores/index.js';
import { inScope, requireCursor, type Services } from '../../security/index.js';
import { located } from './communities.js';
import { compiled, namesIn, profiles } from './compile.js';
import { leased, refreshSegment } from './refresh.service.js';
import { type Rule, ruleOf } from './rule.js';
import { type SegmentRule, segmentRule } from './stored.service.js';

export const segmentInput = z.object({
  id: idOf.regex(
    /^(?!all$)[a-z0-9][a-z0-9._-]*$/,
    own('may have small letters, digits and . _ - only, and is not all', '只能含小写字母、数字和 . _ -，且不为 all'),
  ),
  name: z.string().min(1).max(200),
  nameZh: z.string().min(1).max(200).nullish(),
  rule: z.unknown(),
});

/** Roles that see who fits a rule; the others see only the counts. */
const SEE_PEOPLE = ['admin', 'marketer'];

/**
 * Saves a segment; a changed rule is a new version, the same again changes nothing. Members follow at once. Throws
 * INPUT for a wrong rule, CONFLICT where the id is a segment of another kind.
 */
export async function saveSegment(services: Services, given: unknown): Promise<SegmentRule> {
  return stored(services, checked(segmentInput, given, 'createSegment'));
}

/**
 * Gives a segment that there is another rule or other names; members follow at once. Throws NOT_FOUND, and INPUT for a
 * wrong rule.
 */
export async function updateSegment(services: Services, given: unknown): Promise<SegmentRule> {
  const input = checked(segmentInput, given, 'updateSegment');
  await segmentRule(services, input.id);
  return stored(services, input);
}

async function stored(services: Services, input: z.output<typeof segmentInput>): Promise<SegmentRule> {
  const { id, name, nameZh, rule } = input;
  const read = readRule(services, rule);
  const { graph, clock, viewer } = services;
  const [known] = await graph.read('value/steps/segments/segment-rules', { id });
  if (known && known.kind !== 'RULE')
    throw new AppError('CONFLICT', `segment "${id}" is not made by a rule`, 'choose another id');
  const text = JSON.stringify(read);
  const saved = {
    id,
    name,
    nameZh: nameZh ?? name,
    rule: text,
    profiles: profiles(read),
    at: clock.now(),
    by: viewer.id,
  };
  await graph.write('value/steps/segments/segment-save', saved);
  await refreshSegment(services, id);
  return segmentRule(services, id);
}

/** How many fit a rule, the first of them for who may see people, and how many it cannot look at. Writes nothing. */
export async function previewSegment(services: Services, rule: unknown, sample: number) {
  const read = readRule(services, rule);
  const { graph, clock, viewer } = services;
  const now = clock.now();
  const condition = compiled(await located(graph, read, now), now);
  const [counted] = await graph.where('value/steps/segments/segment-count', condition, {});
  const limit = SEE_PEOPLE.includes(viewer.role) ? sample : 0;
  const rows = limit === 0 ? [] : await graph.where('value/steps/segments/segment-sample', condition, { limit });
  const [out] = profiles(read) ? await graph.read('value/steps/segments/segment-left-out', {}) : [];
  return { customers: counted!.customers, sample: rows, notProfiled: out?.customers ?? 0 };
}

/** Ends a segment: everybody leaves, and no audience is drawn from it. Saving it again brings it back. */
export async function archiveSegment(services: Services, id: string): Promise<SegmentRule> {
  await segmentRule(services, id);
  const asked = { segmentId: id, at: services.clock.now() };
  await leased(services, id, async () => {
    await services.graph.write('value/steps/segments/segment-archive', asked);
    return services.graph.write('value/steps/segments/segment-empty', asked);
  });
  return segmentRule(services, id);
}

export interface MembersAsked {
  readonly id: string;
  readonly after: string;
  readonly limit: number;
}

/** A page of the members of any segment whom the viewer may see, by id. */
export async function segmentMembers(services: Services, { id, after, limit }: MembersAsked) {
  await requireCursor(services, { kind: 'CUSTOMER' }, after);
  const rows = await services.graph.read('value/steps/segments/segment-members', { segmentId: id, after, limit });
  const seen = new Set(
    await inScope(
      services,
      rows.map(({ customerId }) => customerId),
    ),
  );
  return rows.filter(({ customerId }) => seen.has(customerId));
}

/**
 * Who came to a segment and left it, when and why, the latest first; of one customer or of all whom the viewer may see.
 */
export async function segmentHistory(
  services: Services,
  asked: { id: string; customer?: string | null | undefined; limit: number },
) {
  const { id: segmentId, customer: customerId, limit } = asked;
  const given = { segmentId, customerId: customerId ?? null, limit };
  const rows = await services.graph.read('value/steps/segments/segment-history', given);
  const seen = new Set(await inScope(services, [...new Set(rows.map(({ customer }) => customer))]));
  return rows
    .filter(({ customer }) => seen.has(customer))
    .map(({ customer, ...row }) => ({ customerId: customer, ...row }));
}

/** The rule; a score that this viewer's role may not see cannot be asked by it either. */
function readRule(services: Services, given: unknown): Rule {
  const rule = checked(z.object({ rule: ruleOf }), { rule: given }, 'segment').rule;
  requireScores(services, rule);
  return rule;
}

/** Throws FORBIDDEN where a rule asks a score that the viewer's role may not see. */
export function requireScores({ viewer }: Pick<Services, 'viewer'>, rule: Rule): void {
  for (const [, value] of namesIn(rule)) {
    const roles = scoreOf(String((value as { name?: string }).name))?.roles;
    if (roles && !roles.includes(viewer.role))
      throw new AppError(
        'FORBIDDEN',
        `role ${viewer.role} may not use that score in a rule`,
        `it is for ${roles.join(', ')}`,
      );
  }
}
