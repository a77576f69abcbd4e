import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lastDay, readTruth, type Truth, writeWorld } from '../seed/world/index.js';
import { settingsTable } from '../src/cli/settings-table.js';
import { formatRows } from '../src/cli/table.js';
import { statementOf } from '../src/graph/library/library.js';
import { told } from '../src/insight/sentences.js';
import { packageRoot } from '../src/kernel/root.js';
import { decisionChain, kFactor, referralTree } from '../src/network/index.js';
import { servicesFor } from './analysis/karate.js';
import { type ApiServer, apiServer, ask, emptyDatabase } from './api/api-server.js';
import { notebookIsTrue } from './docs/notebook.js';
import { packsShowSomething } from './packs/made-world.js';
import { cypherShellTakesWhatIsPrinted } from './printed/cypher-shell.js';
import { deskSpeaksOneLanguage } from './printed/desk-words.js';
import { examplesShowSomething } from './printed/examples.js';
import { browserTakesWhatIsPrinted } from './printed/neo4j-browser.js';
import { guanxi, testHome } from './setup/command.js';
import { deleteAll } from './setup/database.js';
import { mutualInformation } from './setup/mutual-information.js';

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
  if (process.env.KEPT) { server = await apiServer({ GUANXI_HOME: process.env.KEPT }); return; }
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
    const t0 = Date.now(); const { code, err } = await guanxi(args); process.stderr.write(`${args[0]} ${(Date.now() - t0) / 1000}\n`);
    expect({ args: args[0], code, err: code === 0 ? '' : err }).toEqual({ args: args[0], code: 0, err: '' });
  }
  server = await apiServer({ GUANXI_HOME: testHome }); // the keys that the import sealed with
}, 480_000);

afterAll(async () => {
  await server.end();
  process.stderr.write(`KEPT=${testHome}\n`);
});

const rows = async (name: string, params = {}) =>
  told(statementOf(server.graph.library, name), await server.graph.ask(name, params), params);


describe('what is printed', () => {
  browserTakesWhatIsPrinted();
  deskSpeaksOneLanguage(() => server);
});
