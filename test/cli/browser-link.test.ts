import { browserLink } from '../../src/cli/start/browser-link.js';
import type { Graph } from '../../src/graph/graph.js';
import { parseStatement } from '../../src/graph/library/header.js';
import { loadLibrary } from '../../src/graph/library/library.js';
import { asTried } from '../../src/graph/library/literals.js';
import { emptyGraph, run } from '../setup/world.js';

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
});
afterAll(() => graph.close());

test('values of the `try` lines stand where parameters stood; quoted text and comments stay', () => {
  const header = '// A\n// mode read\n// param a string\n// param b list<string>\n// param limit integer = 5\n';
  const tried = "// try :param a => 'x, {y}';\n// try :param b => [1, {c: 'd'}];\n";
  const text = "MATCH (n) WHERE n.a = $a AND n.b IN $b AND n.c = '$a' // $a\nRETURN n LIMIT $limit";
  expect(asTried(parseStatement('test/a', header + tried + text))).toBe(
    "MATCH (n) WHERE n.a = 'x, {y}' AND n.b IN [1, {c: 'd'}] AND n.c = '$a' // $a\nRETURN n LIMIT 5",
  );
});

test('every published question runs as its link puts it into the editor', async () => {
  const asked = [...loadLibrary().values()].filter(
    ({ api, mode, name }) => api && mode === 'read' && !/steps/.test(name),
  );
  expect(asked.length).toBeGreaterThan(30);
  const failed: string[] = [];
  for (const statement of asked) {
    const text = new URL(browserLink('http://127.0.0.1:7474', statement)).searchParams.get('arg')!;
    await run(graph, text).catch((error: Error) => failed.push(`${statement.name}: ${error.message.slice(0, 200)}`));
  }
  expect(failed).toEqual([]);
});
