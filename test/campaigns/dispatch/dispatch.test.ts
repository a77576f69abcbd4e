import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { campaignOf } from '../../../src/campaigns/campaign.service.js';
import type { Adapter } from '../../../src/campaigns/dispatch/adapter.js';
import { fileSink } from '../../../src/campaigns/dispatch/adapters/file-sink.js';
import { webhook } from '../../../src/campaigns/dispatch/adapters/webhook.js';
import { claimBatch } from '../../../src/campaigns/dispatch/claim.js';
import { dispatchDue, sendBatch } from '../../../src/campaigns/dispatch/dispatch.service.js';
import { launchCampaign } from '../../../src/campaigns/launch/launch.service.js';
import { takeReceipts } from '../../../src/campaigns/receipts.service.js';
import { replayCampaign, touchesOf, turnCampaign } from '../../../src/campaigns/touches.service.js';
import { withdrawConsent } from '../../../src/consent/consent.service.js';
import { mayContact } from '../../../src/consent/contact.service.js';
import type { Graph } from '../../../src/graph/graph.js';
import { signatureOf } from '../../../src/kernel/signature.js';
import { emptyGraph, run, servicesAt } from '../../consent/world.js';
import { provider } from './servers.js';
import { launched, NOON } from './world.js';

const LATER = '2026-03-01T02:10:00Z';
const PEOPLE = 300;
let graph: Graph;
let folder: string;

beforeAll(async () => {
  graph = await emptyGraph();
  folder = mkdtempSync(join(tmpdir(), 'guanxi-outbox-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await graph.close();
});

const written = (outbox: string) =>
  readdirSync(join(outbox, 'spring')).map((name) => {
    return JSON.parse(readFileSync(join(outbox, 'spring', name), 'utf8')) as { customerId: string; text: string };
  });
const QUEUE = { campaignId: 'spring', channel: 'SMS' };
const bySms = (adapter: Adapter) => ({ SMS: adapter });
const states = async () =>
  Object.fromEntries((await campaignOf(servicesAt(graph), 'spring')).states.map(({ state, count }) => [state, count]));

test('of two servers beside one that died, each person gets one message at most, and nobody who withdrew any', async () => {
  const services = await launched(graph, PEOPLE);
  const outbox = join(folder, 'a');
  const died = await claimBatch(services, QUEUE, fileSink(outbox));
  expect(died?.claimed).toHaveLength(50);
  await fileSink(outbox).send({
    ...{ deliveryId: died!.claimed[0]!.id, campaignId: 'spring', customerId: died!.claimed[0]!.customerId },
    ...{ channel: 'SMS', address: null, name: null, subject: null, text: 'x', html: null, unsubscribeUrl: null },
    at: services.clock.now(),
  });
  await withdrawConsent(services, { customerId: 'n200', purpose: 'marketing', via: 'form' });
  // two sinks, as two processes have them: the folder is what they share
  await Promise.all([1, 2].map(() => dispatchDue(services, bySms(fileSink(outbox)))));
  const early = await states();
  expect(early.SENDING).toBe(50);
  expect((early.SENT ?? 0) + (early.SKIPPED ?? 0)).toBe(250);
  await dispatchDue(servicesAt(graph, LATER), bySms(fileSink(outbox)));
  expect(await states()).toEqual({ SENT: 299, SKIPPED: 1 });
  const messages = written(outbox);
  expect(new Set(messages.map(({ customerId }) => customerId)).size).toBe(299);
  expect(messages).toHaveLength(299);
  expect(messages.some(({ customerId }) => customerId === 'n200')).toBe(false);
  expect(JSON.stringify(messages)).not.toContain('测试丙'); // the files identify nobody
  const skipped = await touchesOf(services, { campaign: 'spring', state: 'SKIPPED', first: 10, after: '' });
  expect(skipped).toMatchObject([{ customerId: 'n200', reason: 'WITHDRAWN', variant: 'A' }]);
  expect((await campaignOf(services, 'spring')).status).toBe('DONE');
});

test('between claim and send who withdrew is skipped, and what was paused waits', async () => {
  const services = await launched(graph, 3);
  const sink = fileSink(join(folder, 'e'));
  const batch = await claimBatch(services, QUEUE, sink);
  await withdrawConsent(services, { customerId: 'n002', purpose: 'marketing', via: 'form' });
  expect(await sendBatch(services, QUEUE, sink, batch!)).toMatchObject({ sent: 2, skipped: 1 });
  await launched(graph, 3);
  const again = await claimBatch(services, QUEUE, sink);
  await turnCampaign(services, 'spring', 'pause');
  expect(await sendBatch(services, QUEUE, sink, again!)).toMatchObject({ sent: 0, waiting: 3 });
  expect(await states()).toEqual({ PLANNED: 3 });
});

test('where sending twice would do harm, a claim that ran out is left as unknown', async () => {
  const services = await launched(graph, 3);
  const careless = { ...fileSink(join(folder, 'b')), idempotent: false };
  await claimBatch(services, QUEUE, careless);
  expect(await dispatchDue(servicesAt(graph, LATER), bySms(careless))).toMatchObject({ sent: 0, unknown: 3 });
  expect(await states()).toEqual({ UNKNOWN: 3 });
  expect(await replayCampaign(services, 'spring')).toBe(0); // only a person decides on these
  expect(await replayCampaign(services, 'spring', 'UNKNOWN_SETTLE')).toBe(3);
  expect(await states()).toEqual({ SENT: 3 });
  await run(graph, "MATCH (t:Touch {id: 'spring|n001'}) SET t.state = 'UNKNOWN'");
  expect(await replayCampaign(services, 'spring', 'UNKNOWN_SEND')).toBe(1);
  expect(await dispatchDue(servicesAt(graph, LATER), bySms(careless))).toMatchObject({ sent: 1 });
});

test('a paused campaign sends nothing, a stopped one never again', async () => {
  const services = await launched(graph, 3);
  const sink = bySms(fileSink(join(folder, 'c')));
  expect(await turnCampaign(services, 'spring', 'pause')).toMatchObject({ status: 'PAUSED' });
  expect(await dispatchDue(services, sink)).toMatchObject({ sent: 0 });
  await expect(launchCampaign(services, 'spring', true)).rejects.toMatchObject({ kind: 'CONFLICT' });
  await turnCampaign(services, 'spring', 'resume');
  expect(await turnCampaign(services, 'spring', 'stop')).toMatchObject({ status: 'STOPPED' });
  expect(await dispatchDue(services, sink)).toMatchObject({ sent: 0 });
  await expect(turnCampaign(services, 'spring', 'resume')).rejects.toMatchObject({ kind: 'CONFLICT' });
});

test('the webhook gets signed messages with name and address; what it refuses is dead and may be replayed', async () => {
  const services = await launched(graph, 2);
  await provider([503, 400, 200, 200], async (url, got) => {
    const hook = bySms(webhook(url, 's'.repeat(32), services.clock.now));
    expect(await dispatchDue(services, hook)).toMatchObject({ sent: 0, retried: 1, failed: 1 });
    expect(await replayCampaign(services, 'spring')).toBe(1);
    expect(await dispatchDue(services, hook)).toMatchObject({ sent: 1 });
    expect(await dispatchDue(servicesAt(graph, LATER), hook)).toMatchObject({ sent: 1 });
    const { body, request } = got[0]!;
    const { deliveryId, customerId, ...rest } = JSON.parse(body);
    const alias = customerId === 'n001' ? 'C1' : 'C2';
    const said = { text: `您好 测试丙 & ${alias}`, subject: null, html: null, unsubscribeUrl: null };
    expect(rest).toEqual({ channel: 'SMS', address: '+8613800000000', ...said });
    const timestamp = String(request.headers['x-guanxi-timestamp']);
    expect(request.headers['x-guanxi-signature']).toBe(signatureOf('s'.repeat(32), timestamp, body));
    expect(request.headers['idempotency-key']).toBe(deliveryId);
  });
});

test('what comes back counts once, and STOP or an unsubscription withdraws', async () => {
  const services = await launched(graph, 4);
  await dispatchDue(services, bySms(fileSink(join(folder, 'd'))));
  const at = new Date(NOON);
  const receipts = [
    { deliveryId: 'spring|n001', event: 'OPENED', at, eventId: 'e1' },
    { deliveryId: 'spring|n002', event: 'REPLIED', at, eventId: 'e2', text: '退订' },
    { deliveryId: 'spring|n003', event: 'UNSUBSCRIBED', at, eventId: 'e3' },
    { deliveryId: 'spring|n004', event: 'BOUNCED', at, eventId: 'e4' },
    { deliveryId: 'nobody', event: 'OPENED', at, eventId: 'e5' },
  ] as const;
  expect(await takeReceipts(services, receipts)).toEqual({ recorded: 4, repeated: 0, unknown: 1, withdrawn: 2 });
  expect(await takeReceipts(services, receipts)).toMatchObject({ recorded: 0, repeated: 4 });
  for (const [id, allowed] of [
    ['n001', true],
    ['n002', false],
    ['n003', false],
  ] as const)
    expect(await mayContact(services, id, 'marketing', 'SMS')).toMatchObject({ allowed });
  expect(await states()).toEqual({ DELIVERED: 3, BOUNCED: 1 });
  const [variant] = (await campaignOf(services, 'spring')).variants;
  const opened = variant!.results.find(({ what }) => what === 'opened')!;
  expect(opened).toMatchObject({ count: 1, of: 4, rate: 0.25 });
  expect(opened.low).toBeCloseTo(0.0456, 4); // Wilson, 1 of 4
  expect(opened.high).toBeCloseTo(0.6994, 4);
});
