import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { audience, audiencePreview } from '../../../src/campaigns/audience.service.js';
import { createCampaign } from '../../../src/campaigns/campaign.service.js';
import { launchCampaign } from '../../../src/campaigns/launch/launch.service.js';
import { setPurpose } from '../../../src/consent/choices/purpose.service.js';
import { setQuietHours } from '../../../src/consent/choices/quiet-hours.service.js';
import { recordBasis, setDoNotContact } from '../../../src/consent/choices/standing.service.js';
import type { ConsentEvent } from '../../../src/consent/consent.js';
import { recordConsent, withdrawConsent } from '../../../src/consent/consent.service.js';
import { expireConsents } from '../../../src/consent/consent-ledger.service.js';
import { mayContact, mayUse } from '../../../src/consent/contact.service.js';
import type { Graph } from '../../../src/graph/graph.js';
import { importFiles } from '../../../src/intake/index.js';
import { restrictPerson } from '../../../src/rights/restrict.service.js';
import { emptyGraph, run, servicesAt } from '../world.js';
import { EVERY_CHANNEL, NOW, oracle, pick } from './histories.js';
import {
  ALLOWED,
  BEFORE,
  banned,
  bases,
  birthdays,
  COLUMNS,
  cellsOf,
  DURING,
  drawn,
  drawPeople,
  expected,
  FIRST,
  LATER,
  may,
  NEW_TEXT,
  PEOPLE,
  random,
  reasonOf,
  restricted,
  SERVICE_BASIS,
} from './leaks.setup.js';

/** 1,200 random histories (two of each person) through the doors of the product, then everything that acts on people against the oracle. */

const folder = mkdtempSync(join(tmpdir(), 'guanxi-leaks-'));
let graph: Graph;

beforeAll(async () => {
  graph = await emptyGraph();
  drawPeople();
  await setQuietHours(servicesAt(graph, BEFORE), { timeZone: 'UTC', from: 0, until: 0, channels: [] });
  await importCsv(
    BEFORE,
    'customers.csv',
    ['id', 'birthday'],
    [...drawn.keys()].map((id) => [id, birthdays.get(id) ?? '']),
  );
  const words = { id: 'marketing' as const, text: 'New words.', textZh: '新的说明。', legalBasis: 'CONSENT' as const };
  await setPurpose(servicesAt(graph, NEW_TEXT.toISOString()), { ...words, version: '2', askAgain: true });
  const events = [...drawn.values()].flat().flatMap((d) => d.events);
  // a file may name words that nobody here wrote; the service takes those only that it has shown
  const shown = ({ purposeId, textVersion }: ConsentEvent) =>
    textVersion === null || textVersion === '1' || (purposeId === 'marketing' && textVersion === '2');
  const served = events.slice(0, 100).filter(shown);
  await importCsv(DURING, 'consents.csv', COLUMNS, events.filter((event) => !served.includes(event)).map(cellsOf));
  for (const event of served) await byService(event);
  for (const customerId of banned)
    await setDoNotContact(servicesAt(graph, DURING), { customerId, banned: true, reason: 'asked', via: 'call' });
  for (const customerId of restricted) await restrictPerson(servicesAt(graph, DURING), customerId);
  for (const [customerId, ground] of bases)
    await recordBasis(servicesAt(graph, DURING), { customerId, purpose: 'research', reason: 'recorded', ...ground });
  const byLaw = { legalBasis: SERVICE_BASIS, basisReason: 'a task by law' } as const;
  await setPurpose(servicesAt(graph, DURING), { ...words, ...byLaw, id: 'service', version: '2', askAgain: false });
});

afterAll(async () => {
  await graph.close();
  rmSync(folder, { recursive: true, force: true });
});

async function importCsv(
  now: string,
  name: string,
  columns: readonly string[],
  rows: readonly string[][],
): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, [columns, ...rows].map((row) => row.join(',')).join('\n'));
  const { rejected } = await importFiles(servicesAt(graph, now), { files: [path], rejectsFolder: folder });
  expect(rejected).toBe(0);
}

async function byService(event: ConsentEvent): Promise<void> {
  const { id: eventId, purposeId: purpose, action, ...rest } = event;
  const services = servicesAt(graph, DURING);
  if (action === 'GIVEN' || action === 'REFRESHED')
    await recordConsent(services, { ...rest, eventId, purpose, refreshed: action === 'REFRESHED' });
  else await withdrawConsent(services, { ...rest, eventId, purpose, objection: action === 'OBJECTED' });
}

const profiled = async () => (await run(graph, 'MATCH (c:Profiled) RETURN c.id AS id ORDER BY id')).map((r) => r.id);
const CONTACTED = ['marketing', 'referral', 'research', 'service'] as const;

async function audiencesAt(at: Date): Promise<void> {
  for (const purposeId of CONTACTED)
    for (const channel of EVERY_CHANNEL) {
      const question = { segmentId: 'all', purposeId, channel, now: at, limit: 5000, after: '' };
      const members = await audience(servicesAt(graph, DURING), question);
      expect([purposeId, channel, members.map((m) => [m.customerId, m.reason])]).toEqual([
        purposeId,
        channel,
        expected(purposeId, channel, at).map((id) => [id, reasonOf(id, purposeId, channel, at)]),
      ]);
    }
}

async function answersAt(at: Date): Promise<void> {
  const services = servicesAt(graph, at.toISOString());
  for (let n = 0; n < 100; n++) {
    const id = pick(random, [...drawn.keys()]);
    const [purpose, channel] = [pick(random, CONTACTED), pick(random, EVERY_CHANNEL)];
    const { allowed, reason } = await mayContact(services, id, purpose, channel);
    const told = reasonOf(id, purpose, channel, at);
    expect([id, purpose, channel, reason, allowed]).toEqual([id, purpose, channel, told, ALLOWED.includes(told)]);
    if (n % 4 === 0) expect((await mayUse(services, id, 'profiling')).allowed).toBe(may(id, 'profiling', 'ALL', at));
  }
}

test('audiences, answers and profiling are those of the oracle', async () => {
  expect(expected('marketing', 'SMS', NOW).length).toBeGreaterThan(20);
  await audiencesAt(NOW);
  await answersAt(NOW);
  expect(await profiled()).toEqual([...drawn.keys()].filter((id) => may(id, 'profiling', 'ALL', NOW)));
});

test('a launch reaches exactly those of the oracle, and a preview counts everybody once', async () => {
  const services = servicesAt(graph, DURING);
  for (const channel of EVERY_CHANNEL) {
    const id = `k-${channel}`;
    const plan = { id, name: id, purpose: 'marketing' as const, channel, segment: 'all' };
    await createCampaign(services, { ...plan, variants: [{ name: 'A', share: 1 }] });
    await launchCampaign(services, id);
    const sent = await run(
      graph,
      'MATCH (c:Customer)-[:RECEIVED]->(t:Touch) WHERE t.id STARTS WITH $id + "|" RETURN c.id AS id ORDER BY id',
      { id },
    );
    expect([channel, sent.map((r) => r.id)]).toEqual([channel, expected('marketing', channel, NOW)]);
    const { inSegment, mayBeContacted, leftOut } = await audiencePreview(services, { ...plan, sample: 0 });
    expect([inSegment, leftOut.reduce((sum, l) => sum + l.count, mayBeContacted)]).toEqual([PEOPLE, PEOPLE]);
    // nobody was written to yet, so that nobody was too often
    const told = leftOut.filter(({ reason }) => reason !== 'TOO_OFTEN');
    for (const { reason, count } of told) if (channel === 'SMS') expect([reason, count > 0]).toEqual([reason, true]);
  }
});

/** Answers of mayContact for everybody, some at a time. */
async function answersOf(purpose: (typeof CONTACTED)[number], channel: (typeof EVERY_CHANNEL)[number]) {
  const services = servicesAt(graph, DURING);
  const ids = [...drawn.keys()];
  const answers = new Map<string, Awaited<ReturnType<typeof mayContact>>>();
  for (let from = 0; from < ids.length; from += 50)
    await Promise.all(
      ids.slice(from, from + 50).map(async (id) => answers.set(id, await mayContact(services, id, purpose, channel))),
    );
  return new Map(ids.map((id) => [id, answers.get(id)!]));
}

/** A segment of exactly those with one reason: what a preview or a launch says of it, it says of each of them. */
async function segmentsByReason(answers: Awaited<ReturnType<typeof answersOf>>): Promise<Map<string, string[]>> {
  const groups = new Map<string, string[]>();
  for (const [id, { reason }] of answers) groups.set(reason, [...(groups.get(reason) ?? []), id]);
  await run(graph, 'MATCH (s:Segment) WHERE s.id STARTS WITH "reason:" DETACH DELETE s');
  for (const [reason, ids] of groups)
    await run(
      graph,
      'CREATE (s:Segment {id: "reason:" + $reason}) WITH s UNWIND $ids AS id MATCH (c:Customer {id: id}) CREATE (c)-[:IN_SEGMENT]->(s)',
      { reason, ids },
    );
  return groups;
}

const waits = async (id: string) =>
  run(
    graph,
    `MATCH (c:Customer)-[:RECEIVED]->(t:Touch) WHERE t.id STARTS WITH $id + "|"
     RETURN c.id AS customerId, t.notBefore.epochMillis AS notBefore, t.ground AS ground ORDER BY customerId`,
    { id },
  );

test.each([
  ['marketing', 'SMS'],
  ['research', 'SMS'],
  ['service', 'WECHAT'],
] as const)(
  'mayContact, preview, audience and launch agree on everybody, with the same reasons: %s by %s',
  async (purpose, channel) => {
    const services = servicesAt(graph, DURING);
    const noon = { from: 11 * 60, until: 13 * 60, timeZone: 'UTC', channels: ['WECHAT'] as const };
    await setQuietHours(services, noon);
    await run(graph, "MATCH (c:Customer) WHERE c.id ENDS WITH '7' SET c.timeZone = 'Asia/Shanghai'");
    const answers = await answersOf(purpose, channel);
    for (const [id, { reason }] of answers) expect([id, reason]).toEqual([id, reasonOf(id, purpose, channel, NOW)]);
    for (const [reason, ids] of await segmentsByReason(answers)) {
      const segment = `reason:${reason}`;
      const may = ALLOWED.includes(reason);
      const plan = {
        id: `${purpose}-${reason}`,
        name: reason,
        purpose,
        channel,
        segment,
        variants: [{ name: 'A', share: 1 }],
      };
      const counted = { inSegment: ids.length, leftOut: may ? [] : [[reason, ids.length]] };
      const countsOf = (leftOut: readonly { reason: string; count: number }[]) =>
        leftOut.filter(({ count }) => count > 0).map((one) => [one.reason, one.count]);
      const preview = await audiencePreview(services, { segment, purpose, channel, sample: 100 });
      expect({ inSegment: preview.inSegment, leftOut: countsOf(preview.leftOut) }).toEqual(counted);
      const told = ids
        .filter(() => may)
        .map((customerId) => ({ customerId, reason, notBefore: answers.get(customerId)!.notBefore }));
      expect(preview.sample).toMatchObject(told.slice(0, 100));
      const asked = { segmentId: segment, purposeId: purpose, channel, limit: 5000, after: '' };
      expect(await audience(services, asked)).toMatchObject(told);
      await createCampaign(services, plan);
      const launch = launchCampaign(services, plan.id);
      if (may) {
        const { inSegment, touched, leftOut } = await launch;
        expect({ inSegment, leftOut: countsOf(leftOut), touched }).toEqual({ ...counted, touched: ids.length });
      } else
        await expect(launch).rejects.toMatchObject({
          kind: 'CONFLICT',
          details: { leftOut: expect.arrayContaining([{ reason, count: ids.length }]) },
        });
      expect(
        (await waits(plan.id)).map((t) => [t.customerId, t.notBefore === null ? null : Number(t.notBefore), t.ground]),
      ).toEqual(
        told.map(({ customerId, notBefore }) => [
          customerId,
          notBefore && +notBefore,
          answers.get(customerId)!.basis ?? 'CONSENT',
        ]),
      );
    }
    const waiting = [...answers.values()].filter(({ notBefore }) => notBefore !== null).length;
    expect(waiting > 0).toBe(channel === 'WECHAT');
    await setQuietHours(services, { ...noon, channels: [] });
  },
);

test('five days later nobody is reached whose consent ran out, before the sweep and after it', async () => {
  await audiencesAt(LATER);
  await answersAt(LATER);
  await expireConsents(servicesAt(graph, LATER.toISOString()));
  await audiencesAt(LATER);
  expect(await profiled()).toEqual([...drawn.keys()].filter((id) => may(id, 'profiling', 'ALL', LATER)));
});

test('who is to be asked again are those whose consent would hold but for the words', async () => {
  const rows = await graph.ask('consent/consents-to-renew', { purposeId: 'marketing', limit: 5000 });
  const old = { texts: [FIRST] };
  const toAsk = [...drawn].filter(([, all]) =>
    all.some(
      (d) =>
        d.purpose === 'marketing' &&
        EVERY_CHANNEL.some((c) => !oracle(d, c) && oracle({ ...d, grounds: { ...d.grounds, ...old } }, c)),
    ),
  );
  const listed = new Set(rows.map((r) => r.customerId));
  expect(toAsk.length).toBeGreaterThan(20);
  expect(toAsk.filter(([id, all]) => !listed.has(id) && !all.some((d) => d.events.some((e) => e.until)))).toEqual([]);
});

test('who turns out to be a child at a later import loses what no guardian agreed to, in the same transaction', async () => {
  const adult = expected('marketing', 'SMS', NOW).find(
    (id) => !birthdays.has(id) && may(id, 'marketing', 'SMS', LATER),
  )!;
  const held = () =>
    run(graph, 'MATCH (c:Customer {id: $adult})-[:CONSENTS_TO]->(p) RETURN p.id AS purpose', { adult });
  expect((await held()).map((r) => r.purpose)).toContain('marketing');
  await importCsv(LATER.toISOString(), 'customers.csv', ['id', 'birthday'], [[adult, '2013-05-05']]);
  expect(await held()).toEqual([]);
  await importCsv(LATER.toISOString(), 'customers.csv', ['id', 'birthday'], [[adult, '1990-05-05']]);
  expect((await held()).map((r) => r.purpose)).toContain('marketing');
});
