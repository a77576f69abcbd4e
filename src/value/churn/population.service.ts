import type { Graph } from '../../graph/graph.js';
import type { RowOf } from '../../graph/queries.gen.js';
import { isActive, isFading, type Neighbours, neighboursOf } from './features.js';
import { AWAY, LOGIN } from './warnings.js';

export type Facts = RowOf<'value/steps/churn/churn-facts'>;

/** Who bought until a cut-off and is not gone, with what they did and how those fare whom they are close to. */
export interface Member {
  readonly facts: Facts;
  readonly neighbours: Neighbours;
}

/** What tells of a neighbour whether it counts: by default whether they fade. */
export type Marks = (people: ReadonlyMap<string, Facts>) => Promise<ReadonlyMap<string, boolean>>;

const PAGE = 5_000;

/** All who consent to profiling, bought until the cut-off and lately enough to be customers still. */
export async function populationAt(
  graph: Graph,
  { cutOff, horizonDays }: { readonly cutOff: Date; readonly horizonDays: number },
  marksOf: Marks = fadingAt(cutOff),
): Promise<Member[]> {
  const people = new Map<string, Facts>();
  for (let after = ''; ; ) {
    const page = await graph.read('value/steps/churn/buyers', { after, limit: PAGE });
    const customers = page.map(({ customerId }) => customerId);
    for (const facts of await factsOf(graph, customers, { cutOff, horizonDays })) people.set(facts.customerId, facts);
    if (page.length < PAGE) break;
    after = customers.at(-1)!;
  }
  return membersOf(graph, people, { cutOff, marks: await marksOf(people) });
}

/** One customer as of a cut-off; undefined for who had not bought then or does not consent to profiling. */
export async function memberAt(graph: Graph, customerId: string, cutOff: Date): Promise<Member | undefined> {
  const ties = await graph.read('value/steps/churn/churn-ties', { customers: [customerId], cutOff });
  const customers = [customerId, ...(ties[0]?.others ?? [])];
  const facts = await factsOf(graph, customers, { cutOff, horizonDays: 0 });
  const people = new Map(facts.map((one) => [one.customerId, one]));
  const own = people.get(customerId);
  if (!own) return undefined;
  const marks = await fadingAt(cutOff)(people);
  return { facts: own, neighbours: neighboursOf(ties[0]?.others ?? [], ties[0]?.closeness ?? [], marks) };
}

function factsOf(graph: Graph, customers: string[], at: { cutOff: Date; horizonDays: number }): Promise<Facts[]> {
  return graph.read('value/steps/churn/churn-facts', { customers, ...at, login: LOGIN, away: Object.keys(AWAY) });
}

function fadingAt(cutOff: Date): Marks {
  return async (people) => new Map([...people].map(([id, facts]) => [id, isFading(facts, cutOff)]));
}

async function membersOf(
  graph: Graph,
  people: ReadonlyMap<string, Facts>,
  { cutOff, marks }: { cutOff: Date; marks: ReadonlyMap<string, boolean> },
): Promise<Member[]> {
  const active = [...people.values()].filter((facts) => isActive(facts, cutOff));
  const members: Member[] = [];
  for (let from = 0; from < active.length; from += PAGE) {
    const page = active.slice(from, from + PAGE);
    const customers = page.map(({ customerId }) => customerId);
    const ties = await graph.read('value/steps/churn/churn-ties', { customers, cutOff });
    const known = new Map(ties.map((one) => [one.customerId, one]));
    for (const facts of page) {
      const { others = [], closeness = [] } = known.get(facts.customerId) ?? {};
      members.push({ facts, neighbours: neighboursOf(others, closeness, marks) });
    }
  }
  return members;
}
