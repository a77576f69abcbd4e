import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { runAnalysis } from '../../src/analysis/index.js';
import { formatRows } from '../../src/cli/table.js';
import type { Graph } from '../../src/graph/graph.js';
import { packageRoot } from '../../src/kernel/root.js';
import { servicesFor } from '../analysis/karate.js';
import { clear, emptyGraph, run } from '../setup/world.js';

const page = readFileSync(join(packageRoot, 'docs', 'data', 'data-teams.md'), 'utf8');
const explorations = [...page.matchAll(/```cypher\n([\s\S]*?);\n```\n\n```text\n([\s\S]*?)\n```/g)];

let graph: Graph;

/** The co-appearances of Les Misérables, as they ship, and their scores. */
beforeAll(async () => {
  graph = await emptyGraph();
  const file = join(packageRoot, 'seed', 'facts', 'les-miserables', 'ties.csv');
  const ties = parse(readFileSync(file), {
    columns: true,
    cast: (value, { column }) => (column === 'closeness' ? Number(value) : value),
  });
  await run(
    graph,
    `UNWIND $ties AS tie
     MERGE (a:Customer {id: tie.fromId}) SET a:Profiled
     MERGE (b:Customer {id: tie.toId}) SET b:Profiled
     MERGE (a)-[knows:KNOWS {pair: a.id + '|' + b.id}]->(b) SET knows.closeness = tie.closeness`,
    { ties },
  );
  await runAnalysis(servicesFor(graph), {}, () => undefined);
});

afterAll(async () => {
  await clear(graph);
  await graph.close();
});

test('there are ten explorations, each with what it answers', () => {
  expect([...page.matchAll(/^### \d+\. /gm)]).toHaveLength(10);
  expect(explorations).toHaveLength(page.match(/```cypher/g)!.length);
});

test('each answers on the network that ships as the page says', async () => {
  for (const [, cypher, told] of explorations)
    expect([cypher, formatRows(await run(graph, cypher!), 'table')]).toEqual([cypher, told]);
});
