import type { Services } from '../../security/index.js';
import { located } from './communities.js';
import { compiled } from './compile.js';
import type { Rule } from './rule.js';

/** Who of some customers fits a rule now. */
export async function fittingOf(
  { graph, clock }: Services,
  rule: Rule,
  customerIds: readonly string[],
): Promise<Set<string>> {
  const now = clock.now();
  const condition = compiled(await located(graph, rule, now), now);
  const asked = { given: { customerIds: [...customerIds] } };
  const rows = await graph.where('value/steps/segments/segment-fitting', condition, asked);
  return new Set(rows.map(({ customerId }) => customerId));
}

/** Who of some customers is in a segment of any kind. */
export async function inSegmentOf(
  { graph }: Services,
  segmentId: string,
  customerIds: readonly string[],
): Promise<Set<string>> {
  const asked = { segmentId, given: { customerIds: [...customerIds] } };
  const rows = await graph.read('value/steps/segments/segment-holds', asked);
  return new Set(rows.map(({ customerId }) => customerId));
}
