import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ErrorCode, type Tool } from '@modelcontextprotocol/sdk/types.js';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { publishedQuestions } from '../../src/api/schema/published.js';
import { triedExamples } from '../../src/graph/library/tried.js';
import type { Role } from '../../src/kernel/role.js';
import { packageRoot } from '../../src/kernel/root.js';
import { readPolicy, SHIPPED, sealPerson, usePolicy } from '../../src/security/index.js';
import { testDatabase, testDriver } from '../setup/database.js';
import { type ApiServer, apiServer, ask, emptyDatabase, LIBRARY, token } from './api-server.js';

const home = mkdtempSync(join(tmpdir(), 'guanxi-mcp-'));
let server: ApiServer;

beforeAll(async () => {
  await emptyDatabase();
  await testDriver().executeQuery(PEOPLE);
  const policy = join(home, 'policy.yaml');
  const shipped = readFileSync(SHIPPED, 'utf8');
  writeFileSync(policy, shipped.replace('departments: {}', 'departments: { north: { regions: [North] } }'));
  server = await apiServer({ GUANXI_POLICY: policy, GUANXI_HOME: home });
  const { key, wrapped } = server.vault.newKey();
  const person = { keyWrapped: wrapped, sealed: sealPerson(server.vault, key, { name: '赵敏' }) };
  await testDriver().executeQuery("MATCH (c:Customer {id: 'C0000001'}) SET c += $person", { person });
  expect((await ask(server, 'analyst', 'mutation { analyze { nodes } }')).data).toEqual({ analyze: { nodes: 250 } });
});

afterAll(async () => {
  await server?.end();
  usePolicy(readPolicy());
});

const PEOPLE = `
  UNWIND range(1, 250) AS n
  CREATE (c:Customer:Profiled {id: 'C' + right('000000' + n, 7), alias: 'C-' + n, region: CASE WHEN n <= 3 THEN 'North' ELSE 'South' END,
    joinedAt: datetime('2026-01-01'), orders: 2, spendMinor: n * 100, lastOrderAt: datetime('2026-02-01')})
  WITH collect(c) AS people
  UNWIND range(0, size(people) - 2) AS n
  WITH people[n] AS a, people[n + 1] AS b
  CREATE (a)-[:KNOWS {pair: a.id + '|' + b.id, closeness: 0.6, kinds: ['FOLLOWS'], since: datetime('2026-01-01')}]->(b)
  CREATE (a)-[:REFERRED {at: datetime('2026-01-02'), status: 'CONVERTED'}]->(b)`;

/** What tools that name something are asked about. */
const SAMPLES: Readonly<Record<string, unknown>> = {
  ...{ customer: 'C0000001', customerId: 'C0000001', customerIds: ['C0000001', 'C0000002'] },
  ...{ id: 'k-1', community: 'k-1' },
  ...{ company: 'B000001', interest: 'I01', purposeId: 'marketing', segment: 'rfm:champions', nodes: [] },
};
const argsFor = ({ name: tool, inputSchema }: Tool) => {
  const question = publishedQuestions(LIBRARY).get(tool);
  const tried = question ? triedExamples(question) : {};
  return Object.fromEntries((inputSchema.required ?? []).map((name) => [name, SAMPLES[name] ?? tried[name]]));
};

async function clientOf(role: Role, claims: { department?: string } = {}): Promise<Client> {
  const bearer = await token(role, claims);
  const client = new Client({ name: 'test', version: '1' });
  const headers = { authorization: `Bearer ${bearer}` };
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`${server.url}/mcp`), { requestInit: { headers } }) as never,
  );
  return client;
}

const textOf = (result: Awaited<ReturnType<Client['callTool']>>) => (result.content as { text: string }[])[0]!.text;

test('every tool that is listed answers as it declares, by the client that validates', async () => {
  const client = await clientOf('admin');
  const { tools } = await client.listTools(); // from here on the client validates
  const questions = [...publishedQuestions(LIBRARY).keys()];
  expect(tools.map(({ name }) => name)).toEqual(expect.arrayContaining(questions));
  const ajv = addFormats.default(new Ajv({ strict: false }));
  let rows = 0;
  for (const tool of tools) {
    expect([tool.name, tool.inputSchema.type, tool.outputSchema?.type]).toEqual([tool.name, 'object', 'object']);
    const args = argsFor(tool);
    expect([tool.name, ajv.validate(tool.inputSchema, args), ajv.errorsText()]).toEqual([tool.name, true, 'No errors']);
    const result = await client.callTool({ name: tool.name, arguments: args });
    expect([tool.name, result.isError ?? false, result.isError ? textOf(result) : '']).toEqual([tool.name, false, '']);
    expect(JSON.parse(textOf(result))).toEqual(result.structuredContent);
    if ((result.structuredContent as { rows?: unknown[] }).rows?.length) rows += 1;
  }
  expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true);
  expect(rows).toBeGreaterThan(10);
  await client.close();
});

test('an answer has its sentences, times as text, and says when it was cut', async () => {
  const client = await clientOf('analyst');
  await client.listTools();
  const told = await client.callTool({ name: 'influencers', arguments: { first: 1000 } });
  const { rows, cut } = told.structuredContent as { rows: { why: string }[]; cut: boolean };
  expect([rows.length, cut]).toEqual([200, true]);
  expect(rows[0]!.why).toMatch(/knows \d+ people/);
  const head = await client.callTool({ name: 'headline' });
  const [figures] = (head.structuredContent as { rows: { lastRunAt: string }[] }).rows;
  expect(figures!.lastRunAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  await client.close();
});

test('a role has the tools of its role, names are masked for it, and an opening is in the audit', async () => {
  const [analyst, marketer, admin] = [await clientOf('analyst'), await clientOf('marketer'), await clientOf('admin')];
  const names = async (client: Client) => (await client.listTools()).tools.map(({ name }) => name);
  expect(await names(analyst)).toContain('fraudRings');
  expect(await names(marketer)).not.toContain('fraudRings');
  const refused = await marketer.callTool({ name: 'fraudRings' });
  expect([refused.isError, textOf(refused)]).toEqual([true, expect.stringMatching(/^FORBIDDEN: .*\nHow to fix it: /)]);
  const nameFor = async (client: Client) => {
    const asked = { name: 'tiesOf', arguments: { customer: 'C0000002', withNames: true } };
    const { rows } = (await client.callTool(asked)).structuredContent as { rows: Record<string, unknown>[] };
    return rows.find(({ customerId }) => customerId === 'C0000001')!.customerName;
  };
  await admin.listTools();
  const opened = async () =>
    (await testDriver().executeQuery("MATCH (e:AuditEntry {action: 'OPENED'}) RETURN count(*) AS n")).records[0]!.get(
      'n',
    ).toNumber();
  expect([await nameFor(analyst), await opened()]).toEqual(['赵*', 0]);
  expect([await nameFor(admin), await opened()]).toEqual(['赵敏', 1]);
  for (const client of [analyst, marketer, admin]) await client.close();
});

test('a viewer of limited rows has the tools that tell of customers, and of theirs only', async () => {
  const client = await clientOf('analyst', { department: 'north' });
  const names = (await client.listTools()).tools.map(({ name }) => name);
  expect(names).toContain('influencers');
  expect(names).not.toContain('rfmSegments');
  const { structuredContent } = await client.callTool({ name: 'influencers', arguments: { first: 1000 } });
  const { rows } = structuredContent as { rows: { customerId: string }[] };
  expect(rows.map(({ customerId }) => customerId).sort()).toEqual(['C0000001', 'C0000002', 'C0000003']);
  expect(textOf(await client.callTool({ name: 'tiesOf', arguments: { customer: 'C0000200' } }))).toMatch(/^NOT_FOUND/);
  await client.close();
});

test('what is wrong with a call is said with its fix, and there is no free Cypher', async () => {
  const client = await clientOf('analyst');
  const told = async (name: string, args: Record<string, unknown>) =>
    textOf(await client.callTool({ name, arguments: args }));
  const wrong = await client.callTool({ name: 'influencers', arguments: { first: 'many', limit: 3 } });
  expect([wrong.isError, textOf(wrong)]).toEqual([
    true,
    expect.stringMatching(/^BAD_USER_INPUT: .*first.*limit: not a parameter/),
  ]);
  expect(await told('influencers', { first: 5000 })).toMatch(/must be 1\.\.1000/);
  expect(await told('cypher', { query: 'MATCH (n) RETURN n' })).toMatch(/no such tool/);
  await client.close();
});

test('schema, index and scores are there to read', async () => {
  const client = await clientOf('analyst');
  const { resources } = await client.listResources();
  expect(resources.map(({ uri }) => uri)).toEqual(['guanxi://schema', 'guanxi://questions', 'guanxi://scores']);
  for (const { uri } of resources) {
    const { contents } = await client.readResource({ uri });
    expect(contents[0]).toMatchObject({ uri, text: expect.stringContaining('influence') });
  }
  const none = { code: ErrorCode.InvalidParams, message: expect.stringMatching(/no such resource.*guanxi:..schema/) };
  await expect(client.readResource({ uri: 'guanxi://secrets' })).rejects.toMatchObject(none);
  await client.close();
});

test('without a token nothing answers, and there are no sessions to hold and no batches', async () => {
  const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
  expect((await fetch(`${server.url}/mcp`, { method: 'POST', headers, body })).status).toBe(401);
  const authorization = `Bearer ${await token('analyst')}`;
  expect((await fetch(`${server.url}/mcp`, { headers: { ...headers, authorization } })).status).toBe(405);
  const answer = await fetch(`${server.url}/mcp`, { method: 'POST', headers: { ...headers, authorization }, body });
  expect([answer.status, answer.headers.get('mcp-session-id')]).toEqual([200, null]);
  const batch = { method: 'POST', headers: { ...headers, authorization }, body: `[${body},${body}]` };
  expect((await fetch(`${server.url}/mcp`, batch)).status).toBe(400);
});

test('the command speaks the same over standard input and output', async () => {
  const { uri, user, password, database } = testDatabase();
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [join(packageRoot, 'bin', 'guanxi.mjs'), 'mcp', '--role', 'marketer'],
    env: {
      ...(process.env as Record<string, string>),
      ...{ NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database },
      GUANXI_HOME: home,
    },
    stderr: 'pipe',
  });
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport as never);
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(expect.arrayContaining(['influencers', 'picture_ties_of']));
  expect(tools.map(({ name }) => name)).not.toContain('fraudRings');
  const { structuredContent } = await client.callTool({ name: 'tiesOf', arguments: { customer: 'C0000009' } });
  expect((structuredContent as { rows: unknown[] }).rows).toHaveLength(2);
  await client.close();
});
