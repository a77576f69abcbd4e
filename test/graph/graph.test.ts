import { type Graph, openGraph } from '../../src/graph/graph.js';
import { parseStatement } from '../../src/graph/library/header.js';
import { testDatabase } from '../setup/database.js';

const ECHO = parseStatement(
  'test/echo',
  `// Gives back what it gets.
// mode  read
// param i  integer
// param f  float
// param d  date
// param t  datetime
// param l  list<integer>
// param n  string?
// row   i  integer
// row   kinds list<string>
RETURN $i AS i, $f AS f, $d AS d, $t AS t, $l AS l, $n AS n, [valueType($i), valueType($f), valueType($d), valueType($t)] AS kinds`,
);
const SLOW = parseStatement(
  'test/slow',
  '// Slow.\n// mode read\n// row n integer\nUNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(*) AS n',
);
const HUGE = parseStatement('test/huge', '// Too large.\n// mode read\n// row n integer\nRETURN 9007199254740993 AS n');
const COUNT = parseStatement(
  'test/count',
  '// Counts.\n// mode write\n// param id string\n// row n integer\nMERGE (x:Scratch {id: $id}) SET x.n = coalesce(x.n, 0) + 1 RETURN x.n AS n',
);

let graph: Graph;

const run = (statement: string) => graph.driver.executeQuery(statement, {}, { database: graph.database });

beforeAll(async () => {
  const library = new Map([ECHO, SLOW, HUGE, COUNT].map((s) => [s.name, s]));
  graph = openGraph(testDatabase(), 60_000, library);
  await run('CREATE CONSTRAINT scratch_id IF NOT EXISTS FOR (n:Scratch) REQUIRE n.id IS UNIQUE');
});

afterAll(async () => {
  await run('MATCH (n:Scratch) DETACH DELETE n');
  await run('DROP CONSTRAINT scratch_id');
  await graph.close();
});

test('values keep their kind on the way in and out', async () => {
  const given = { i: 3, f: 3, d: '2026-02-28', t: '2026-02-28T10:00:00Z', l: [1, 2] };
  const [row] = await graph.ask('test/echo', given);
  expect(row).toMatchObject({ i: 3, f: 3, d: '2026-02-28', t: new Date('2026-02-28T10:00:00Z'), l: [1, 2], n: null });
  expect(row!.kinds).toEqual(['INTEGER NOT NULL', 'FLOAT NOT NULL', 'DATE NOT NULL', 'ZONED DATETIME NOT NULL']);
});

test('an integer beyond 2^53 is an error, never a wrong number', async () => {
  await expect(graph.ask('test/huge', {})).rejects.toMatchObject({ kind: 'TOO_MUCH' });
});

test('a statement over its limit is stopped in the database', async () => {
  await expect(graph.withTimeout(300).ask('test/slow', {})).rejects.toMatchObject({ kind: 'TIMEOUT' });
});

test('crossing writes of forty callers all count', async () => {
  await Promise.all(Array.from({ length: 40 }, () => graph.ask('test/count', { id: 'one' })));
  const [row] = await graph.ask('test/count', { id: 'one' });
  expect(row).toEqual({ n: 41 });
});

test('an unknown statement names the nearest', async () => {
  await expect(graph.ask('count', {})).rejects.toMatchObject({ kind: 'NOT_FOUND', hint: 'did you mean test/count?' });
});

test('a database that is not there is said to be down', async () => {
  const away = openGraph({ ...testDatabase(), uri: 'bolt://127.0.0.1:1' }, 60_000, graph.library);
  await expect(away.ask('test/huge', {})).rejects.toMatchObject({ kind: 'UNAVAILABLE' });
  await away.close();
});
