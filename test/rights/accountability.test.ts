import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { openRequest } from '../../src/consent/requests/open-request.service.js';
import { identifyRequest, refuseRequest } from '../../src/consent/requests/request.service.js';
import { packageRoot } from '../../src/kernel/root.js';
import {
  breachReport,
  complianceScore,
  recordsOfProcessing,
} from '../../src/rights/accountability/accountability.service.js';
import { complianceOf } from '../../src/rights/accountability/compliance.js';
import { markdownOf } from '../../src/rights/accountability/records-text.js';
import { registry } from '../../src/rights/accountability/registry.js';
import { boundOf, RETENTION, retentionDays } from '../../src/rights/accountability/retention.js';
import { applyRetention } from '../../src/rights/accountability/retention.service.js';
import { recordAudit } from '../../src/security/audit/record.js';
import { SEALED_FIELDS } from '../../src/security/policy/index.js';
import { personalFields } from '../../src/security/sealing/customer-view.js';
import { run } from '../setup/world.js';
import { rightsWorld } from './world.js';

const world = rightsWorld();
const { services } = world;

describe('the registry', () => {
  test('describes every sealed field, and names only operations that there are', () => {
    const described = new Set(registry().flatMap(({ fields }) => fields));
    expect([...described].sort()).toEqual([...SEALED_FIELDS].sort());
    const schema = readFileSync(join(packageRoot, 'schema.graphql'), 'utf8');
    for (const operation of new Set(registry().flatMap(({ operations }) => operations)))
      expect(schema).toMatch(new RegExp(`^  ${operation}[(:]`, 'm'));
  });

  test('makes the records of processing, with how many people each purpose uses data of', async () => {
    const records = await recordsOfProcessing(services());
    expect(records.activities.find(({ purpose }) => purpose === 'marketing')).toMatchObject({ people: 1 });
    const page = markdownOf(records);
    expect(page).toMatch(/## marketing\n.*\n\n- people: 1\n- personal fields: phone, email, wechat, weibo\n/);
    expect(page).toContain(`Event ${RETENTION.Event.days} days`);
  });
});

describe('retention', () => {
  test('says what would go, does it once, and only for what is past its time', async () => {
    await recordAudit(services('2019-06-01T00:00:00Z'), { action: 'OPENED', customers: ['cust-0002'], count: 1 });
    await run(
      world.graph,
      `MATCH (c:Customer {id: 'cust-0002'})
       UNWIND [{id: 'old', at: datetime('2024-05-01')}, {id: 'new', at: datetime('2024-07-01')}, {id: 'on', at: null}] AS one
       CREATE (c)-[:IN_JOURNEY]->(:JourneyRun {id: one.id, endedAt: one.at})
       CREATE (c)-[:HAS_ALERT]->(:JourneyAlert {id: one.id, closedAt: one.at + duration('P330D')})`,
    );
    const dry = await applyRetention(services(), { dryRun: true, days: {} });
    expect(dry.map(({ label, due, done }) => [label, due, done])).toEqual([
      ['Event', 1, 0],
      ['Touch', 0, 0],
      ['JourneyRun', 1, 0],
      ['JourneyAlert', 1, 0],
      ['DataRequest', 0, 0],
      ['AuditEntry', 1, 0],
      ['Score', 0, 0],
    ]);
    const done = await applyRetention(services(), { days: {} });
    expect(done.map((kept) => kept.done)).toEqual([1, 0, 1, 1, 0, 1, 0]);
    expect((await applyRetention(services(), { days: {} })).map(({ due }) => due)).toEqual(Array(7).fill(0));
    expect(await run(world.graph, 'MATCH (r:JourneyRun) RETURN r.id AS id ORDER BY id')).toEqual([
      { id: 'new' },
      { id: 'on' },
    ]);
    expect(await run(world.graph, 'MATCH (e:Event) RETURN e')).toEqual([]);
    const [old] = await run(world.graph, 'MATCH (e:AuditEntry {action: "OPENED"}) RETURN e.customers AS customers');
    expect(old).toEqual({ customers: [services().vault.auditMark('cust-0002')] });
    expect(await run(world.graph, 'MATCH (e:AuditEntry {action: "RETENTION"}) RETURN count(e) AS n')).toEqual([
      { n: 4 },
    ]);
  });

  test('takes other days from the setting, 0 for ever, and nothing else', () => {
    const now = new Date('2026-06-01T00:00:00Z');
    expect(boundOf('Event', now)!.toISOString()).toBe('2025-04-27T00:00:00.000Z');
    expect(boundOf('Event', now, retentionDays(' Event=0 ,Touch=1')!)).toBeNull();
    for (const wrong of ['Event', 'Customer=3', 'Event=-1', 'Event=1;Touch=2']) expect(retentionDays(wrong)).toBeNull();
    fc.assert(fc.property(fc.nat(90_000), (days) => retentionDays(`Event=${days}`)!.Event === days));
  });
});

describe('the compliance score', () => {
  const none = { purposes: [], requests: 0, inTime: 0, kept: [], accesses: 0, explained: 0 };

  test('is 100 where nothing is wrong, and each part below says what would raise it', () => {
    expect(complianceOf(none)).toMatchObject({ score: 100 });
    const { score, parts } = complianceOf({
      ...none,
      purposes: [
        { purposeId: 'profiling', used: 4, grounded: 3 },
        { purposeId: 'marketing', used: 2, grounded: 2 },
      ],
      requests: 4,
      inTime: 2,
      kept: [{ label: 'Event', due: 1, total: 4 }],
      accesses: 2,
      explained: 1,
    });
    // (0.875 + 0.5 + 0.75 + 0.5) / 4
    expect(score).toBeCloseTo(65.625, 9);
    expect(parts.map(({ share, raise }) => [share, raise === null])).toEqual([
      [0.75, false],
      [1, true],
      [0.5, false],
      [0.75, false],
      [0.5, false],
    ]);
  });

  test('stays within 0 and 100 and falls when more goes wrong', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), (good, bad) => {
        const of = (inTime: number, requests: number) => complianceOf({ ...none, inTime, requests }).score;
        expect(of(good, good + bad + 1)).toBeLessThanOrEqual(of(good + 1, good + bad + 1));
        expect(of(good, good + bad + 1)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('is counted from the graph', async () => {
    const { requestId } = await openRequest(services(), { customerId: 'cust-0011', kind: 'ACCESS', via: 'call' });
    await identifyRequest(services(), requestId, 'CALL_BACK');
    await refuseRequest(services('2026-07-30T00:00:00Z'), requestId, 'answered on the phone');
    const { parts } = await complianceScore(services('2026-08-01T00:00:00Z'));
    expect(parts.find(({ name }) => name.startsWith('requests'))).toMatchObject({ good: 0, of: 1 });
  });
});

test('a breach report names who was affected, by whom and what, and is itself recorded', async () => {
  await personalFields(services('2026-06-02T00:00:00Z'), ['cust-0001', 'cust-0002'], ['phone']);
  await personalFields(services('2026-06-03T00:00:00Z'), ['cust-0002'], ['name']);
  const since = new Date('2026-06-01T12:00:00Z');
  const all = await breachReport(services('2026-06-04T00:00:00Z'), { since, viewer: 'test' });
  expect(all).toMatchObject({ people: 2, customers: ['cust-0001', 'cust-0002'] });
  expect(all.by).toMatchObject([{ action: 'OPENED', viewer: 'test', entries: 2, people: 2 }]);
  expect(all.by[0]!.fields.toSorted()).toEqual(['name', 'phone']);
  expect(await breachReport(services('2026-06-04T00:00:00Z'), { since, field: 'name' })).toMatchObject({
    customers: ['cust-0002'],
  });
  expect(await run(world.graph, 'MATCH (e:AuditEntry {action: "BREACH_REPORT"}) RETURN count(e) AS n')).toEqual([
    { n: 2 },
  ]);
});
