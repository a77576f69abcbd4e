import { type Classes, classesAt, type Wanted } from '../table/classes.js';
import type { CodedTable } from '../table/coded-table.js';

export interface Search {
  /** Null when no node fits: fewer than k people, or fewer than l sensitive values. */
  readonly best: Classes | null;
  readonly nodes: number;
  /** Nodes whose classes were worked out. */
  readonly looked: number;
}

const EVEN = 1e-12;

/**
 * The node of the full-domain lattice that loses least among those where at most `suppressible` people are suppressed:
 * an exact search. Going up a class only grows, so below a node that fails all fail (Samarati 2001; LeFevre, DeWitt,
 * Ramakrishnan 2005); and no node loses less than its generalisation alone, which bounds it from below. Yields between
 * looks.
 */
export function* bestNode(table: CodedTable, wanted: Wanted, suppressible: number): Generator<void, Search> {
  let open = lattice(table);
  const nodes = open.length;
  let best: Classes | null = null;
  let looked = 0;
  while (open.length > 0) {
    const [{ levels: node }] = open.splice(Math.floor(open.length / 2), 1) as [LatticeNode];
    const found = classesAt(table, node, wanted);
    looked++;
    if (found.suppressed > suppressible) open = open.filter(({ levels }) => !isBelow(levels, node));
    else {
      if (best === null || better(found, best)) best = found;
      const most: number = best.loss;
      open = open.filter(({ atLeast }) => atLeast <= most + EVEN);
    }
    yield;
  }
  return { best, nodes, looked };
}

interface LatticeNode {
  readonly levels: readonly number[];
  readonly atLeast: number;
}

/** Every choice of one level per column, by the loss of generalisation alone. */
function lattice({ columns }: CodedTable): LatticeNode[] {
  const choices = columns.reduce<number[][]>(
    (nodes, { levels }) => nodes.flatMap((node) => levels.map((_, level) => [...node, level])),
    [[]],
  );
  const lossOf = (node: readonly number[]) =>
    node.reduce((sum, level, at) => sum + columns[at]!.levels[level]!.loss, 0) / columns.length;
  return choices.map((levels) => ({ levels, atLeast: lossOf(levels) })).sort((a, b) => a.atLeast - b.atLeast);
}

function isBelow(node: readonly number[], other: readonly number[]): boolean {
  return node.every((level, at) => level <= other[at]!);
}

/**
 * Less loss; of equals fewer suppressed, then fewer steps up, then the earlier columns finer, so that the choice never
 * hangs on the order of looks.
 */
function better(one: Classes, other: Classes): boolean {
  const by = [one.loss - other.loss, one.suppressed - other.suppressed, sum(one.node) - sum(other.node)];
  const step = one.node.map((level, at) => level - other.node[at]!);
  return ([...by, ...step].find((difference) => Math.abs(difference) > EVEN) ?? 0) < 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
