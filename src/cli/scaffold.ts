import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '../kernel/error.js';
import { packageRoot } from '../kernel/root.js';

interface NewFile {
  readonly path: string;
  readonly text: string;
}

/**
 * The files of a new question: the statement with its header, and a test on a world of three. Throws INPUT for a name
 * of another form.
 */
export function scaffold(name: string, title: string): NewFile[] {
  if (!/^[a-z0-9-]+(\/[a-z0-9-]+)+$/.test(name) || /[\r\n]/.test(title))
    throw new AppError('INPUT', `"${name}" is no name of a question`, 'write it like network/best-connected');
  const api = name
    .split('/')
    .at(-1)!
    .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return [
    { path: join('cypher', `${name}.cypher`), text: questionText(title, api) },
    { path: join('test', `${name}.test.ts`), text: testText(name) },
  ];
}

/** Writes them into the product's folder. Throws CONFLICT where one is there already, before anything is written. */
export function writeScaffold(files: readonly NewFile[], root: string = packageRoot): string[] {
  const there = files.find(({ path }) => existsSync(join(root, path)));
  if (there) throw new AppError('CONFLICT', `${there.path} already exists`, 'choose another name, or change that file');
  for (const { path, text } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return files.map(({ path }) => `written: ${path}`);
}

function questionText(title: string, api: string): string {
  return `// ${title}
// mode   read
// param  minCloseness  float = 0.3    of the ties that count, 0..1
// param  limit         integer = 20
// row    customerId    customer       unique
// row    people        integer        whom they know that well
// api    ${api}
// for    analyst admin
// try    :param minCloseness => 0.3;
// try    :param limit => 20;
MATCH (customer:Profiled)-[knows:KNOWS]-(:Profiled)
WHERE knows.closeness >= $minCloseness
WITH customer, count(*) AS people
RETURN customer.id AS customerId, people
ORDER BY people DESC, customerId
LIMIT $limit;
`;
}

/** Files of test/ lie as deep as the name has parts. */
function testText(name: string): string {
  const up = '../'.repeat(name.split('/').length - 1);
  return `import type { Graph } from '${up}../src/graph/graph.js';
import { clear, emptyGraph, run } from '${up}setup/world.js';

let graph: Graph;

beforeAll(async () => {
  graph = await emptyGraph();
  await run(
    graph,
    \`CREATE (a:Customer:Profiled {id: 'a'}), (b:Customer:Profiled {id: 'b'}), (c:Customer:Profiled {id: 'c'})
     CREATE (a)-[:KNOWS {pair: 'a|b', closeness: 0.9}]->(b), (b)-[:KNOWS {pair: 'b|c', closeness: 0.1}]->(c)\`,
  );
});

afterAll(async () => {
  await clear(graph);
  await graph.close();
});

test('it counts close ties only', async () => {
  expect(await graph.ask('${name}', {})).toEqual([
    { customerId: 'a', people: 1 },
    { customerId: 'b', people: 1 },
  ]);
});
`;
}
