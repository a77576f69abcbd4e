import { z } from 'zod';
import { withLease } from '../../graph/lease.js';
import type { RowOf } from '../../graph/queries.gen.js';
import { checked } from '../../kernel/checked.js';
import { AppError } from '../../kernel/error.js';
import { idOf } from '../../kernel/input.js';
import { scoreOf } from '../../scores/index.js';
import { inScope, type Services } from '../../security/index.js';
import { compiled, namesIn, profiles } from './compile.js';
import { type Rule, ruleOf } from './rule.js';

export const segmentInput = z.object({
  id: idOf.regex(/^(?!all$)[a-z0-9][a-z0-9._-]*$/, 'small letters, digits and . _ - only, and not all'),
  name: z.string().min(1).max(200),
  nameZh: z.string().min(1).max(200).nullish(),
  rule: z.unknown(),
});

export interface SegmentRule {
  readonly id: string;
  readonly name: string | null;
  readonly nameZh: string | null;
  readonly version: number;
  readonly rule: Rule;
  readonly customers: number;
  readonly refreshedAt: Date | null;
  readonly archivedAt: Date | null;
  readonly versions: readonly {
    readonly number: number;
    readonly rule: unknown;
    readonly at: Date;
    readonly by: string;
  }[];
}

export interface Refreshed {
  readonly segment: string;
  readonly entered: number;
  readonly left: number;
}

/** Roles that see who fits a rule; the others see only the counts. */
const SEE_PEOPLE = ['admin', 'marketer'];

/**
 * Saves a segment; a changed rule is a new version, the same again changes nothing. Members follow at once. Throws INPUT for a wrong rule,
 * CONFLICT where the id is a segment of another kind.
 */
export async function saveSegment(services: Services, given: unknown): Promise<SegmentRule> {
  const { id, name, nameZh, rule } = checked(segmentInput, given, 'createSegment');
  const read = readRule(services, rule);
  const { graph, clock, viewer } = services;
  const [known] = await graph.read('value/steps/segments/segment-rules', { id });
  if (known && known.kind !== 'RULE')
    throw new AppError('CONFLICT', `segment "${id}" is not made by a rule`, 'choose another id');
  const text = JSON.stringify(read);
  const saved = { id, name, nameZh: nameZh ?? name, rule: text, at: clock.now(), by: viewer.id };
  await graph.write('value/steps/segments/segment-save', saved);
  await refreshSegment(services, id);
  return segmentRule(services, id);
}

/** How many fit a rule, the first of them for who may see people, and how many it cannot look at. Writes nothing. */
export async function previewSegment(services: Services, rule: unknown, sample: number) {
  const read = readRule(services, rule);
  const { graph, clock, viewer } = services;
  const condition = compiled(read, clock.now());
  const [counted] = await graph.where('value/steps/segments/segment-count', condition, {});
  const limit = SEE_PEOPLE.includes(viewer.role) ? sample : 0;
  const rows = await graph.where('value/steps/segments/segment-sample', condition, { limit });
  const [out] = profiles(read) ? await graph.read('value/steps/segments/segment-left-out', {}) : [];
  return { customers: counted!.customers, sample: rows, notProfiled: out?.customers ?? 0 };
}

/** A segment with its rule and versions. Throws NOT_FOUND for one that is none of a rule. */
export async function segmentRule({ graph }: Services, id: string): Promise<SegmentRule> {
  const [row] = await graph.read('value/steps/segments/segment-rules', { id });
  if (row?.kind === 'RULE') return shown(row);
  throw new AppError('NOT_FOUND', `no segment by rule "${id}"`, 'see `guanxi segments list`');
}

/** Every segment made by a rule, the archived too. */
export async function segmentRules({ graph }: Services): Promise<SegmentRule[]> {
  return (await graph.read('value/steps/segments/segment-rules', {})).map(shown);
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
  const rows = await services.graph.read('value/steps/segments/segment-members', { segmentId: id, after, limit });
  const seen = new Set(
    await inScope(
      services,
      rows.map(({ customerId }) => customerId),
    ),
  );
  return rows.filter(({ customerId }) => seen.has(customerId));
}

/** Who came to a segment and left it, when and why, the latest first; of one customer or of all whom the viewer may see. */
export async function segmentHistory(
  services: Services,
  asked: { id: string; customer?: string | null; limit: number },
) {
  const { id: segmentId, customer: customerId, limit } = asked;
  const given = { segmentId, customerId: customerId ?? null, limit };
  const rows = await services.graph.read('value/steps/segments/segment-history', given);
  const seen = new Set(await inScope(services, [...new Set(rows.map(({ customer }) => customer))]));
  return rows
    .filter(({ customer }) => seen.has(customer))
    .map(({ customer, ...row }) => ({ customerId: customer, ...row }));
}

/** Brings the members of a segment in line with its rule as of now, writing differences only. Throws BUSY while another does. */
export async function refreshSegment(services: Services, id: string): Promise<Refreshed> {
  return leased(services, id, async () => {
    const { rule, version, archivedAt } = await segmentRule(services, id);
    if (archivedAt) return { segment: id, entered: 0, left: 0 };
    const at = services.clock.now();
    const graph = services.graph.withTimeout(LONGEST_MS);
    const condition = compiled(rule, at);
    const asked = { segmentId: id, version, at };
    const [gone] = await graph.where('value/steps/segments/segment-leave', condition, asked);
    const [come] = await graph.where('value/steps/segments/segment-enter', condition, asked);
    await graph.write('value/steps/segments/segment-refreshed', { segmentId: id, at });
    return { segment: id, entered: come!.entered, left: gone!.left };
  });
}

/** Brings every segment that is not archived in line with its rule. Safe to repeat. */
export async function refreshSegments(services: Services): Promise<Refreshed[]> {
  const done: Refreshed[] = [];
  for (const { id, archivedAt } of await segmentRules(services))
    if (!archivedAt) done.push(await refreshSegment(services, id));
  return done;
}

const LONGEST_MS = 600_000;

function leased<T>({ graph }: Services, id: string, work: () => Promise<T>): Promise<T> {
  return withLease(graph, { id: `segment:${id}`, seconds: 60, waitMs: 5_000 }, work);
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

/** A stored rule is read again by the schema, so that times are times. */
function shown(row: RowOf<'value/steps/segments/segment-rules'>): SegmentRule {
  const { id, name, nameZh, version, rule, customers, refreshedAt, archivedAt, versions } = row;
  return {
    ...{ id, name, nameZh, customers, refreshedAt, archivedAt, version: version ?? 0 },
    rule: ruleOf.parse(JSON.parse(rule ?? 'null')),
    versions: versions.map((one) => ({
      ...(one as never as SegmentRule['versions'][number]),
      rule: JSON.parse(String(one.rule)),
    })),
  };
}
