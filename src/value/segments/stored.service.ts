import type { RowOf } from '../../graph/queries.gen.js';
import { AppError } from '../../kernel/error.js';
import type { Services } from '../../security/index.js';
import { type Rule, ruleOf } from './rule.js';

export interface SegmentRule {
  readonly id: string;
  readonly name: string | null;
  readonly nameZh: string | null;
  readonly version: number;
  readonly rule: Rule;
  readonly customers: number;
  readonly refreshedAt: Date | null;
  /** Version of the rule by which members were last told; null before the first time. */
  readonly refreshedVersion: number | null;
  /** Communities that fitted conditions of the rule then. */
  readonly communities: readonly string[];
  readonly archivedAt: Date | null;
  readonly versions: readonly {
    readonly number: number;
    readonly rule: unknown;
    readonly at: Date;
    readonly by: string;
  }[];
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

/** A stored rule is read again by the schema, so that times are times. */
function shown(row: RowOf<'value/steps/segments/segment-rules'>): SegmentRule {
  const { id, name, nameZh, version, rule, customers, refreshedAt, refreshedVersion, archivedAt, versions } = row;
  return {
    ...{ id, name, nameZh, customers, refreshedAt, refreshedVersion, archivedAt, version: version ?? 0 },
    communities: row.communities ?? [],
    rule: ruleOf.parse(JSON.parse(rule ?? 'null')),
    versions: versions.map((one) => ({
      ...(one as never as SegmentRule['versions'][number]),
      rule: JSON.parse(String(one.rule)),
    })),
  };
}
