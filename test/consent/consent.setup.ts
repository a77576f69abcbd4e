import { mayContact } from '../../src/consent/contact.service.js';
import type { Graph } from '../../src/graph/graph.js';
import { emptyGraph, run, servicesAt } from './world.js';

/** The database of a test file about consent, emptied before it, with what such tests ask of it. */
export interface ConsentWorld {
  readonly graph: Graph;
  /** A new customer. */
  customer(more?: object): Promise<string>;
  /** What the customer consents to, as the graph holds it: purpose and channel. */
  edges(id: string): Promise<unknown[]>;
  /** The customer's events, oldest first. */
  ledger(id: string): Promise<unknown[]>;
  /** Whether marketing may reach the customer by SMS. */
  mayMarket(id: string, now?: string): ReturnType<typeof mayContact>;
}

/** To be called once in a test file: opens the graph before its tests and closes it after them. */
export function consentWorld(): ConsentWorld {
  let graph: Graph;
  let next = 0;
  beforeAll(async () => {
    graph = await emptyGraph();
  });
  afterAll(() => graph.close());
  const told = async (cypher: string, id: string) => (await run(graph, cypher, { id })).map(({ told: one }) => one);
  return {
    get graph() {
      return graph;
    },
    customer: async (more = {}) => {
      const id = `c${++next}`;
      await run(graph, 'CREATE (c:Customer {id: $id, alias: $id}) SET c += $more', { id, more });
      return id;
    },
    edges: (id) =>
      told('MATCH (:Customer {id: $id})-[c:CONSENTS_TO]->(p) RETURN p.id + "/" + c.channel AS told ORDER BY told', id),
    ledger: (id) =>
      told('MATCH (:Customer {id: $id})-[:HAS_CONSENT_EVENT]->(e) RETURN e.action AS told ORDER BY e.at, e.id', id),
    mayMarket: (id, now) => mayContact(servicesAt(graph, now), id, 'marketing', 'SMS'),
  };
}

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
