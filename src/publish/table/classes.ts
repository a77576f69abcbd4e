import type { CodedTable } from './coded-table.js';

/** What makes a class fit to be published. `l` is distinct l-diversity: so many different sensitive values. */
export interface Wanted {
  readonly k: number;
  readonly l: number;
}

/** The table at one level per column. Classes that are too small or too alike are suppressed. */
export interface Classes {
  readonly node: readonly number[];
  /** By group, its class. */
  readonly classOf: Int32Array;
  readonly sizes: Float64Array;
  /** By class, how many different sensitive values it has. */
  readonly distinct: Int32Array;
  readonly suppressed: number;
  /** 0..1: the mean loss of all cells, those of suppressed people counting 1. */
  readonly loss: number;
}

/** Puts people whose values are the same at these levels into classes. */
export function classesAt(table: CodedTable, node: readonly number[], wanted: Wanted): Classes {
  const classOf = classNumbers(table, node);
  const count = classOf.reduce((most, at) => Math.max(most, at + 1), 0);
  const sizes = new Float64Array(count);
  classOf.forEach((at, group) => {
    sizes[at]! += table.people[group]!;
  });
  const distinct = distinctOf(table, classOf, count);
  const kept = (at: number) => fits({ size: sizes[at]!, distinct: distinct[at]! }, wanted);
  return { node, classOf, sizes, distinct, ...lossOf(table, node, (group) => kept(classOf[group]!)) };
}

/** Whether a class may be published. */
export function fits({ size, distinct }: { size: number; distinct: number }, { k, l }: Wanted): boolean {
  return size >= k && distinct >= l;
}

/** Dense numbers, refined column by column, so that no key outgrows a number. */
function classNumbers({ columns, people }: CodedTable, node: readonly number[]): Int32Array {
  const numbers = new Int32Array(people.length);
  columns.forEach(({ raw, levels }, at) => {
    const { codes, labels } = levels[node[at]!]!;
    const seen = new Map<number, number>();
    numbers.forEach((before, group) => {
      const key = before * labels.length + codes[raw[group]!]!;
      const number = seen.get(key) ?? seen.size;
      seen.set(key, number);
      numbers[group] = number;
    });
  });
  return numbers;
}

function distinctOf({ sensitive, sensitiveLabels }: CodedTable, classOf: Int32Array, count: number): Int32Array {
  const distinct = new Int32Array(count);
  const seen = new Set<number>();
  classOf.forEach((at, group) => {
    const key = at * sensitiveLabels.length + sensitive[group]!;
    if (!seen.has(key)) distinct[at]!++;
    seen.add(key);
  });
  return distinct;
}

function lossOf(table: CodedTable, node: readonly number[], kept: (group: number) => boolean) {
  const levels = table.columns.map(({ raw, levels }, at) => ({ raw, losses: levels[node[at]!]!.losses }));
  let suppressed = 0;
  let lost = 0;
  table.people.forEach((people, group) => {
    if (!kept(group)) suppressed += people;
    else for (const { raw, losses } of levels) lost += (people * losses[raw[group]!]!) / levels.length;
  });
  return { suppressed, loss: table.total === 0 ? 0 : (lost + suppressed) / table.total };
}
