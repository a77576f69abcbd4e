import { campaignOf, createCampaign } from '../../../src/campaigns/campaign.service.js';
import type { Adapter } from '../../../src/campaigns/dispatch/adapter.js';
import { dispatchDue } from '../../../src/campaigns/dispatch/dispatch.service.js';
import { campaignJobs } from '../../../src/campaigns/jobs.js';
import { approveCampaign, campaignReach } from '../../../src/campaigns/launch/approval.service.js';
import { launchCampaign } from '../../../src/campaigns/launch/launch.service.js';
import { turnCampaign } from '../../../src/campaigns/touches.service.js';
import { setFrequencyCap } from '../../../src/consent/choices/quiet-hours.service.js';
import type { Graph } from '../../../src/graph/graph.js';
import { sealPerson } from '../../../src/security/sealing/person.js';
import { emptyGraph, run, servicesAt, vault } from '../../consent/world.js';
import { clear } from '../../setup/world.js';
import { launched, NOON } from '../dispatch/world.js';

const variants = [{ name: 'A', share: 1, text: 'Hello {{alias}}', textZh: '您好 {{alias}}' }];
const base = { name: 'Spring', purpose: 'marketing', channel: 'SMS', variants } as const;
const spring = { ...base, id: 'spring', segment: 'all' } as const;
let graph: Graph;

beforeAll(async () => {
  graph = await emptyGraph();
});
afterAll(() => graph?.close());
afterEach(() => {
  delete process.env.CAMPAIGN_APPROVAL_ABOVE;
});

/** Six customers who consent by SMS and by mail. */
beforeEach(async () => {
  await clear(graph);
  await run(
    graph,
    `MATCH (p:Purpose {id: 'marketing'}) UNWIND range(1, 6) AS n
     CREATE (c:Customer {id: 't' + n, alias: 'T' + n})
     FOREACH (channel IN ['SMS', 'MAIL'] |
       CREATE (c)-[:CONSENTS_TO {key: c.id + '|marketing|' + channel, channel: channel, since: datetime('2026-01-05')}]->(p))`,
  );
});

const as = (id: string) => ({ ...servicesAt(graph, NOON, 'marketer'), viewer: { id, role: 'marketer' } as const });
/** Takes everything, and notes what it said to whom. */
const noting = (got: string[]): Adapter => ({
  ...{ name: 'memory', idempotent: true, personal: false },
  send: async ({ customerId, channel, text }) => {
    got.push(`${customerId} ${channel} ${text}`);
    return { state: 'SENT' };
  },
});
const channelsOf = () => run(graph, 'MATCH (c)-[:RECEIVED]->(t:Touch) RETURN c.id AS id, t.channel AS by ORDER BY id');

test('above the size that is set nobody launches alone: another person approves it, and a later author has none', async () => {
  process.env.CAMPAIGN_APPROVAL_ABOVE = '5';
  await createCampaign(as('author'), spring);
  await expect(launchCampaign(as('author'), 'spring')).rejects.toMatchObject({ kind: 'CONFLICT' });
  await expect(launchCampaign(as('other'), 'spring')).rejects.toMatchObject({ kind: 'CONFLICT' });
  await expect(approveCampaign(as('author'), 'spring')).rejects.toMatchObject({ kind: 'FORBIDDEN' });
  expect((await campaignOf(as('author'), 'spring')).status).toBe('DRAFT');
  expect(await approveCampaign(as('other'), 'spring')).toMatchObject({ status: 'APPROVED', approvedSize: 6 });
  expect(await launchCampaign(as('author'), 'spring')).toMatchObject({ touched: 6 });
  process.env.CAMPAIGN_APPROVAL_ABOVE = '6';
  await createCampaign(as('author'), { ...spring, id: 'small' });
  expect(await launchCampaign(as('author'), 'small')).toMatchObject({ touched: 6 }); // not above
});

test('an approved campaign launches by itself when its time has come, not before and not without approval', async () => {
  const at = new Date('2026-03-01T03:00:00Z');
  for (const id of ['spring', 'unapproved'])
    await createCampaign(as('author'), { ...spring, id, startsAt: at, scheduled: true });
  await approveCampaign(as('other'), 'spring');
  const job = campaignJobs.find(({ name }) => name === 'campaigns')!;
  expect(await job.run(servicesAt(graph, NOON))).toMatchObject({ launched: 0 });
  expect(await job.run(servicesAt(graph, '2026-03-01T03:01:00Z'))).toMatchObject({ launched: 1, failed: 0 });
  expect((await campaignOf(as('author'), 'unapproved')).status).toBe('DRAFT');
});

test('the frequency cap counts over campaigns and channels: who got enough is skipped as their message leaves', async () => {
  const services = servicesAt(graph, NOON);
  await setFrequencyCap(services, { messages: 1, days: 7 });
  const got: string[] = [];
  const senders = { SMS: noting(got), MAIL: noting(got) };
  for (const [id, channel, priority] of [
    ['low', 'MAIL', 1],
    ['high', 'SMS', 9],
  ] as const) {
    await createCampaign(services, { ...spring, id, channel, priority });
    await launchCampaign(services, id);
  }
  expect(await dispatchDue(services, senders)).toMatchObject({ sent: 6, skipped: 6 });
  expect(got.map((one) => one.split(' ')[1])).toEqual(Array(6).fill('SMS')); // the more important one
  await createCampaign(services, { ...spring, id: 'third' });
  await expect(launchCampaign(services, 'third')).rejects.toMatchObject({ kind: 'CONFLICT' });
  expect(await launchCampaign(servicesAt(graph, '2026-03-09T02:00:00Z'), 'third')).toMatchObject({ touched: 6 });
});

test('members of excluded segments and whoever excluded campaigns touched are left out, by list as by segment', async () => {
  const services = servicesAt(graph, NOON);
  await run(graph, "MATCH (c:Customer {id: 't1'}) CREATE (c)-[:IN_SEGMENT]->(:Segment {id: 'staff'})");
  const unknown = createCampaign(services, { ...base, id: 'first', customers: ['t2', 't3', 'nobody'] });
  await expect(unknown).rejects.toMatchObject({ kind: 'NOT_FOUND', message: '1 of the 3 customers are unknown' });
  await createCampaign(services, { ...base, id: 'first', customers: ['t2', 't3'] });
  expect(await launchCampaign(services, 'first')).toMatchObject({ touched: 2, inSegment: 2 });
  const less = { excludeSegments: ['staff'], excludeCampaigns: ['first'] };
  await createCampaign(services, { ...spring, ...less });
  expect(await campaignReach(services, 'spring', { sample: 10 })).toMatchObject({
    inAudience: 3,
    excluded: 3,
    mayBeContacted: 3,
  });
  expect(await launchCampaign(services, 'spring')).toMatchObject({ touched: 3, excluded: 3 });
});

test('the preferred channel comes first where it is one of the campaign and open, and the text is in the language chosen', async () => {
  const services = servicesAt(graph, NOON);
  await run(
    graph,
    `UNWIND [['t1', 'MAIL', 'en'], ['t2', 'MAIL', null], ['t3', 'WECHAT', 'zh'], ['t4', 'SMS', 'en']] AS row
     MATCH (c:Customer {id: row[0]}) SET c.preferredChannel = row[1], c.language = row[2]`,
  );
  await run(graph, "MATCH (:Customer {id: 't2'})-[r:CONSENTS_TO {channel: 'MAIL'}]->() DELETE r");
  await createCampaign(services, { ...spring, fallback: ['MAIL'] });
  const { channels, mayBeContacted } = await campaignReach(services, 'spring');
  expect([mayBeContacted, channels.map(({ channel, count }) => [channel, count])]).toEqual([
    6,
    [
      ['SMS', 5],
      ['MAIL', 1],
    ],
  ]);
  await launchCampaign(services, 'spring');
  const by = Object.fromEntries((await channelsOf()).map((row) => [row.id, row.by]));
  expect(by).toEqual({ t1: 'MAIL', t2: 'SMS', t3: 'SMS', t4: 'SMS', t5: 'SMS', t6: 'SMS' });
  const got: string[] = [];
  await dispatchDue(services, { SMS: noting(got), MAIL: noting(got) });
  expect(got.sort()).toEqual([
    ...['t1 MAIL Hello T1', 't2 SMS 您好 T2', 't3 SMS 您好 T3', 't4 SMS Hello T4', 't5 SMS 您好 T5', 't6 SMS 您好 T6'],
  ]);
});

test('a budget holds the campaign before it is overrun, and a rate lets so many out a minute', async () => {
  const services = await launched(graph, 5);
  const paid = { ...noting([]), cost: { minor: 10, currency: 'CNY' } };
  await run(graph, "MATCH (k:Campaign {id: 'spring'}) SET k.budgetMinor = 30, k.currency = 'CNY'");
  expect(await dispatchDue(services, { SMS: paid })).toMatchObject({ sent: 3 });
  expect(await campaignOf(services, 'spring')).toMatchObject({
    status: 'PAUSED',
    pausedBecause: 'BUDGET',
    spentMinor: 30,
  });
  await run(graph, "MATCH (k:Campaign {id: 'spring'}) SET k.budgetMinor = null");
  await turnCampaign(services, 'spring', 'resume');
  const slow = { ...noting([]), perMinute: 1 };
  expect(await dispatchDue(services, { SMS: slow })).toMatchObject({ sent: 1 });
  expect(await dispatchDue(services, { SMS: slow })).toMatchObject({ sent: 0 });
  expect(await dispatchDue(servicesAt(graph, '2026-03-01T02:10:00Z'), { SMS: slow })).toMatchObject({ sent: 1 });
});

test('who has no address for the first channel is reached through the next, where they consent to it', async () => {
  const services = await launched(graph, 2);
  await run(
    graph,
    `MATCH (k:Campaign {id: 'spring'}) SET k.channels = ['SMS', 'MAIL']
     WITH k MATCH (p:Purpose {id: 'marketing'}), (c:Customer {id: 'n001'})
     CREATE (c)-[:CONSENTS_TO {key: c.id + '|marketing|MAIL', channel: 'MAIL', since: datetime('2026-01-05')}]->(p)`,
  );
  const got: string[] = [];
  const personal = (name: string): Adapter => ({
    ...{ name, idempotent: true, personal: true },
    send: async ({ customerId, channel, address }) => {
      got.push(`${customerId} ${channel} ${address}`);
      return { state: 'SENT' };
    },
  });
  const { key, wrapped } = vault.newKey();
  const sealed = sealPerson(vault, key, { name: '测试丁', email: 'ding@example.com' });
  await run(graph, 'MATCH (c:Customer) SET c.keyWrapped = $wrapped, c.sealed = $sealed', { wrapped, sealed });
  await dispatchDue(services, { SMS: personal('sms'), MAIL: personal('mail') });
  await dispatchDue(services, { SMS: personal('sms'), MAIL: personal('mail') });
  expect(got).toEqual(['n001 MAIL ding@example.com']);
  expect(await campaignOf(services, 'spring')).toMatchObject({
    states: expect.arrayContaining([
      { state: 'SENT', count: 1 },
      { state: 'SKIPPED', count: 1 },
    ]),
  });
});
