import { type Graph, openGraph } from '../../src/graph/graph.js';
import { run } from '../intake/world.js';
import { testDatabase } from '../setup/database.js';
import { emptySchema } from '../setup/empty-schema.js';

let graph: Graph;
const yields = async () =>
  Object.fromEntries(
    (await run(graph, 'MATCH (c:Customer) RETURN c.id AS id, c.referralYield AS share')).map((r) => [r.id, r.share]),
  );

beforeAll(async () => {
  graph = openGraph(testDatabase());
  await emptySchema(graph);
  await run(
    graph,
    `CREATE (a:Customer:Profiled {id: 'a'}), (b:Customer:Profiled {id: 'b'}), (c:Customer:Profiled {id: 'c'}),
       (d:Customer:Profiled {id: 'd'}), (out:Customer {id: 'out'})
     CREATE (a)-[:REFERRED {key: '1', status: 'CONVERTED'}]->(b), (a)-[:REFERRED {key: '2', status: 'REWARDED'}]->(c),
       (a)-[:REFERRED {key: '3', status: 'PENDING'}]->(d), (a)-[:REFERRED {key: '4', status: 'PENDING'}]->(out),
       (b)-[:REFERRED {key: '5', status: 'PENDING'}]->(c), (c)-[:REFERRED {key: '6'}]->(d),
       (out)-[:REFERRED {key: '7'}]->(a)`,
  );
});
afterAll(() => graph.close());

test('the share of consenting people referred who became customers; nothing for who referred nobody or does not consent', async () => {
  const { people } = await graph.write('analysis/steps/influence/referral-yield', {});
  expect(people).toBe(3);
  expect(await yields()).toEqual({ a: 2 / 3, b: 0, c: 1, d: null, out: null });
});

test('it goes when the last referral goes, and a second run changes nothing', async () => {
  await run(graph, `MATCH (:Customer {id: 'c'})-[r:REFERRED]->() DELETE r`);
  await graph.write('analysis/steps/influence/referral-yield', {});
  const once = await yields();
  await graph.write('analysis/steps/influence/referral-yield', {});
  expect(once).toEqual({ a: 2 / 3, b: 0, c: null, d: null, out: null });
  expect(await yields()).toEqual(once);
});
