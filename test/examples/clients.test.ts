import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { GuanxiError, guanxi } from '../../examples/typescript/client.js';
import { tour } from '../../examples/typescript/tour.js';
import { packageRoot } from '../../src/kernel/root.js';
import { type ApiServer, apiServer, emptyDatabase, token } from '../api/api-server.js';
import { testDriver } from '../setup/database.js';
import { findOnPath } from '../setup/path.js';

let server: ApiServer;

beforeAll(async () => {
  await emptyDatabase();
  await testDriver().executeQuery(`
    UNWIND range(1, 45) AS n
    CREATE (c:Customer:Profiled {id: 'C' + right('000000' + n, 7), alias: 'C-' + n, city: 'Xian'})
    CREATE (c)-[:PLACED]->(:Order {id: 'O' + n, amountMinor: 1050, currency: 'CNY', at: datetime('2026-01-01')})`);
  server = await apiServer();
});

afterAll(() => server?.end());

const SAID = [
  '45 of 45 customers consent to profiling',
  '472.5 CNY spent',
  '45 customers in pages of 20',
  'consent recorded',
  'consent known already',
  'may be contacted by SMS: true',
  expect.stringMatching(/^BAD_USER_INPUT: ask for fewer rows$/),
];

test('the client in TypeScript takes its tour on the served product', async () => {
  const said = await tour({ url: server.url, token: await token('service') }, 'C0000001');
  expect(said).toEqual(SAID);
});

test('the client in Python takes the same tour, with its standard library alone', async () => {
  const script = join(packageRoot, 'examples', 'python', 'tour.py');
  const args = ['-I', '-c', RUN, script, server.url, await token('service'), 'C0000002'];
  const { stdout } = await promisify(execFile)(findOnPath('python3'), args);
  expect(stdout.trim().split('\n')).toEqual(SAID);
});

/** Isolated from whatever is installed, but for the folder of the example itself. */
const RUN = `import os, runpy, sys
sys.path.insert(0, os.path.dirname(sys.argv[1])); sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name='__main__')`;

test('what is refused says its code and how to fix it', async () => {
  const client = guanxi({ url: server.url, token: 'no.token.at-all' });
  const refused = await client.get('/api/questions/headline').catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(GuanxiError);
  expect(refused).toMatchObject({ code: 'UNAUTHENTICATED', hint: expect.stringContaining('token') });
});
