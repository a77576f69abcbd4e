import { type BestPaths, bestPaths, type PathQuestion } from './best-paths.js';
import { addTies, leastCosts, type TieMap } from './tie-map.js';

/** The ties of one person as the database hands them out: the closest first, and whether there were more. */
export interface TiesOfOne {
  readonly personId: string;
  readonly known: readonly string[];
  /** 0..1, of the same length. */
  readonly closeness: readonly number[];
  /** Whether some were left out. */
  readonly cut: boolean;
}

/** Asks for the ties of these people, in one go. */
export type AskTies = (personIds: readonly string[]) => Promise<readonly TiesOfOne[]>;

/** Most people whose ties are asked for in one round: a network of 2,000 is always searched whole. */
export const MOST_PEOPLE = 2_000;

interface Side {
  readonly ends: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
  /** How many steps from its ends this side learns. */
  readonly steps: number;
}

/**
 * The k best paths over a network that is too large to read. Both sides learn the ties of their ends, then of those
 * known there, three times for six steps: every path of six steps has its first three ties at people within two steps
 * of its start and its last three at people within two steps of its end, so all ties it can have are read. Left unread
 * is only who cannot be on one of the k best: whose least cost so far, and the least that is still to come, exceed the
 * k-th path known. `exact` is false where more people than MOST_PEOPLE were left to ask, or a person has more ties than
 * were handed out.
 */
export async function searchPaths(askTies: AskTies, question: PathQuestion): Promise<BestPaths> {
  const { from, to, maxHops } = question;
  const map: TieMap = new Map();
  const asked = new Set<string>();
  const forward: Side = { ends: from, others: to, steps: Math.ceil(maxHops / 2) };
  const backward: Side = { ends: to, others: from, steps: Math.floor(maxHops / 2) };
  let best: BestPaths = { paths: [], exact: true };
  let whole = true;
  for (let round = 0; round < forward.steps; round++) {
    const limit = costOfLast(best, question.k);
    const next = [forward, backward].map((side) => toAsk(side, { map, asked, round, limit, maxHops }));
    const ids = [...new Set(next.flatMap((side) => side.ids))];
    whole &&= next.every((side) => side.whole);
    const rows = await askTies(ids);
    for (const id of ids) asked.add(id);
    for (const row of rows) learn(map, row);
    whole &&= !rows.some((row) => row.cut);
    best = bestPaths(map, question);
  }
  return { paths: best.paths, exact: best.exact && whole };
}

function learn(map: TieMap, { personId, known, closeness }: TiesOfOne): void {
  addTies(
    map,
    known.map((toId, at) => ({ fromId: personId, toId, closeness: closeness[at]! })),
  );
}

/** What the worst of k paths costs; a path that costs more is not among them. */
function costOfLast({ paths }: BestPaths, k: number): number {
  return paths.length < k ? Number.POSITIVE_INFINITY : -Math.log(paths[k - 1]!.closeness) + 1e-9;
}

interface Known {
  readonly map: TieMap;
  readonly asked: ReadonlySet<string>;
  readonly round: number;
  readonly limit: number;
  readonly maxHops: number;
}

/** Whom a side asks next, cheapest to reach first, and whether that is everyone who can matter. */
function toAsk(side: Side, { map, asked, round, limit, maxHops }: Known): { ids: string[]; whole: boolean } {
  if (round >= side.steps) return { ids: [], whole: true };
  const reached = leastCosts(map, side.ends, side.others, round)[round]!;
  const rest = round === 0 ? 0 : leastLeft(leastCosts(map, side.others, side.ends, maxHops)[maxHops]!, asked);
  const open = [...reached].filter(([id, cost]) => !asked.has(id) && cost + rest <= limit);
  const nearest = open.sort((a, b) => a[1] - b[1]).slice(0, MOST_PEOPLE);
  return { ids: nearest.map(([id]) => id), whole: nearest.length === open.length };
}

/** The least that any path pays from the last person on it whose ties are not read yet to its other end. */
function leastLeft(beyond: ReadonlyMap<string, number>, asked: ReadonlySet<string>): number {
  let least = Number.POSITIVE_INFINITY;
  for (const [id, cost] of beyond) if (cost < least && !asked.has(id)) least = cost;
  return least;
}
