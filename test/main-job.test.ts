import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lastDay, readTruth, type Truth, writeWorld } from '../seed/world/index.js';
import { statementOf } from '../src/graph/library/library.js';
import { told } from '../src/insight/sentences.js';
import { type ApiServer, apiServer, emptyDatabase } from './api/api-server.js';
import { notebookIsTrue } from './docs/notebook.js';
import { packsShowSomething } from './packs/made-world.js';
import { cypherShellTakesWhatIsPrinted } from './printed/cypher-shell.js';
import { deskSpeaksOneLanguage } from './printed/desk-words.js';
import { changesAreTaken, examplesShowSomething } from './printed/examples.js';
import { browserTakesWhatIsPrinted } from './printed/neo4j-browser.js';
import { plantedIsFound, type Rows } from './printed/planted.js';
import { readmeIsTrue } from './printed/readme.js';
import { guanxi, testHome } from './setup/command.js';
import { deleteAll } from './setup/database.js';
import { planAnewWhile } from './setup/plan-anew.js';

/**
 * The main job on the made world that ends yesterday, by the commands that a person types; then every block of the
 * README on it: what it prints is of people and ties, which are the same whichever day the world ends.
 */

const world = join(testHome, 'world');
/** What else a first start does, so that every question has something to show. */
const LATER = [
  ['tiers', 'review'],
  ['churn', 'warn'],
  ['clusters', 'run'],
];
let truth: Truth;
let server: ApiServer;

beforeAll(async () => {
  await emptyDatabase();
  const { files } = await writeWorld({ out: world, until: lastDay(new Date(), 'Asia/Shanghai') }); // as a first start does
  truth = await readTruth(world);
  for (const args of [
    ['import', ...files],
    ['analyze'],
    ['rfm'],
    ['fraud', 'check', '--make-rewards'],
    ['clv', 'fit'],
    ['lifecycle'],
    ...LATER,
  ]) {
    const { code, err } = await (args[0] === 'import' ? planAnewWhile(() => guanxi(args)) : guanxi(args));
    expect({ args: args[0], code, err: code === 0 ? '' : err }).toEqual({ args: args[0], code: 0, err: '' });
  }
  server = await apiServer({ GUANXI_HOME: testHome }); // the keys that the import sealed with
});

afterAll(async () => {
  await server?.end();
  await deleteAll();
  rmSync(testHome, { recursive: true, force: true });
});

const rows: Rows = async (name, params = {}) =>
  told(statementOf(server.graph.library, name), await server.graph.ask(name, params as never), params as never);

describe('what was planted', () => plantedIsFound({ server: () => server, truth: () => truth, rows }));

test('nothing that names a person lies open in the database', async () => {
  const header = readFileSync(join(world, 'customers.csv'), 'utf8').split('\n').slice(0, 13);
  const columns = header[0]!.split(',');
  const names = header
    .slice(1)
    .map((line) => line.split(',')[columns.indexOf('name')]!)
    .filter(Boolean);
  const { records } = await server.graph.driver.executeQuery(
    `MATCH (n:Customer|SourceRecord|Identity|Post|Event)
     WHERE any(key IN keys(n) WHERE any(name IN $names WHERE toStringOrNull(n[key]) CONTAINS name))
     RETURN count(*) AS open`,
    { names },
  );
  expect(records[0]!.get('open').toNumber()).toBe(0);
});

describe('packs for Bloom, NeoDash and Neo4j Browser', () => packsShowSomething(() => server.graph, world));

describe('what is printed', () => {
  cypherShellTakesWhatIsPrinted();
  browserTakesWhatIsPrinted();
  deskSpeaksOneLanguage(() => server);
  examplesShowSomething(() => server);
});
describe('the notebook', () => notebookIsTrue(() => server.graph));

describe('the README', () => readmeIsTrue(() => server, rows));

describe('what is printed and changes the world', () => changesAreTaken(() => server));
