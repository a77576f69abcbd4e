import fc from 'fast-check';
import { analysisDue, runRound } from '../../src/api/scheduler.js';
import { type Graph, openGraph } from '../../src/graph/graph.js';
import { withLease } from '../../src/graph/lease.js';
import { servicesFor, writeNetwork } from '../analysis/karate.js';
import { testDatabase } from '../setup/database.js';
import { emptyDatabase } from './api-server.js';

let graph: Graph;

beforeAll(async () => {
  await emptyDatabase();
  graph = openGraph(testDatabase());
  await writeNetwork(graph, [['a', 'b']]);
});

afterAll(() => graph.close());

test('an analysis is due so many hours after the last began, and never when it is off', () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 0, 1, hour));
  expect(analysisDue(null, at(1), { analyzeEvery: 24 })).toBe(true);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 48 }), fc.integer({ min: 0, max: 48 }), (hours, analyzeEvery) => {
      expect(analysisDue(at(0), at(hours), { analyzeEvery })).toBe(analyzeEvery > 0 && hours >= analyzeEvery);
    }),
  );
});

test('a round ends consents that ran out and analyses when due; the next finds nothing to do', async () => {
  await graph.driver.executeQuery(
    `MATCH (c:Customer {id: 'a'}) MERGE (p:Purpose {id: 'profiling'})
     CREATE (c)-[:CONSENTS_TO {key: 'a|profiling|ALL', channel: 'ALL', until: datetime() - duration('P1D')}]->(p)`,
  );
  const services = servicesFor(graph);
  expect(await runRound(services, { analyzeEvery: 24 })).toEqual({ expired: 1, analysed: true });
  expect(await runRound(services, { analyzeEvery: 24 })).toEqual({ expired: 0, analysed: false });
  const [run] = await graph.read('analysis/runs', { limit: 1 });
  expect(run).toMatchObject({ status: 'DONE', nodes: 1 });
});

test("a round does nothing while another server's is under way", async () => {
  const services = servicesFor(graph);
  await graph.driver.executeQuery('MATCH (s:AnalysisState) DELETE s');
  await withLease(graph, { id: 'schedule', seconds: 90, waitMs: 0 }, async () => {
    expect(await runRound(services, { analyzeEvery: 1 })).toEqual({ expired: 0, analysed: false });
  });
});
