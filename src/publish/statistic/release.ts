import { type Classes, fits, type Wanted } from '../table/classes.js';
import type { CodedTable } from '../table/coded-table.js';

/** One line of the published table: so many people with these values. */
export type ReleasedRow = Readonly<Record<string, string | number>>;

/** How risky the published table is, and what it lost. */
export interface RiskReport {
  readonly k: number;
  /** Distinct l-diversity asked for; 1 for none. */
  readonly l: number;
  readonly people: number;
  readonly published: number;
  readonly suppressed: number;
  readonly suppressionLimit: number;
  readonly classes: number;
  readonly smallestClass: number;
  /** The level chosen for each column. */
  readonly levels: readonly { readonly column: string; readonly level: number; readonly name: string }[];
  /** Chance that someone who knows a person is in the table picks their line: 1 / smallest class. */
  readonly prosecutorRisk: number;
  /** Mean of that chance over the published: classes / published. */
  readonly averageRisk: number;
  /** Classes whose people all have one sensitive value, which is thereby told; null without a sensitive column. */
  readonly homogeneousClasses: number | null;
  /** Mean loss of all cells 0..1, suppressed ones counting 1. */
  readonly informationLoss: number;
  readonly verdict: string;
}

export interface Release {
  readonly rows: readonly ReleasedRow[];
  readonly report: RiskReport;
}

export interface Terms extends Wanted {
  /** Name of the sensitive column; null for none. */
  readonly sensitive: string | null;
  /** Share of people that may be suppressed. */
  readonly suppressionLimit: number;
}

/** The lines that may be published and the risk report (Sweeney 2002; prosecutor risk: El Emam, Dankar 2008). */
export function releaseOf(table: CodedTable, found: Classes, terms: Terms): Release {
  const { sizes, distinct } = found;
  const kept = [...sizes.keys()].filter((at) => fits({ size: sizes[at]!, distinct: distinct[at]! }, terms));
  return { rows: rowsOf(table, found, new Set(kept), terms.sensitive), report: reportOf(table, found, kept, terms) };
}

function rowsOf(table: CodedTable, found: Classes, kept: ReadonlySet<number>, sensitive: string | null): ReleasedRow[] {
  const lines = new Map<string, { values: string[]; people: number }>();
  found.classOf.forEach((at, group) => {
    if (!kept.has(at)) return;
    const values = table.columns.map(({ raw, levels }, column) => {
      const { labels, codes } = levels[found.node[column]!]!;
      return labels[codes[raw[group]!]!]!;
    });
    if (sensitive !== null) values.push(table.sensitiveLabels[table.sensitive[group]!]!);
    const key = JSON.stringify(values);
    lines.set(key, { values, people: (lines.get(key)?.people ?? 0) + table.people[group]! });
  });
  const names = [...table.columns.map(({ column }) => column), ...(sensitive === null ? [] : [sensitive])];
  return [...lines]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { values, people }]) => ({ ...Object.fromEntries(names.map((name, at) => [name, values[at]!])), people }));
}

function reportOf(table: CodedTable, found: Classes, kept: readonly number[], terms: Terms): RiskReport {
  const published = table.total - found.suppressed;
  const smallest = kept.reduce((least, at) => Math.min(least, found.sizes[at]!), Number.POSITIVE_INFINITY);
  const smallestClass = kept.length === 0 ? 0 : smallest;
  const alike = kept.filter((at) => found.distinct[at] === 1).length;
  const homogeneous = terms.sensitive === null ? null : alike;
  return {
    k: terms.k,
    l: terms.l,
    people: table.total,
    published,
    suppressed: found.suppressed,
    suppressionLimit: terms.suppressionLimit,
    classes: kept.length,
    smallestClass,
    levels: table.columns.map(({ column, levels }, at) => {
      const level = found.node[at]!;
      return { column, level, name: levels[level]!.name };
    }),
    prosecutorRisk: kept.length === 0 ? 0 : 1 / smallestClass,
    averageRisk: published === 0 ? 0 : kept.length / published,
    homogeneousClasses: homogeneous,
    informationLoss: found.loss,
    verdict: verdictOf(smallestClass, homogeneous, terms),
  };
}

function verdictOf(smallest: number, homogeneous: number | null, { k, l, sensitive }: Terms): string {
  const many = `every line stands among ${smallest} or more people (k ${k})`;
  const alike =
    homogeneous === null || homogeneous === 0
      ? ''
      : `; in ${homogeneous} classes all have the same ${sensitive}, so it is told of each of them: ask with l 2 or more`;
  const diverse = l > 1 ? `, each class with ${l} or more values of ${sensitive} (distinct l-diversity)` : '';
  return `${many}${diverse}${alike}. Two tables of the same people can be joined: publish one, or widen k.`;
}
