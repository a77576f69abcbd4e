import { type Graph, openGraph } from '../../../src/graph/graph.js';
import { hashOf, linked } from '../../../src/security/audit/chain.js';
import { recordAudit } from '../../../src/security/audit/record.js';
import { emptyGraph, NOW, run, servicesAt, vault } from '../../consent/world.js';
import { testDatabase } from '../../setup/database.js';

let graph: Graph;
let other: Graph;

beforeAll(async () => {
  graph = await emptyGraph();
  other = openGraph(testDatabase(), 30_000);
});
afterAll(async () => {
  await graph.close();
  await other.close();
});

const chain = () =>
  run(
    graph,
    `MATCH (e:AuditEntry) WHERE e.seq IS NOT NULL
     RETURN toFloat(e.seq) AS seq, e.prevHash AS prevHash, e.hash AS hash, e.action AS action, e.count AS count ORDER BY e.seq`,
  );

async function expectUnbroken(length: number): Promise<void> {
  const entries = await chain();
  expect(entries.map((e) => e.seq)).toEqual(Array.from({ length }, (_, at) => at + 1));
  expect(entries.map((e) => e.prevHash)).toEqual(['', ...entries.slice(0, -1).map((e) => e.hash)]);
  expect(await run(graph, 'MATCH (h:AuditHead) RETURN toFloat(h.seq) AS seq, h.hash AS hash')).toEqual([
    { seq: length, hash: entries.at(-1)!.hash },
  ]);
}

test('the canonical form binds every part of an entry, and an id and its mark are the same', () => {
  const base = {
    id: 'a1',
    at: new Date(NOW),
    action: 'OPENED',
    viewer: 'me',
    role: 'admin',
    purpose: null,
    subject: null,
    fields: ['name'],
    customers: ['c1', 'c2'],
    count: 2,
    detail: null,
  };
  const hash = (content: typeof base, seq = 1, prevHash = '') => hashOf(vault, { seq, prevHash }, content);
  const same = hash(base);
  expect(same).toMatch(new RegExp(`^${vault.auditKeyId}\\.[\\w-]{43}$`));
  expect(hash({ ...base, customers: [vault.auditMark('c1'), 'c2'] })).toBe(same);
  const changes: Partial<typeof base>[] = [
    { id: 'a2' },
    { at: new Date(0) },
    { action: 'X' },
    { viewer: 'you' },
    { role: 'analyst' },
    { fields: [] },
    { customers: ['c2', 'c1'] },
    { count: 3 },
  ];
  const others = [...changes.map((change) => hash({ ...base, ...change })), hash(base, 2), hash(base, 1, 'x')];
  expect(new Set([same, ...others]).size).toBe(others.length + 1);
  expect(linked(vault, { seq: 4, hash: 'h' }, [base, base]).map((e) => [e.seq, e.prevHash])).toEqual([
    [5, 'h'],
    [6, hash(base, 5, 'h')],
  ]);
});

test('fifty writers at once, in two processes and inside transactions, make one chain without fork or gap', async () => {
  const mine = servicesAt(graph);
  const theirs = servicesAt(other, NOW, 'privacy-officer');
  const entry = (count: number) => ({ action: 'OPENED', fields: ['name'], customers: ['c1'], count });
  await recordAudit(mine, entry(100));
  await Promise.all(
    Array.from({ length: 50 }, (_, n) => {
      const services = n % 2 ? mine : theirs;
      if (n % 5 > 0) return recordAudit(services, entry(n));
      return services.graph.transaction((tx) => recordAudit(services, entry(n), tx));
    }),
  );
  await expectUnbroken(51);
  expect(new Set((await chain()).map((e) => Number(e.count))).size).toBe(51);
});

test('a change that fails leaves no entry, and more than a thousand customers take several entries', async () => {
  const services = servicesAt(graph);
  const before = (await chain()).length;
  const undone = graph.transaction(async (tx) => {
    await recordAudit(services, { action: 'UNDONE', count: 1 }, tx);
    throw new Error('no');
  });
  await expect(undone).rejects.toThrow('no');
  const customers = Array.from({ length: 2500 }, (_, at) => `c${at}`);
  await recordAudit(services, { action: 'EXPORTED', customers, count: 2500 });
  await expectUnbroken(before + 3);
  expect((await chain()).slice(-3).map((e) => [e.action, Number(e.count)])).toEqual([
    ['EXPORTED', 1000],
    ['EXPORTED', 1000],
    ['EXPORTED', 500],
  ]);
});

test('texts hold the marks of the customers of an entry, never their ids', async () => {
  const [one, other] = [vault.auditMark('c1'), vault.auditMark('c.2')];
  const entry = { action: 'REWARD_REFUSED', subject: 'referral:c1|c.2', customers: ['c1', 'c.2'], count: 1 };
  await recordAudit(servicesAt(graph), { ...entry, detail: { who: 'c1', not: 'c12' } });
  expect(
    await run(
      graph,
      'MATCH (e:AuditEntry) RETURN e.subject AS subject, e.detail AS detail ORDER BY e.seq DESC LIMIT 1',
    ),
  ).toEqual([{ subject: `referral:${one}|${other}`, detail: `{"who":"${one}","not":"c12"}` }]);
});

test('after the head was lost from under a running process, the next entry still finds its place', async () => {
  await run(graph, 'MATCH (n) WHERE n:AuditEntry OR n:AuditHead DETACH DELETE n');
  await recordAudit(servicesAt(graph), { action: 'OPENED', count: 1 });
  await expectUnbroken(1);
});
