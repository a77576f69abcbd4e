import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openRequest } from '../../src/consent/requests/open-request.service.js';
import type { Graph } from '../../src/graph/graph.js';
import { eraseAtOnce, erasePerson } from '../../src/rights/erasure/erase.service.js';
import { proveErasures } from '../../src/rights/erasure/prove.service.js';
import { replayErasures } from '../../src/rights/erasure/replay.service.js';
import { verifyErasure } from '../../src/rights/erasure/verify.service.js';
import { recordAudit } from '../../src/security/audit/record.js';
import { personalFields } from '../../src/security/sealing/customer-view.js';
import { emptyGraph, file, home, importing, run, servicesOf } from '../intake/world.js';
import { backup, diff, dump, FILES, filesText, importWorld, VALUES } from './world.js';

let graph: Graph;
const services = () => servicesOf(graph);
const me = 'cust-0001';

const rejects = join(home, 'rejects');
const imported = join(home, '..', 'imported');
let back: () => Promise<void>;

beforeAll(async () => {
  graph = await emptyGraph();
  await importWorld(graph);
  back = await backup(graph);
  cpSync(rejects, imported, { recursive: true });
});
afterAll(() => graph.close());
beforeEach(async () => {
  await back();
  rmSync(join(home, 'erasures.jsonl'), { force: true });
  rmSync(rejects, { recursive: true, force: true });
  cpSync(imported, rejects, { recursive: true });
});

const BOOKKEEPING = ['AuditHead', 'Job', 'AnalysisState'];
const without = (counts: Record<string, number>, names: readonly string[]) =>
  Object.fromEntries(Object.entries(counts).filter(([name]) => !names.includes(name)));

test('deleting leaves nothing of the person anywhere, and the receipt is what an independent diff finds', async () => {
  await openRequest(services(), { customerId: me, kind: 'ERASURE', via: 'form' });
  await personalFields(services(), [me, 'cust-0002']);
  await run(graph, 'CREATE (:Change {id: "x", payload: \'{"id":"cust-0001"}\', also: "cust-00011"})');
  expect(filesText()).toContain('Li Made-Up');
  const before = await dump(graph);
  const receipt = await erasePerson(services(), { customerId: me, mode: 'DELETE' });
  const after = await dump(graph);
  const found = diff(before, after);
  expect(receipt.nodes).toEqual(found.nodes);
  expect(receipt.relationships).toEqual(found.relationships);
  expect(receipt.properties).toEqual(expect.arrayContaining(['sealed', 'nameTokens']));
  expect(receipt.changed).toEqual(without(found.changed, BOOKKEEPING));
  expect(receipt.changed).toMatchObject({ AuditEntry: expect.any(Number), Change: 1 });
  expect(receipt).toMatchObject({ proved: true, remaining: [], nodes: { Customer: 1, Order: 1, Post: 1, Event: 1 } });
  expect(Object.values(receipt.files)).toEqual([1]);
  const text = [...after.nodes.values(), ...after.ties.values()].map((e) => e.text).join('\n');
  for (const value of [...VALUES, services().vault.alias(me)]) {
    expect(text.replaceAll('cust-00011', '')).not.toContain(value);
    expect(filesText()).not.toContain(value);
  }
  expect(filesText()).toContain('cust-0002');
  expect(await run(graph, 'MATCH (c:Customer) RETURN c.id AS id ORDER BY id')).toEqual([
    { id: 'cust-0002' },
    { id: 'cust-0011' },
  ]);
  expect(await run(graph, 'MATCH (i:Identity) RETURN i.kind AS kind')).toEqual([{ kind: 'ADDRESS' }]);
  expect(await verifyErasure(services(), { receipt: receipt.receiptId, customerId: me })).toMatchObject({
    proved: true,
    back: false,
    remaining: [],
  });
  await expect(erasePerson(services(), { customerId: me, mode: 'DELETE' })).rejects.toMatchObject({
    kind: 'NOT_FOUND',
  });
});

test('a request does not wait for the look: it is taken up later by what is kept sealed, and then forgotten', async () => {
  await personalFields(services(), [me]);
  const { receiptId, proved, lookedMs } = await eraseAtOnce(services(), { customerId: me, mode: 'DELETE' });
  expect([proved, lookedMs]).toEqual([false, null]);
  const kept = async () => JSON.stringify(await run(graph, 'MATCH (r:ErasureReceipt) RETURN properties(r) AS p'));
  expect(await kept()).toContain('soughtKey');
  for (const value of VALUES) expect(await kept()).not.toContain(value);
  expect((await verifyErasure(services(), { receipt: receiptId })).lookedAt).toBeNull();
  await run(
    graph,
    "CREATE (:ErasureReceipt {id: 'other', startedAt: datetime(), sought: 'x', soughtKey: 'a key that is gone', report: '{}'})",
  );
  const said: string[] = [];
  const log = { ...services().log, error: (line: string) => void said.push(line) };
  expect(await proveErasures({ ...services(), log })).toBe(1); // the other keeps nobody waiting
  expect(said).toEqual(['an erasure could not be proved']);
  await run(graph, "MATCH (r:ErasureReceipt {id: 'other'}) DELETE r");
  expect([await proveErasures(services()), await proveErasures(services())]).toEqual([0, 0]);
  expect(await kept()).not.toContain('sought');
  const [row] = await run(graph, 'MATCH (r:ErasureReceipt) RETURN r.report AS report');
  const report = { proved: true, remaining: [], changed: { AuditEntry: 1 }, lookedMs: expect.any(Number) };
  expect(JSON.parse(row!.report as string)).toMatchObject(report);
});

test('the same files again, or the same phone under another id, do not bring the person back', async () => {
  await erasePerson(services(), { customerId: me, mode: 'DELETE' });
  const before = await dump(graph);
  const files = Object.entries(FILES).map(([name, text]) => file(name, text));
  const wrong = file('customers.csv', `id,gender\n${me},dragon\n`);
  const report = await importing(graph, { files: [...files, wrong] });
  expect(report.rejected).toBe(0);
  expect(report.files.reduce((sum, { suppressed }) => sum + suppressed, 0)).toBeGreaterThan(15);
  const found = diff(before, await dump(graph));
  expect(found).toMatchObject({ nodes: {}, relationships: {} });
  const other = file('customers.csv', 'id,phone\nnew-0099,+86 138 0000 0001\nnew-0100,13800000100\n');
  const orders = file('orders.csv', 'id,customerId,at,amount,currency\no9,new-0099,2026-01-02,1,CNY\n');
  const again = await importing(graph, { files: [other, orders] });
  expect(again.files.map((f) => [f.created, f.suppressed, f.rejected])).toEqual([
    [1, 1, 0],
    [0, 1, 0],
  ]);
  expect(filesText()).not.toContain(me);
});

test('anonymising keeps the orders under nobody, and nothing else', async () => {
  const receipt = await erasePerson(services(), { customerId: me, mode: 'ANONYMISE' });
  expect(receipt).toMatchObject({ kept: 1, proved: true });
  expect(
    await run(
      graph,
      'MATCH (n:Anonymous)-[:PLACED]->(o:Order)-[:CONTAINS]->(p) RETURN apoc.coll.sort(keys(n)) AS keys, o.id STARTS WITH "anonymous-" AS renamed, toString(o.at) AS at, p.id AS p',
    ),
  ).toEqual([{ keys: ['ageBand', 'region'], renamed: true, at: '2026-01-02T00:00:00Z', p: 'p1' }]);
  expect(await run(graph, 'MATCH (n:Anonymous)-[r]-() RETURN DISTINCT type(r) AS type')).toEqual([{ type: 'PLACED' }]);
  const lines = file('order-lines.csv', FILES['order-lines.csv']!);
  expect((await importing(graph, { files: [lines] })).files[0]).toMatchObject({ suppressed: 1, rejected: 0 });
});

test('destroying the key leaves ties and orders, opens nothing any more and ends every consent', async () => {
  const receipt = await erasePerson(services(), { customerId: me, mode: 'DESTROY_KEY' });
  expect(receipt).toMatchObject({ proved: true, nodes: { Identity: 1, SourceRecord: 1 } });
  expect((await personalFields(services(), [me])).get(me)).toBeNull();
  expect(
    await run(
      graph,
      'MATCH (c:Customer {id: $me}) RETURN [k IN keys(c) WHERE toLower(k) ENDS WITH "sealed" OR k ENDS WITH "Lookup" OR k = "nameTokens" OR k STARTS WITH "key"] AS sealed, c:DoNotContact AS banned, COUNT { (c)-[:CONSENTS_TO]->() } AS consents, c:Profiled AS profiled, COUNT { (c)-[:PLACED]->() } AS orders, COUNT { (c)-[:KNOWS]-() } AS ties, COUNT { (c)-[:POSTED]->(p) WHERE p.textSealed IS NOT NULL } AS texts',
      { me },
    ),
  ).toEqual([{ sealed: [], banned: true, consents: 0, profiled: false, orders: 1, ties: 2, texts: 0 }]);
});

test('a backup from before the erasure does not bring the person back, nor does a crash leave it half done', async () => {
  const { receiptId } = await erasePerson(services(), { customerId: me, mode: 'DELETE' });
  await back(); // a backup from before the erasure
  expect(await replayErasures(services())).toEqual({ known: 1, missing: 1, erased: 1 });
  expect(await replayErasures(services())).toEqual({ known: 1, missing: 0, erased: 0 });
  expect(await run(graph, 'MATCH (c:Customer {id: $me}) RETURN c', { me })).toEqual([]);
  await run(graph, 'MATCH (r:ErasureReceipt) REMOVE r.finishedAt CREATE (:Order:Erasing {id: "half"})');
  expect(await replayErasures(services())).toEqual({ known: 1, missing: 1, erased: 0 });
  expect(await run(graph, 'MATCH (o:Order {id: "half"}) RETURN o')).toEqual([]);
  expect(await verifyErasure(services(), { receipt: receiptId, customerId: me })).toMatchObject({ proved: true });
});

test('an id that could be anything is replaced only where ids of customers stand', async () => {
  await importing(graph, { files: [file('customers.csv', 'id,name\n7,Ma Made-Up\n')] });
  await recordAudit(services(), { action: 'OPENED', customers: ['7', '77'], count: 2 });
  const receipt = await erasePerson(services(), { customerId: '7', mode: 'DELETE' });
  expect(receipt).toMatchObject({ proved: true, changed: { AuditEntry: 1 } });
  const [entry] = await run(graph, 'MATCH (e:AuditEntry {action: "OPENED"}) RETURN e.customers AS customers');
  expect(entry).toEqual({ customers: [services().vault.auditMark('7'), '77'] });
  expect(await run(graph, 'MATCH (p:Purpose {id: "marketing"}) RETURN p.version AS v')).toEqual([{ v: '1' }]);
});
