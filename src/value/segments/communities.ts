import type { Graph } from '../../graph/graph.js';
import { ago, asksMembers, type Located, namesIn } from './compile.js';
import type { Rule } from './rule.js';

// biome-ignore lint/suspicious/noExplicitAny: checked by its schema in rule.ts
type Given = any;

/**
 * Answers the questions of a rule about communities ("where a fifth bought X in 30 days"), each once for all customers.
 */
export async function located(graph: Graph, rule: Rule, now: Date): Promise<Located> {
  const communities: string[][] = [];
  for (const [name, given] of namesIn(rule))
    if (name === 'inCommunity' && asksMembers(given)) communities.push(await communitiesOf(graph, given, now));
  return { rule, communities };
}

async function communitiesOf(graph: Graph, given: Given, now: Date): Promise<string[]> {
  const share = given.shareAtLeast ?? 0;
  const rows = await rowsOf();
  return rows.map(({ communityId }) => communityId);

  function rowsOf() {
    if (given.role) return graph.read('value/steps/segments/communities-role', { share, roles: given.role });
    if (!given.ordered) {
      const asked = { segments: given.rfmSegment && [given.rfmSegment], lifecycle: given.lifecycle };
      return graph.read('value/steps/segments/communities-value', { share, ...asked });
    }
    const { days, ...goods } = given.ordered;
    const none = { product: null, category: null, store: null };
    const window = { since: ago(now, days), now };
    return graph.read('value/steps/segments/communities-ordered', { share, ...window, ...none, ...goods });
  }
}

/**
 * The communities as a segment keeps them: each with the place of its condition, so that two sets of them can be
 * compared.
 */
export function communitiesKept({ communities }: Located): string[] {
  return communities.flatMap((ids, place) => ids.map((id) => `${place}|${id}`));
}

/** The communities that one of two sets holds and the other does not, by id. */
export function communitiesMoved(before: readonly string[], after: readonly string[]): string[] {
  const only = (a: readonly string[], b: ReadonlySet<string>) => a.filter((one) => !b.has(one));
  const moved = [...only(before, new Set(after)), ...only(after, new Set(before))];
  return [...new Set(moved.map((one) => one.slice(one.indexOf('|') + 1)))];
}
