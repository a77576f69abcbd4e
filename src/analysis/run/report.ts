import type { RoleCuts } from '../scores/role-cuts.js';
import type { AnalysisOptions } from './options.js';

/** What one run found. `durations` are milliseconds by step. */
export interface AnalysisReport {
  readonly runId: string;
  readonly status: 'DONE';
  /** Customers, and those of them who consent to profiling: only they are analysed. */
  readonly customers: number;
  readonly nodes: number;
  /** Pairs of them who know each other. */
  readonly ties: number;
  /** Communities of two members or more; born and closed by this run; customers whose community changed. */
  readonly communities: number;
  readonly born: number;
  readonly closed: number;
  readonly moved: number;
  /** Communities made of large parts of several, and those that fell apart into several. */
  readonly merged: number;
  readonly split: number;
  readonly modularity: number;
  readonly components: number;
  readonly triangles: number;
  readonly degeneracy: number;
  /** Customers without consent whose scores of an earlier run were removed. */
  readonly cleared: number;
  /** Customers who lead inside a community and buy. */
  readonly koc: number;
  /** What was left out or estimated, and why. */
  readonly notes: readonly string[];
  /** What the roles were told apart by, besides the settings. */
  readonly cuts: RoleCuts;
  readonly betweenness: {
    readonly exact: boolean;
    readonly samples: number;
    /** Half width of the 95 % interval of one customer's share, 0 when exact. */
    readonly error: number;
    /** Standard error as measured between the two halves of the sample, 0 when exact. */
    readonly standardError: number;
  };
  readonly neededBytes: number;
  readonly parameters: AnalysisOptions;
  readonly versions: { readonly neo4j: string; readonly gds: string };
  readonly durations: Readonly<Record<string, number>>;
}
