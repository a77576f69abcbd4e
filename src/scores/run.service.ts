import type { Graph } from '../graph/graph.js';
import type { Clock } from '../kernel/clock.js';
import { REMOVALS } from './removal.js';
import type { RunId } from './runs.js';

interface Work {
  readonly graph: Graph;
  readonly clock: Clock;
}

/** Notes that a run of scores ended well: from now on what it left counts as fresh. Safe to repeat. */
export async function noteScoreRun({ graph, clock }: Work, run: RunId): Promise<void> {
  await graph.write('scores/steps/run-done', { run, now: clock.now() });
}

/** Customers with scores of each run, and how many of them have scores of a run before that time; null for no time. */
export async function countStale({ graph }: Work, before: Date | null): Promise<{ total: number; due: number }> {
  const rows = await graph.read('scores/steps/stale-count', { before });
  const sum = (pick: (row: { total: number; due: number }) => number) => rows.reduce((all, row) => all + pick(row), 0);
  return { total: sum(({ total }) => total), due: sum(({ due }) => due) };
}

/** Removes all that runs before that time left on customers, in batches. Returns the customers; safe to repeat. */
export async function removeStale({ graph }: Work, before: Date): Promise<number> {
  let customers = 0;
  for (const { run, gone, edges } of REMOVALS)
    customers += (await graph.write('scores/steps/stale-remove', { run, gone, edges, before })).cleared;
  return customers;
}
