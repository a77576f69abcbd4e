import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Graph } from '../../../src/graph/graph.js';
import { anchorFile } from '../../../src/security/audit/anchor.js';
import { anchorAudit } from '../../../src/security/audit/anchor.service.js';
import { type AuditContent, type ChainEntry, linked } from '../../../src/security/audit/chain.js';
import { recordAudit } from '../../../src/security/audit/record.js';
import { walkChain } from '../../../src/security/audit/verify.js';
import { verifyAudit } from '../../../src/security/audit/verify.service.js';
import { emptyGraph, NOW, run, servicesAt, vault } from '../../consent/world.js';

const content = (n: number): AuditContent => ({
  id: `a${n}`,
  at: new Date(NOW),
  action: 'OPENED',
  viewer: 'me',
  role: 'admin',
  purpose: null,
  subject: null,
  fields: ['name'],
  customers: [`c${n}`],
  count: 1,
  detail: null,
});
const chainOf = (length: number) =>
  linked(
    vault,
    { seq: 0, hash: '' },
    Array.from({ length }, (_, at) => content(at + 1)),
  );
const bySeq = (entries: readonly ChainEntry[]) => [...entries].sort((a, b) => a.seq - b.seq);

function found(entries: readonly ChainEntry[], end: ChainEntry, anchors: readonly ChainEntry[] = []): string[] {
  const walk = walkChain(vault, { end, anchors });
  for (const entry of bySeq(entries)) if (!walk.take(entry)) break;
  return walk.findings().map(({ kind, from, to }) => (from === to ? `${kind} ${from}` : `${kind} ${from}-${to}`));
}

describe('the walk', () => {
  const chain = chainOf(30);
  const end = chain.at(-1)!;
  const without = (...numbers: number[]) => chain.filter(({ seq }) => !numbers.includes(seq));
  const changed = (seq: number, change: Partial<ChainEntry>) =>
    chain.map((entry) => (entry.seq === seq ? { ...entry, ...change } : entry));
  const forged = (seq: number): ChainEntry => ({ ...content(99), seq, prevHash: 'x', hash: `${vault.auditKeyId}.x` });

  test('finds nothing in a chain as it was written', () => {
    expect(found(chain, end, [chain[4]!, end])).toEqual([]);
    expect(found([], { ...end, seq: 0, hash: '' })).toEqual([]);
  });

  test.each<[string, readonly ChainEntry[], string[]]>([
    ['an edit', changed(7, { viewer: 'you' }), ['EDIT 7']],
    ['an edit with a hash of its own', changed(7, { viewer: 'you', hash: `${vault.auditKeyId}.y` }), ['EDIT 7']],
    ['an edit of the last', changed(30, { count: 9 }), ['EDIT 30']],
    ['a property taken away', changed(7, { at: null as unknown as Date }), ['EDIT 7']],
    ['a hash under another key', changed(7, { hash: `0badcafe.${'y'.repeat(43)}` }), ['KEY 7']],
    ['numbers swapped', changed(7, { seq: 20 }).map((e) => (e.id === 'a20' ? { ...e, seq: 7 } : e)), ['SWAP 7-20']],
    ['neighbours swapped', changed(7, { seq: 8 }).map((e) => (e.id === 'a8' ? { ...e, seq: 7 } : e)), ['SWAP 7-8']],
    ['contents swapped', changed(7, content(9)).map((e) => (e.seq === 9 ? { ...e, ...content(7) } : e)), ['SWAP 7-9']],
    ['one deleted', without(7), ['DELETION 7']],
    ['three deleted', without(7, 8, 9), ['DELETION 7-9']],
    [
      'one deleted, the rest renumbered',
      without(7).map((e) => (e.seq > 7 ? { ...e, seq: e.seq - 1 } : e)),
      ['DELETION 7'],
    ],
    ['the end cut off', without(28, 29, 30), ['TRUNCATION 28-30']],
    ['all gone', [], ['TRUNCATION 1-30']],
    ['one squeezed in', [...chain.map((e) => (e.seq >= 7 ? { ...e, seq: e.seq + 1 } : e)), forged(7)], ['INSERTION 7']],
    ['one between two numbers', [...chain, forged(7.5)], ['INSERTION 7.5']],
    ['one appended', [...chain, forged(31)], ['INSERTION 31']],
    ['one put before the first', [...chain, forged(0)], ['INSERTION 0']],
    ['one copied', [...chain, { ...chain[6]!, seq: 7 }], ['INSERTION 7']],
  ])('finds %s', (_what, entries, kinds) => {
    expect(found(entries, end)).toEqual(kinds);
  });

  test('finds a cut that the head was told of by the anchor alone, also when the chain grew again', () => {
    const cut = chain.slice(0, 20);
    expect(found(cut, cut.at(-1)!)).toEqual([]);
    expect(found(cut, cut.at(-1)!, [end])).toEqual(['TRUNCATION 21-30']);
    const again = [
      ...cut,
      ...linked(
        vault,
        cut.at(-1)!,
        Array.from({ length: 12 }, (_, at) => content(100 + at)),
      ),
    ];
    expect(found(again, again.at(-1)!, [end])).toEqual(['REWRITE 30']);
  });

  test('whatever one change is made to whatever chain, something is found', () => {
    const kinds = fc.constantFrom('edit', 'delete', 'swap', 'copy');
    fc.assert(
      fc.property(kinds, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }), (kind, a, b) => {
        fc.pre(a !== b);
        const entries = {
          edit: changed(a, { customers: [`c${b}`] }),
          delete: without(a),
          swap: chain.map((e) => ({ ...e, seq: e.seq === a ? b : e.seq === b ? a : e.seq })),
          copy: [...chain, { ...chain[a - 1]!, seq: b, id: 'copy' }],
        }[kind];
        expect(found(entries, end).length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the chain in the database', () => {
  let graph: Graph;
  const home = mkdtempSync(join(tmpdir(), 'guanxi-anchors-'));

  beforeAll(async () => {
    graph = await emptyGraph();
  });
  afterAll(async () => {
    await graph.close();
    rmSync(home, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await run(graph, 'MATCH (n) WHERE n:AuditEntry OR n:AuditHead DETACH DELETE n');
    rmSync(anchorFile(home), { force: true });
    await run(
      graph,
      'CREATE (:AuditEntry {id: "old", at: datetime("2025-01-01"), action: "OPENED", viewer: "me", role: "admin", count: 1})',
    );
    const services = servicesAt(graph);
    for (let n = 1; n <= 6; n += 1) await recordAudit(services, { action: 'OPENED', customers: [`c${n}`], count: n });
  });

  const verify = () => verifyAudit(servicesAt(graph), home);

  test('is intact as written, with what was there before it; an erased customer’s mark in place of the id keeps it so', async () => {
    expect(await verify()).toEqual({ intact: true, seq: 6, checked: 6, unchained: 1, anchors: 0, findings: [] });
    await run(graph, 'MATCH (e:AuditEntry {seq: 2}) SET e.customers = [$mark]', { mark: vault.auditMark('c2') });
    expect(await verify()).toMatchObject({ intact: true });
    expect(
      await run(graph, 'MATCH (h:AuditHead) RETURN toFloat(h.verifiedSeq) AS seq, toFloat(h.findings) AS findings'),
    ).toEqual([{ seq: 6, findings: 0 }]);
  });

  test.each([
    ['edit', 'MATCH (e:AuditEntry {seq: 3}) SET e.viewer = "you"', 'EDIT', 3],
    [
      'swap',
      'MATCH (a:AuditEntry {seq: 2}), (b:AuditEntry {seq: 5}) SET a.seq = -1 SET b.seq = 2 SET a.seq = 5',
      'SWAP',
      2,
    ],
    ['deletion', 'MATCH (e:AuditEntry {seq: 4}) DELETE e', 'DELETION', 4],
    [
      'truncation',
      'MATCH (e:AuditEntry) WHERE e.seq > 4 DELETE e WITH count(*) AS n MATCH (e:AuditEntry {seq: 4}), (h:AuditHead) SET h.seq = 4, h.hash = e.hash',
      'TRUNCATION',
      5,
    ],
    [
      'insertion',
      'CREATE (:AuditEntry {id: "x", seq: 7, prevHash: "", hash: "x", at: datetime(), action: "OPENED", viewer: "you", role: "admin", fields: [], customers: [], count: 1})',
      'INSERTION',
      7,
    ],
    ['insertion without a number', 'CREATE (:AuditEntry {id: "x", at: datetime()})', 'INSERTION', 0],
    ['insertion of a number that is none', 'CREATE (:AuditEntry {id: "x", seq: "7", at: datetime()})', 'INSERTION', 0],
    ['deletion of one of before', 'MATCH (e:AuditEntry {id: "old"}) DELETE e', 'DELETION', 0],
  ])('tampering found: %s', async (_what, tampering, kind, from) => {
    await anchorAudit(servicesAt(graph), home);
    await run(graph, tampering);
    const { intact, findings } = await verify();
    expect([intact, findings.map((f) => [f.kind, f.from])]).toEqual([false, [[kind, from]]]);
    expect(findings[0]!.why).toMatch(/entr/);
  });

  test('an anchor is a line of a file that only its owner reads; the same end is noted once, an end before it never', async () => {
    const services = servicesAt(graph);
    expect(await anchorAudit(services, home)).toMatchObject({ seq: 6 });
    expect(await anchorAudit(services, home)).toBeNull();
    expect(statSync(anchorFile(home)).mode & 0o777).toBe(0o600);
    expect(
      readFileSync(anchorFile(home), 'utf8')
        .trim()
        .split('\n')
        .map((l) => JSON.parse(l).seq),
    ).toEqual([6]);
    await run(graph, 'MATCH (h:AuditHead) SET h.seq = 3');
    await expect(anchorAudit(services, home)).rejects.toMatchObject({ kind: 'CONFLICT' });
    writeFileSync(anchorFile(home), 'no anchor\n');
    await expect(verify()).rejects.toMatchObject({ kind: 'CONFLICT' });
  });
});
