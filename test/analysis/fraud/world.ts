import type { Graph } from '../../../src/graph/graph.js';
import { clear, emptyGraph, run } from '../../setup/world.js';

/** A referral: from, to, hours after 1 January 2026, and its status. */
export type Referral = readonly [from: string, to: string, hours: number, status?: string];

/** What a small graph of referrals holds; everyone named consents to profiling. */
export interface FraudWorld {
  readonly referrals: readonly Referral[];
  /** Who has the same thing: kind, then the customers. */
  readonly shared?: readonly (readonly [kind: string, ...customers: string[]])[];
  readonly family?: readonly (readonly [string, string])[];
  /** Orders: who, hours after 1 January 2026, and hours after it when it was refunded. */
  readonly orders?: readonly (readonly [who: string, hours: number, refunded?: number])[];
  /** Followings: from, to, interactions. */
  readonly follows?: readonly (readonly [from: string, to: string, interactions: number])[];
  /** Hours after 1 January 2026 when an account was made. */
  readonly joined?: Readonly<Record<string, number>>;
}

/** To be called once in a test file: opens an empty graph before its tests and closes it after them. */
export function fraudGraph(): { readonly graph: Graph; world(given: FraudWorld): Promise<void> } {
  let graph: Graph;
  beforeAll(async () => {
    graph = await emptyGraph();
  });
  afterAll(() => graph.close());
  return {
    get graph() {
      return graph;
    },
    world: (given) => writeFraudWorld(graph, given),
  };
}

/** When the tests of fraud ask. */
export const NOW = '2026-06-01T00:00:00Z';

/** Empties the graph of people and writes the world as an import would leave it. */
async function writeFraudWorld(graph: Graph, world: FraudWorld): Promise<void> {
  await clear(graph);
  await run(
    graph,
    `CALL () { UNWIND $referrals AS r MERGE (a:Customer {id: r[0]}) SET a:Profiled MERGE (b:Customer {id: r[1]}) SET b:Profiled
       CREATE (a)-[:REFERRED {key: r[0] + '|' + r[1] + '|' + r[2], status: coalesce(r[3], 'REWARDED'), at: datetime('2026-01-01') + duration({hours: r[2]})}]->(b) }
     CALL () { UNWIND $shared AS s MERGE (i:Identity {key: s[0] + '|' + s[1]}) SET i.kind = s[0] WITH s, i UNWIND s[1..] AS id
       MERGE (c:Customer {id: id}) SET c:Profiled CREATE (c)-[:HAS_IDENTITY]->(i) }
     CALL () { UNWIND $family AS f MERGE (a:Customer {id: f[0]}) SET a:Profiled MERGE (b:Customer {id: f[1]}) SET b:Profiled CREATE (a)-[:FAMILY_OF {key: f[0] + '|' + f[1]}]->(b) }
     CALL () { UNWIND range(0, size($orders) - 1) AS n WITH n, $orders[n] AS o MERGE (c:Customer {id: o[0]}) CREATE (c)-[:PLACED]->(:Order {id: 'o' + n,
       at: datetime('2026-01-01') + duration({hours: o[1]}), refundedAt: CASE WHEN o[2] IS NOT NULL THEN datetime('2026-01-01') + duration({hours: o[1] + o[2]}) END}) }
     CALL () { UNWIND $follows AS f MERGE (a:Customer {id: f[0]}) SET a:Profiled MERGE (b:Customer {id: f[1]}) SET b:Profiled
       CREATE (a)-[:FOLLOWS {key: f[0] + '|' + f[1], interactions: f[2]}]->(b) }
     UNWIND keys($joined) AS id MATCH (c:Customer {id: id}) SET c.joinedAt = datetime('2026-01-01') + duration({hours: $joined[id]})`,
    { shared: [], family: [], orders: [], follows: [], joined: {}, ...(whole(world) as object) },
  );
}

/** The driver would send JavaScript's numbers as floats, of which durations take none. */
function whole(value: unknown): unknown {
  const text = JSON.stringify(value);
  return JSON.parse(text, (_key, inner) => (typeof inner === 'number' ? BigInt(inner) : inner));
}
