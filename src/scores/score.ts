import type { Role } from '../kernel/role.js';

/** What a value of a score is; money is a whole number of minor units of the currency that customers are scored in. */
export const SCORE_KINDS = ['number', 'integer', 'money', 'text', 'texts', 'integers', 'boolean', 'date'] as const;
export type ScoreKind = (typeof SCORE_KINDS)[number];

/** A job that works scores out. Each of its runs writes or clears everybody, so one time holds for all that it left. */
export interface Run {
  /** What starts it. */
  readonly command: string;
  /** The file that does it. */
  readonly service: string;
  /** The purpose without which nobody is scored. */
  readonly purpose: string;
  /** A property that whoever it scored has; null where it leaves edges only. */
  readonly mark: string | null;
}

/** What every property or edge that is worked out about a customer declares. */
interface WorkedOut {
  readonly run: string;
  /** The statements of cypher/ that write it. */
  readonly by: readonly [string, ...string[]];
  readonly meaning: string;
  readonly meaningZh: string;
  /** How it is worked out, with the source of the formula. */
  readonly formula: string;
  /** The purpose it needs, where not that of its run. */
  readonly purpose?: string;
}

/** A property of the node Customer. */
export interface Score extends WorkedOut {
  readonly property: string;
  readonly kind: ScoreKind;
  /** Of a number: what it counts or is a part of, like `days`, `people`, `share`. */
  readonly unit?: string;
  /** Of a number: its least and largest value, like `0..1`. */
  readonly range?: string;
  /** Who may see it, where not every role. The policy narrows by class and by field. */
  readonly roles?: readonly Role[];
  /** The class by which the policy shows or hides it; in none where left out. */
  readonly fieldClass?: 'score' | 'behaviour';
  /** Where it is shown: as a field of Customer, or among the scores, grades or worth of customer360. */
  readonly shown?: readonly ('customer' | 'scores' | 'grades' | 'worth')[];
  /** The name under which explainScore tells it. */
  readonly explained?: string;
  /** What a publication may do with it: release it in a table as sensitive, count people by it. */
  readonly published?: readonly ('sensitive' | 'counted')[];
}

/** A relationship of the node Customer. */
export interface ScoreEdge extends WorkedOut {
  readonly edge: string;
  /** The label at its other end. */
  readonly to: string;
  /** The `kind` of the node there, where others have the same edge. */
  readonly toKind?: string;
}
