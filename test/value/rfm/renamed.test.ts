import type { Graph } from '../../../src/graph/graph.js';
import { readMigrations } from '../../../src/graph/migrations.js';
import { knownSegments } from '../../../src/value/rfm/segment-sets.js';
import { emptyGraph, run } from '../../setup/world.js';

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
});
afterAll(() => graph.close());

const OLD = ['rfm:potential-loyalist', 'rfm:new', 'rfm:cant-lose', 'rfm:need-attention'];
const NEW = ['rfm:potential-loyalists', 'rfm:recent', 'rfm:cannot-lose', 'rfm:needing-attention'];

async function migrated() {
  const { statements } = readMigrations(graph.library).find(({ id }) => id === 39)!;
  for (const statement of statements) await run(graph, statement);
  return run(
    graph,
    'MATCH (k:Campaign) RETURN k.id AS id, k.segment AS segment, k.excludeSegments AS excluded ORDER BY id',
  );
}

test('stored campaigns follow RFM segments to their names in the grid, once and for all', async () => {
  await run(
    graph,
    `UNWIND range(0, 3) AS n CREATE (:Campaign {id: 'k' + n, segment: $old[n], excludeSegments: [$old[3 - n], 'vip']})
     WITH count(*) AS made CREATE (:Campaign {id: 'k4', segment: 'rfm:champions', excludeSegments: []}), (:Campaign {id: 'k5'})`,
    { old: OLD },
  );
  const expected = [
    ...NEW.map((segment, n) => ({ id: `k${n}`, segment, excluded: [NEW[3 - n], 'vip'] })),
    { id: 'k4', segment: 'rfm:champions', excluded: [] },
    { id: 'k5', segment: null, excluded: null },
  ];
  await run(graph, "CREATE (:RfmModel {id: 'main:CNY', main: true, segmentSet: 'rpackage'})");
  expect((await migrated())[0]).toMatchObject({ segment: OLD[0] }); // they are the segments graded by
  await run(graph, "MATCH (m:RfmModel {id: 'main:CNY'}) SET m.segmentSet = 'grid'");
  expect(await migrated()).toEqual(expected);
  expect(await migrated()).toEqual(expected);
  expect(knownSegments()).toEqual(expect.arrayContaining([...OLD, ...NEW]));
});
