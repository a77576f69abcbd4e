import { execute, type GraphQLObjectType, type GraphQLSchema, getNamedType, isObjectType, parse } from 'graphql';
import { isConnection } from '../../src/api/schema/connections/order.js';
import { graphReads } from '../../src/api/schema/graph-schema.js';
import { pageFirst } from '../../src/graph/page-first.js';
import { emptyDatabase } from '../api/api-server.js';
import { testDriver } from '../setup/database.js';

let schema: GraphQLSchema;

beforeAll(async () => {
  schema = (await graphReads(false)).schema;
  await emptyDatabase();
  await testDriver().executeQuery(`
    UNWIND range(1, 6) AS n CREATE (c:Customer {id: 'c' + n, city: ['Hangzhou', 'Ningbo'][n % 2]})
    WITH collect(c) AS people UNWIND people AS a UNWIND people AS b WITH a, b WHERE a.id < b.id
    CREATE (a)-[:KNOWS {closeness: 0.5}]->(b)
    CREATE (a)-[:SHARES_INTEREST_WITH {interest: 'tea', platform: 'weibo'}]->(b)
    CREATE (a)-[:SHARES_INTEREST_WITH {interest: 'go', platform: 'weibo'}]->(b)`);
});

/** The statements of a document, as the library writes them. */
async function statementsOf(document: string): Promise<{ text: string; params: Record<string, unknown> }[]> {
  const made: { text: string; params: Record<string, unknown> }[] = [];
  const run = async (text: string, params: Record<string, unknown>) => {
    if (text.includes('dbms.components')) return testDriver().executeQuery(text);
    made.push({ text, params });
    return { records: [], summary: { counters: { updates: () => ({}) } } };
  };
  const { errors } = await execute({ schema, document: parse(document), contextValue: { executionContext: { run } } });
  expect(errors ?? []).toEqual([]);
  return made;
}

const ASKED = 'totalCount edges { cursor node { id } } pageInfo { hasNextPage }';

test('no connection of a node collects more than its page', async () => {
  const connections = Object.values(schema.getTypeMap())
    .filter((type): type is GraphQLObjectType => isObjectType(type) && type !== schema.getQueryType())
    .flatMap((type) => Object.values(type.getFields()).map(({ name }) => ({ type, name })))
    .filter(({ name }) => isConnection(name));
  expect(connections.length).toBeGreaterThan(30);
  const lists = Object.values(schema.getQueryType()!.getFields()).filter(({ name }) => !isConnection(name));
  for (const { type, name } of connections) {
    const list = lists.find((field) => getNamedType(field.type) === type)!.name;
    const [made] = await statementsOf(
      `{ ${list} { of: ${name}(first: 2) { ${ASKED} } ${name} { edges { cursor } } } }`,
    );
    expect(made!.text).toContain('UNWIND edges AS edge');
    expect(pageFirst(made!.text)).not.toContain('edges AS edge');
  }
});

test('the same rows, counts and ties in one another, filtered and sorted by ties', async () => {
  const after = Buffer.from('arrayconnection:1').toString('base64');
  const where = '{ node: { city: { eq: "Ningbo" }, knows: { some: { id: { eq: "c1" } } } } }';
  const [made] = await statementsOf(`{ customers(sort: { id: ASC }) { id
    some: knowsConnection(where: ${where}) { ${ASKED} }
    knowsConnection(first: 2, after: "${after}") { totalCount edges { properties { closeness } node { id
      circleConnection(first: 3, sort: [{ edge: { interest: DESC } }, { node: { id: DESC } }]) {
        edges { properties { interest } node { id knowsConnection { totalCount } } } pageInfo { endCursor } } } } } } }`);
  const answers = await Promise.all(
    [made!.text, pageFirst(made!.text)].map((text) => testDriver().executeQuery(text, made!.params)),
  );
  const [before, now] = answers.map(({ records }) => records.map((record) => record.toObject()));
  expect(now).toEqual(before);
  expect(now).toHaveLength(6);
  expect(now![0]!.this.knowsConnection.edges).toHaveLength(2);
});

test('what is written otherwise stays as it is', () => {
  const other = 'WITH collect({node: n}) AS edges\nCALL (edges) {\n  UNWIND edges[..3] AS edge\n}';
  expect(pageFirst(other)).toBe(other);
});
