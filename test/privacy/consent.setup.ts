import type { Graph } from '../../src/graph/graph.js';
import { run } from './world.js';

let next = 0;

/** A new customer. */
export async function customer(graph: Graph): Promise<string> {
  const id = `c${++next}`;
  await run(graph, 'CREATE (:Customer {id: $id, alias: $id})', { id });
  return id;
}

/** What the customer consents to, as the graph holds it: purpose and channel. */
export const edges = async (graph: Graph, id: string) =>
  (
    await run(graph, 'MATCH (:Customer {id: $id})-[c:CONSENTS_TO]->(p) RETURN p.id + "/" + c.channel AS e ORDER BY e', {
      id,
    })
  ).map((r) => r.e);
/** The customer's events, oldest first. */
export const ledger = async (graph: Graph, id: string) =>
  (
    await run(graph, 'MATCH (:Customer {id: $id})-[:HAS_CONSENT_EVENT]->(e) RETURN e.action AS a ORDER BY e.at, e.id', {
      id,
    })
  ).map((r) => r.a);
/** A day of January 2026. */
export const day = (d: number) => new Date(Date.UTC(2026, 0, d));
/** A consent to marketing by SMS, as a form would give it. */
export const marketing = (customerId: string, more: object = {}) => ({
  customerId,
  purpose: 'marketing' as const,
  channel: 'SMS' as const,
  via: 'form',
  at: day(1),
  ...more,
});
