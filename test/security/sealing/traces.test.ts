import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Kind, parse } from 'graphql';
import { workedExamples } from '../../../src/api/http/graphiql.js';
import { importFiles } from '../../../src/intake/files/import-files.service.js';
import { makeLog } from '../../../src/kernel/log.js';
import { ROLES, type Role } from '../../../src/kernel/role.js';
import { makeServices } from '../../../src/security/services.js';
import { type ApiServer, apiServer, emptyDatabase, rest } from '../../api/api-server.js';
import { testDriver } from '../../setup/database.js';
import { CITY, idOf, MARKS, mailOf, nameOf, PEOPLE, phoneOf, writePeople } from './people.js';
import { formsIn, look, patternsOf } from './traces.js';

/**
 * 50 known people are imported and every example of the product is run; then their names, phones and mails are looked
 * for in bytes.
 */

const home = mkdtempSync(join(tmpdir(), 'guanxi-traces-'));
const files = writePeople();
const given = dirname(files[0]!);
const patterns = MARKS.flatMap(patternsOf);
const planted = [{ form: 'the city', bytes: Buffer.from(CITY) }];

/** Who may open names, phones and mails. */
const OPENS: readonly Role[] = ['admin', 'privacy-officer'];

let server: ApiServer;
const answers: { role: Role; name: string; text: string }[] = [];
const headers = { 'content-type': 'application/json' };

beforeAll(async () => {
  await emptyDatabase();
  const log = makeLog('debug', join(home, 'server.log'));
  server = await apiServer({ NODE_ENV: 'development', GUANXI_HOME: home, LOG_LEVEL: 'debug' }, log);
  const services = makeServices(
    { ...server, home, log: makeLog('debug', join(home, 'import.log')) },
    { id: 'importer', role: 'admin' },
  );
  const report = await importFiles(services, { files, rejectsFolder: join(home, 'rejects') });
  expect([report.rejected, report.rows]).toEqual([0, PEOPLE * 10]);
  await useEverything();
});

afterAll(async () => {
  await server?.end();
  for (const folder of [home, given]) rmSync(folder, { recursive: true, force: true });
});

/**
 * Every example (analysis, RFM, fraud, campaigns, questions, publishing) as admin, and as those who may not open names.
 */
async function useEverything(): Promise<void> {
  const operations = workedExamples().flatMap(({ name, query }) =>
    parse(query).definitions.flatMap((d) =>
      d.kind === Kind.OPERATION_DEFINITION ? [[name, query, d.name!.value] as const] : [],
    ),
  );
  const asked = async (role: Role, [, query, operationName]: (typeof operations)[number]) => {
    const init = { method: 'POST', headers, body: JSON.stringify({ query, operationName }) };
    answers.push({ role, name: operationName, text: await (await rest(server, role, '/graphql', init)).text() });
  };
  for (const operation of operations) await asked('admin', operation); // one after another: they build on each other
  await inLanes(operations, (operation) => asked('marketer', operation));
  await inLanes(
    operations.filter(([example]) => example >= '30'), // the others take long; the marketer asks all of them
    (operation) => asked('analyst', operation),
  );
  const people = '{ customers(limit: 100) { id alias city name phone email } }';
  const init = { method: 'POST', headers, body: JSON.stringify({ query: people }) };
  for (const role of ROLES)
    answers.push({ role, name: 'customers', text: await (await rest(server, role, '/graphql', init)).text() });
  const questions = [...server.graph.library.values()].flatMap(({ api, roles }) =>
    api ? roles.filter((role) => !OPENS.includes(role)).map((role) => [role, api] as const) : [],
  );
  await inLanes(questions, async ([role, name]) => {
    answers.push({ role, name, text: await (await rest(server, role, `/api/questions/${name}`)).text() });
  });
  // refused, and the refusal must not repeat the values
  const wrong = { customerId: nameOf(0), purpose: phoneOf(0), channel: mailOf(0), textVersion: '1', via: 'form' };
  const refused = await rest(server, 'service', '/api/consents', {
    method: 'POST',
    headers,
    body: JSON.stringify(wrong),
  });
  answers.push({ role: 'service', name: 'refused', text: await refused.text() });
}

async function inLanes<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (const item of waiting) await work(item);
    }),
  );
}

test('the look itself finds a mark in every form, wherever it begins', () => {
  for (const mark of MARKS)
    for (const before of ['', 'a', 'ab', 'abc'])
      for (const encoding of ['utf8', 'utf16le', 'base64', 'base64url'] as const) {
        const text = `${before}${mark}${before}z`;
        const bytes = encoding.startsWith('base64')
          ? Buffer.from(Buffer.from(text).toString(encoding as 'base64'))
          : Buffer.from(text, encoding as 'utf8');
        expect([mark, before, encoding, formsIn(bytes, patterns).length > 0]).toEqual([mark, before, encoding, true]);
      }
  expect(look(given, patterns).hits.length).toBeGreaterThan(0);
});

test('who may open sees the values; nobody else does, in no answer of any example', () => {
  const told = answers.filter(({ text }) => formsIn(Buffer.from(text), patterns).length > 0);
  expect(told.some(({ role }) => role === 'admin')).toBe(true);
  const inSight = answers.filter(({ text }) => formsIn(Buffer.from(text), planted).length > 0).map(({ role }) => role);
  expect(inSight).toEqual(expect.arrayContaining(['marketer', 'analyst'])); // what is not personal is found in the same answers
  expect(told.filter(({ role }) => !OPENS.includes(role)).map(({ role, name }) => `${role} ${name}`)).toEqual([]);
});

test('the log at its most talkative, the metrics and the home folder tell nobody', async () => {
  expect(server.lines.length).toBeGreaterThan(0);
  expect(formsIn(Buffer.from(JSON.stringify(server.lines)), patterns)).toEqual([]);
  const written = readFileSync(join(home, 'server.log')); // as the product writes it
  expect(written.includes('/graphql')).toBe(true);
  expect(formsIn(written, patterns)).toEqual([]);
  const metrics = Buffer.from(await (await rest(server, 'admin', '/metrics')).text());
  expect(metrics.includes('guanxi')).toBe(true);
  expect(formsIn(metrics, patterns)).toEqual([]);
  const { hits, seen } = look(home, patterns);
  expect(hits).toEqual([]);
  expect(seen).toBeGreaterThan(0);
});

test('no property of any node or relationship tells, nor any name of a label or type', async () => {
  const read = async (cypher: string) => JSON.stringify((await testDriver().executeQuery(cypher)).records);
  const nodes = await read('MATCH (n) RETURN labels(n), properties(n)');
  const ties = await read('MATCH ()-[r]->() RETURN type(r), properties(r)');
  expect(nodes).toContain(idOf(0));
  expect(nodes).toContain('nameTokens');
  expect(formsIn(Buffer.from(nodes + ties), patterns)).toEqual([]);
});

test('the files of the database tell nobody: stores, indexes, transaction logs and its own logs', async () => {
  if (process.env.GUANXI_TEST_WAY !== 'local') {
    expect(process.env.GUANXI_TEST_WAY).toMatch(/given|docker/); // its files are not on this machine; the properties above are
    return;
  }
  await testDriver()
    .executeQuery('CALL db.checkpoint()')
    .catch(() => undefined);
  const { records } = await testDriver().executeQuery(
    "SHOW SETTINGS YIELD name, value WHERE name IN ['server.directories.data', 'server.directories.logs'] RETURN value",
  );
  const folders = records.map((record) => record.get('value') as string);
  expect(folders).toHaveLength(2);
  const hits = folders.flatMap((folder) => look(folder, [...patterns, ...planted]).hits);
  expect(hits.length).toBeGreaterThan(0); // the city that was imported with them is found, so the look reaches what was written
  expect(hits.filter((hit) => !hit.endsWith('the city'))).toEqual([]);
});
