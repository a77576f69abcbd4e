import { int } from 'neo4j-driver';
import { touchesOf } from '../../src/campaigns/touches.service.js';
import type { Graph } from '../../src/graph/graph.js';
import { statementOf } from '../../src/graph/library/library.js';
import { emptyGraph, run, servicesAt } from '../consent/world.js';

const TOUCHES = 1_000;
const FIRST = 20;
let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
  await run(
    graph,
    `UNWIND ['k', 'other'] AS id
    CREATE (:Campaign {id: id, status: 'LAUNCHED'})-[:HAS_VARIANT]->(variant:Variant {id: id + '|A', name: 'A'})
    WITH id, variant UNWIND range(1, ${TOUCHES}) AS n
    MERGE (customer:Customer {id: 'c' + n})
    CREATE (customer)-[:RECEIVED]->(:Touch {id: id + '-' + right('0000' + n, 5), campaignId: id,
      state: CASE n % 10 WHEN 0 THEN 'FAILED' ELSE 'SENT' END, at: datetime()})-[:OF_VARIANT]->(variant)`,
  );
});
afterAll(() => graph.close());

/** What the database read for a page of touches. */
async function hits(after: string, state: string | null): Promise<number> {
  const { text } = statementOf(graph.library, 'campaigns/steps/touches');
  const params = { campaignId: 'k', state, limit: int(FIRST), after };
  const { summary } = await graph.driver.executeQuery(`PROFILE ${text}`, params, { database: graph.database });
  const sum = (plan: { dbHits: number; children: readonly unknown[] }): number =>
    plan.dbHits + plan.children.reduce((total: number, child) => total + sum(child as typeof plan), 0);
  return sum(summary.profile as never);
}

test('every touch of a campaign is on one page, and the last page costs as the first', async () => {
  const services = servicesAt(graph);
  const seen: string[] = [];
  for (let after = ''; ; after = seen.at(-1)!) {
    const page = await touchesOf(services, { campaign: 'k', state: null, first: 300, after });
    seen.push(...page.map(({ id }) => id));
    if (page.length < 300) break;
  }
  expect(seen).toEqual(Array.from({ length: TOUCHES }, (_, at) => `k-${String(at + 1).padStart(5, '0')}`));
  const failed = await touchesOf(services, { campaign: 'k', state: 'FAILED', first: 200, after: 'k-00500' });
  expect(failed).toHaveLength(50);
  const [first, last] = [await hits('', null), await hits(seen.at(-1 - FIRST)!, null)];
  expect(last).toBeLessThan(1.2 * first);
  expect(first).toBeLessThan(TOUCHES);
});
