import type { Driver } from 'neo4j-driver';
import { type Graph, openGraph } from '../src/graph/graph.js';
import { encode } from '../src/graph/library/codec.js';
import { generatedFiles, staleFiles } from '../src/graph/library/generate.js';
import type { Param, Statement } from '../src/graph/library/header.js';
import { loadLibrary } from '../src/graph/library/library.js';
import { asTried, withLiterals } from '../src/graph/library/literals.js';
import { writtenBy } from '../src/scores/index.js';
import { deleteAll, testDatabase } from './setup/database.js';
import { emptySchema } from './setup/empty-schema.js';
import { buildVocabulary } from './setup/vocabulary.js';

const library = loadLibrary();
const statements = [...library.values()].filter((s) => s.mode !== 'schema');
let graph: Graph;
let driver: Driver;

beforeAll(async () => {
  graph = openGraph(testDatabase());
  driver = graph.driver;
  await emptySchema(graph);
  await buildVocabulary(graph);
});

afterAll(async () => {
  await graph.close();
  await deleteAll(); // the vocabulary names a migration that no file has
});

test('generated files are current', () => {
  expect(staleFiles(generatedFiles(library, writtenBy))).toEqual([]);
});

test('published names are unique and have roles', () => {
  const published = statements.filter((s) => s.api !== null);
  expect(new Set(published.map((s) => s.api)).size).toBe(published.length);
  expect(published.filter((s) => s.roles.length === 0).map((s) => s.name)).toEqual([]);
  expect(published.filter((s) => s.mode !== 'read').map((s) => s.name)).toEqual([]);
});

test('no file is longer than 60 lines, every one can be tried, every question says its columns', () => {
  const long = statements.filter((s) => s.text.split('\n').length > 60).map((s) => s.name);
  expect(long).toEqual([]);
  const declared = (s: Statement) => s.params.map(({ name }) => name);
  expect(statements.filter((s) => [...s.tried.keys()].join() !== declared(s).join()).map((s) => s.name)).toEqual([]);
  expect(statements.filter((s) => s.rows.length === 0).map((s) => s.name)).toEqual([]);
});

test('customers of whom nothing is known, profiled or not, let every question be answered, about them too', async () => {
  await driver.executeQuery("CREATE (:Customer {id: 'bare'}), (:Customer:Profiled {id: 'bare profiled'})");
  const failed: string[] = [];
  const run = (name: string, text: string) =>
    driver.executeQuery(text).catch((error: Error) => failed.push(`${name}: ${error.message}`));
  for (const statement of statements.filter((s) => s.mode !== 'write')) {
    const about = (id: string) => (param: Param) => (isCustomer(param) ? id : statement.tried.get(param.name));
    if (statement.params.some(isCustomer))
      for (const id of ["'bare'", "'bare profiled'"])
        await run(`${statement.name} ${id}`, withLiterals(statement, about(id)));
    else if (statement.api !== null) await run(statement.name, asTried(statement));
  }
  await driver.executeQuery("MATCH (n:Customer) WHERE n.id STARTS WITH 'bare' DELETE n");
  expect(failed).toEqual([]);
});

const isCustomer = ({ type }: Param) => type.kind === 'customer';

describe.each(statements.map((s) => [s.name, s] as const))('%s', (_name, statement) => {
  test('uses the parameters that it declares, and no others', () => {
    const used = new Set([...withoutTexts(statement.text).matchAll(/\$(\w+)/g)].map((m) => m[1]));
    expect([...used].sort()).toEqual(statement.params.map((p) => p.name).sort());
  });

  test('is planned by Neo4j without a warning, returns what it declares, and writes only if it says so', async () => {
    const { summary, keys } = await explain(statement);
    const said = summary.notifications
      .filter((n) => !(n.code === DYNAMIC && statement.needs.includes('dynamic property')))
      .map((n) => `${n.code} ${n.description}`);
    expect(said).toEqual([]);
    expect(keys).toEqual(statement.rows.map((r) => r.name));
    const writes = summary.queryType.includes('w') || summary.queryType === 's';
    expect(writes).toBe(statement.mode === 'write');
  });
});

/**
 * Planner notes that are no fault of the statement: its own choice of runtime, and hints on unbounded searches that
 * carry a limit.
 */
/** Of statements whose property a caller names, and which say so. */
const DYNAMIC = 'Neo.ClientNotification.Statement.DynamicProperty';

async function explain(statement: Statement) {
  const params = Object.fromEntries(
    statement.params.map((p) => [p.name, p.defaultValue === undefined ? null : encode(p.type, p.defaultValue)]),
  );
  const { summary, keys } = await driver.executeQuery(`EXPLAIN ${statement.text}`, params, {
    database: graph.database,
  });
  return { summary, keys };
}

function withoutTexts(cypher: string): string {
  return cypher.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, "''").replace(/\/\/.*$/gm, '');
}
