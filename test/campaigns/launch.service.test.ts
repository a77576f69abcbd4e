import { campaignOf, createCampaign } from '../../src/campaigns/campaign.service.js';
import { launchCampaign } from '../../src/campaigns/launch/launch.service.js';
import { variantFor } from '../../src/campaigns/split.js';
import { recordConsent, withdrawConsent } from '../../src/consent/consent.service.js';
import type { Graph } from '../../src/graph/graph.js';
import { emptyGraph, NOW, run, servicesAt } from '../consent/world.js';
import { until } from '../setup/until.js';
import { clear } from '../setup/world.js';
import { AB, buildAudienceWorld, plan } from './world.js';

const BLOCKED = "SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked'";

let graph: Graph;

beforeAll(async () => {
  graph = await emptyGraph();
});
beforeEach(async () => {
  await clear(graph);
  await buildAudienceWorld(graph);
});
afterAll(() => graph.close());

const touched = async () =>
  await run(
    graph,
    'MATCH (c:Customer)-[:RECEIVED]->(t:Touch)-[:OF_VARIANT]->(v)<-[:HAS_VARIANT]-(:Campaign {id: "spring"}) RETURN c.id AS id, t.id AS touch, v.name AS variant ORDER BY id',
  );
const ids = async () => (await touched()).map((t) => t.id);

test('a launch touches exactly those who may be contacted, split as the hash says, and says why not the others', async () => {
  const services = servicesAt(graph);
  await createCampaign(services, plan());
  const result = await launchCampaign(services, 'spring');
  expect(result).toMatchObject({ status: 'LAUNCHED', already: false, inSegment: 14, touched: 5, alreadyTouched: 0 });
  const some = result.leftOut.filter(({ count }) => count > 0).map(({ reason, count }) => `${reason} ${count}`);
  expect(some).toEqual(['DO_NOT_CONTACT 1', 'WITHDRAWN 2', 'EXPIRED 2', 'NO_CONSENT 4']);
  expect(result.leftOut).toHaveLength(9);
  expect(await touched()).toEqual(
    ['p01', 'p02', 'p03', 'p04', 'p05'].map((id) => ({
      id,
      touch: `spring|${id}`,
      variant: variantFor('spring', id, AB).name,
    })),
  );
  expect(await campaignOf(services, 'spring')).toMatchObject({
    status: 'LAUNCHED',
    touched: 5,
    startedAt: new Date(NOW),
  });
});

test('in quiet hours of a customer their touch is to wait for the end of them, and no other', async () => {
  const night = servicesAt(graph, '2026-03-01T15:00:00Z'); // 23:00 in Shanghai, 16:00 in Berlin
  await run(graph, "MATCH (c:Customer {id: 'p02'}) SET c.timeZone = 'Europe/Berlin'");
  await createCampaign(night, plan());
  expect(await launchCampaign(night, 'spring')).toMatchObject({ touched: 5, waiting: 4 });
  expect(await launchCampaign(night, 'spring')).toMatchObject({ touched: 0, waiting: 0, alreadyTouched: 5 });
  const waits = await run(
    graph,
    'MATCH (c)-[:RECEIVED]->(t:Touch) RETURN c.id AS id, toString(t.notBefore) AS notBefore ORDER BY id',
  );
  const morning = '2026-03-02T00:00:00Z'; // 08:00 in Shanghai
  expect(waits).toEqual(
    ['p01', 'p02', 'p03', 'p04', 'p05'].map((id) => ({ id, notBefore: id === 'p02' ? null : morning })),
  );
});

test('twice, and twenty times at once, touches nobody again', async () => {
  const services = servicesAt(graph);
  await createCampaign(services, plan());
  const all = await Promise.all(Array.from({ length: 20 }, () => launchCampaign(services, 'spring')));
  expect(all.reduce((sum, r) => sum + r.touched, 0)).toBe(5);
  expect(await launchCampaign(services, 'spring')).toMatchObject({ already: true, touched: 0, alreadyTouched: 5 });
  expect(await launchCampaign(services, 'spring', true)).toMatchObject({
    already: false,
    touched: 0,
    alreadyTouched: 5,
  });
  expect(await ids()).toHaveLength(5);
});

test('who withdraws between the draft and the launch is not touched', async () => {
  const services = servicesAt(graph);
  await createCampaign(services, plan());
  await withdrawConsent(services, { customerId: 'p02', purpose: 'marketing', via: 'reply' });
  expect(await launchCampaign(services, 'spring')).toMatchObject({ touched: 4 });
  expect(await ids()).toEqual(['p01', 'p03', 'p04', 'p05']);
});

test('a launch again leaves out who withdrew since, and reaches who consented since', async () => {
  const services = servicesAt(graph);
  await createCampaign(services, plan());
  await launchCampaign(services, 'spring');
  await withdrawConsent(services, { customerId: 'p01', purpose: 'marketing', via: 'reply' });
  await recordConsent(services, { customerId: 'p06', purpose: 'marketing', channel: 'SMS', via: 'form' });
  const result = await launchCampaign(services, 'spring', true);
  expect(result).toMatchObject({ inSegment: 14, touched: 1, alreadyTouched: 4 });
  expect(result.leftOut.find((l) => l.reason === 'WITHDRAWN')).toMatchObject({ count: 3 });
  expect(await ids()).toEqual(['p01', 'p02', 'p03', 'p04', 'p05', 'p06']);
});

test('a launch waits for a withdrawal that is under way, and does not touch who withdrew in it', async () => {
  const services = servicesAt(graph);
  await createCampaign(services, plan());
  const launch = await graph.transaction(async (tx) => {
    await tx.write('consent/steps/ledger/consent-lock', { customerIds: ['p01'] });
    const running = launchCampaign(services, 'spring');
    await until('the launch to wait for the lock', async () => (await run(graph, BLOCKED)).length > 0);
    await tx.write('consent/steps/ledger/consent-end', {
      rows: [{ customerId: 'p01', purposeId: 'marketing', held: [] }],
    });
    return { running };
  });
  expect(await launch.running).toMatchObject({ touched: 4 });
  expect(await ids()).toEqual(['p02', 'p03', 'p04', 'p05']);
});

test('an interrupted launch goes on where it stopped', async () => {
  const services = servicesAt(graph);
  await createCampaign(services, plan());
  await graph.write('campaigns/steps/touches-write', {
    rows: ['p01', 'p02'].map((customerId) => ({
      id: `spring|${customerId}`,
      campaignId: 'spring',
      customerId,
      variantId: `spring|${variantFor('spring', customerId, AB).name}`,
      ground: 'CONSENT',
      channel: 'SMS',
    })),
    now: new Date(NOW),
  });
  expect(await launchCampaign(services, 'spring')).toMatchObject({ touched: 3, alreadyTouched: 2 });
  expect(await ids()).toHaveLength(5);
});

test('creating is safe to repeat by id and by key; another meaning is refused, a launched campaign all the more', async () => {
  const services = servicesAt(graph);
  const keyed = plan({ id: null, idempotencyKey: 'k1' });
  const made = await Promise.all(Array.from({ length: 20 }, () => createCampaign(services, keyed)));
  expect(new Set(made.map((c) => c.id)).size).toBe(1);
  expect(
    (
      await run(
        graph,
        'MATCH (c:Campaign)-[:HAS_VARIANT]->(v) RETURN toInteger(count(DISTINCT c)) + "/" + count(v) AS n',
      )
    )[0]!.n,
  ).toBe('1/2');
  await expect(createCampaign(services, { ...keyed, channel: 'MAIL' })).rejects.toMatchObject({
    kind: 'CONFLICT',
    message: expect.stringContaining('other settings'),
  });
  await createCampaign(services, plan());
  await launchCampaign(services, 'spring');
  await expect(createCampaign(services, plan({ name: 'Other' }))).rejects.toMatchObject({
    kind: 'CONFLICT',
    message: expect.stringContaining('launched already'),
  });
  expect(await createCampaign(services, plan())).toMatchObject({ status: 'LAUNCHED', touched: 5 });
});

test('what cannot be launched says why: nobody to reach, too early, unknown, history', async () => {
  const services = servicesAt(graph);
  await createCampaign(services, plan({ channel: 'CALL', segment: 'rfm:champions' }));
  await expect(launchCampaign(services, 'spring')).rejects.toMatchObject({
    kind: 'CONFLICT',
    message: expect.stringContaining('nobody of the 0 customers'),
  });
  expect(await campaignOf(services, 'spring')).toMatchObject({ status: 'DRAFT', startedAt: null });
  await createCampaign(services, plan({ id: 'later', startsAt: new Date('2026-04-01') }));
  await expect(launchCampaign(services, 'later')).rejects.toMatchObject({
    kind: 'CONFLICT',
    message: expect.stringContaining('starts at'),
  });
  await expect(launchCampaign(services, 'nothing')).rejects.toMatchObject({ kind: 'NOT_FOUND' });
  for (const unknown of [{ segment: 'nowhere' }, { segment: undefined, community: 'nowhere' }])
    await expect(createCampaign(services, plan({ id: 'x', ...unknown }))).rejects.toMatchObject({ kind: 'NOT_FOUND' });
  const old = 'id: "old", name: "Old", purpose: "marketing", channel: "SMS", startedAt: datetime("2025-01-01")';
  await run(graph, `CREATE (:Campaign {${old}})`);
  await expect(launchCampaign(services, 'old')).rejects.toMatchObject({ kind: 'CONFLICT' });
});

test('conversions are counted by variant', async () => {
  const services = servicesAt(graph);
  await createCampaign(services, plan());
  await launchCampaign(services, 'spring');
  await run(
    graph,
    'MATCH (t:Touch {id: "spring|p01"}) CREATE (t)-[:LEADS_TO]->(:Conversion {id: "v1", valueMinor: 700}), (t)-[:LEADS_TO]->(:Conversion {id: "v2", valueMinor: 300})',
  );
  const report = await campaignOf(services, 'spring');
  expect(report).toMatchObject({ touched: 5, converted: 1, valueMinor: 1000 });
  expect(report.variants.find((v) => v.name === variantFor('spring', 'p01', AB).name)).toMatchObject({
    converted: 1,
    valueMinor: 1000,
  });
  expect(report.variants.reduce((sum, v) => sum + v.touched, 0)).toBe(5);
});
