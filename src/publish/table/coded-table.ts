import { AppError } from '../../kernel/error.js';
import type { Ladder } from './hierarchy.js';

/** People who share all quasi-identifiers and the sensitive value, with how many they are. */
export interface Group {
  readonly values: readonly string[];
  readonly sensitive: string;
  readonly people: number;
}

/** One level of a column: what each raw value becomes, and what that loses. */
export interface CodedLevel {
  readonly name: string;
  /** By code of the raw value, the code of what it becomes. */
  readonly codes: Int32Array;
  readonly labels: readonly string[];
  /** By code of the raw value, 0..1. */
  readonly losses: Float64Array;
  /** Mean of the losses over all people. */
  readonly loss: number;
}

export interface CodedColumn {
  readonly column: string;
  /** By group, the code of its raw value. */
  readonly raw: Int32Array;
  readonly levels: readonly CodedLevel[];
}

export interface CodedTable {
  readonly columns: readonly CodedColumn[];
  readonly people: Float64Array;
  readonly total: number;
  readonly sensitive: Int32Array;
  readonly sensitiveLabels: readonly string[];
}

/**
 * A table with values as numbers at every level. The loss of a cell is (values that are told apart no more − 1) /
 * (values − 1) (LM: Iyengar 2002). Levels that change nothing are left out. Throws INPUT when a level splits what the
 * one below put together.
 */
export function codedTable(groups: readonly Group[], ladders: readonly Ladder[]): CodedTable {
  const people = Float64Array.from(groups, (group) => group.people);
  const total = people.reduce((sum, count) => sum + count, 0);
  const secret = coded(groups.map(({ sensitive }) => sensitive));
  const columns = ladders.map((ladder, at) => {
    const raw = coded(groups.map(({ values }) => values[at]!));
    return { column: ladder.column, raw: raw.codes, levels: levelsOf(ladder, raw, people) };
  });
  return { columns, people, total, sensitive: secret.codes, sensitiveLabels: secret.labels };
}

interface Coded {
  readonly codes: Int32Array;
  readonly labels: readonly string[];
}

function coded(values: readonly string[]): Coded {
  const labels = [...new Set(values)].sort();
  const codeOf = new Map(labels.map((label, code) => [label, code]));
  return { codes: Int32Array.from(values, (value) => codeOf.get(value)!), labels };
}

function levelsOf({ column, levels }: Ladder, raw: Coded, people: Float64Array): CodedLevel[] {
  const counts = new Float64Array(raw.labels.length);
  raw.codes.forEach((code, group) => {
    counts[code]! += people[group]!;
  });
  const made: CodedLevel[] = [];
  for (const { name, of } of levels) {
    const level = { name, ...coded(raw.labels.map(of)) };
    const below = made.at(-1);
    if (below && splits(below.codes, level.codes)) throw notNested(column, name);
    if (below?.labels.length !== level.labels.length) made.push({ ...level, ...lossesOf(level.codes, counts) });
  }
  return made;
}

/** Whether two values that are one below are two above. */
function splits(below: Int32Array, above: Int32Array): boolean {
  const seen = new Map<number, number>();
  return below.some((code, value) => {
    const before = seen.get(code) ?? above[value]!;
    seen.set(code, before);
    return before !== above[value];
  });
}

function lossesOf(codes: Int32Array, counts: Float64Array): { losses: Float64Array; loss: number } {
  const sizes = new Map<number, number>();
  for (const code of codes) sizes.set(code, (sizes.get(code) ?? 0) + 1);
  const most = Math.max(1, codes.length - 1);
  const losses = Float64Array.from(codes, (code) => (sizes.get(code)! - 1) / most);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const lost = losses.reduce((sum, loss, value) => sum + loss * counts[value]!, 0);
  return { losses, loss: total === 0 ? 0 : lost / total };
}

function notNested(column: string, level: string): AppError {
  return new AppError(
    'INPUT',
    `hierarchy of ${column}: ${level} tells values apart that the level below does not`,
    'let every level only join what the one below still tells apart',
  );
}
