import { recordConsent, withdrawConsent } from '../../src/consent/consent.service.js';
import { recountAround } from '../../src/consent/recount.service.js';
import type { Graph } from '../../src/graph/graph.js';
import { emptyGraph, run, servicesAt } from './world.js';

const TIES = 20_000;
let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
  await run(graph, "MERGE (:AnalysisState {id: 'analysis'})");
  await run(
    graph,
    `CREATE (hub:Customer {id: 'hub', alias: 'hub', influence: 5.0})
     WITH hub UNWIND range(1, ${TIES}) AS n
     CREATE (one:Customer:Profiled {id: 'n' + n, alias: 'n' + n, degree: 1.0})-[:KNOWS {pair: 'hub|n' + n, closeness: .5, kinds: ['FOLLOWS']}]->(hub)
     CREATE (one)-[:FOLLOWS {source: CASE n % 2 WHEN 0 THEN 'inferred' ELSE 'weibo' END, closeness: .5}]->(hub)`,
  );
});
afterAll(() => graph.close());

test(`a withdrawal with ${TIES} ties is in force in one bounded transaction, and a job recounts around`, async () => {
  const services = servicesAt(graph);
  const consent = { customerId: 'hub', purpose: 'profiling', channel: 'ALL', via: 'form' } as const;
  await recordConsent(services, { ...consent, at: new Date('2026-01-01') });
  await recountAround(services);
  const began = performance.now();
  expect(await withdrawConsent(services, { ...consent, at: new Date('2026-02-01') })).toMatchObject({
    ended: 1,
    forgotten: true,
  });
  const ms = performance.now() - began;
  process.stdout.write(`withdrawal with ${TIES} ties: ${Math.round(ms)} ms\n`);
  const hub =
    "MATCH (c:Customer {id: 'hub'}) RETURN c:Profiled AS profiled, c.influence AS influence, c:Recount AS waits, COUNT { (c)-[:CONSENTS_TO]->() } AS consents, COUNT { (c)-[:KNOWS]-() } AS knows";
  expect(await run(graph, hub)).toEqual([{ profiled: false, influence: null, waits: true, consents: 0, knows: TIES }]);
  expect(ms).toBeLessThan(5_000); // walking the ties took longer than a request may, and rolled the withdrawal back
  expect(await recountAround(services)).toEqual({ customers: 1, neighbours: TIES });
  expect(await run(graph, hub)).toEqual([
    { profiled: false, influence: null, waits: false, consents: 0, knows: TIES / 2 },
  ]);
  expect(await run(graph, 'MATCH (c:Profiled) WHERE c.degree <> 0 RETURN count(c) AS left')).toEqual([{ left: 0 }]);
  expect(await recountAround(services)).toEqual({ customers: 0, neighbours: 0 });
});
