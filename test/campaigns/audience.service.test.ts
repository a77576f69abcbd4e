import { audience, audiencePreview } from '../../src/campaigns/audience.service.js';
import { createCampaign } from '../../src/campaigns/campaign.service.js';
import { previewMessage } from '../../src/campaigns/message-preview.service.js';
import { reachAbout } from '../../src/campaigns/reach.service.js';
import { PURPOSES } from '../../src/consent/consent.js';
import { mayContact } from '../../src/consent/contact.service.js';
import type { Graph } from '../../src/graph/graph.js';
import { emptyGraph, NOW, run, servicesAt } from '../consent/world.js';
import { launched, NOON } from './dispatch/world.js';
import { buildAudienceWorld, PEOPLE } from './world.js';

let graph: Graph;
const question = { segment: 's', purpose: 'marketing' as const, channel: 'SMS' as const, sample: 3 };

beforeAll(async () => {
  graph = await emptyGraph();
  await buildAudienceWorld(graph);
});
afterAll(() => graph.close());

const countsOf = (leftOut: readonly { reason: string; count: number }[]) =>
  Object.fromEntries(leftOut.map((l) => [l.reason, l.count]));

test('every reason is counted, and the counts add up', async () => {
  const preview = await audiencePreview(servicesAt(graph), question);
  expect(preview.inSegment).toBe(14);
  expect(preview.mayBeContacted).toBe(5);
  expect(countsOf(preview.leftOut)).toEqual({
    DO_NOT_CONTACT: 1,
    RESTRICTED: 0,
    TOO_OFTEN: 0,
    WITHDRAWN: 2,
    OBJECTED: 0,
    EXPIRED: 2,
    UNDER_AGE: 0,
    ASK_AGAIN: 0,
    NO_CONSENT: 4,
  });
  expect(preview.sample).toEqual(
    ['p01', 'p02', 'p03'].map((customerId) => ({
      customerId,
      reason: 'CONSENTED',
      consentedAt: new Date('2026-01-05'),
      notBefore: null,
    })),
  );
  for (const { text, textZh } of preview.leftOut) expect(`${text}${textZh}`).not.toMatch(/[{}?]/);
});

test('the segment all is every customer, and an empty one is nobody', async () => {
  const all = await audiencePreview(servicesAt(graph), { ...question, segment: 'all' });
  expect([all.inSegment, all.mayBeContacted]).toEqual([16, 7]);
  const empty = await audiencePreview(servicesAt(graph), { ...question, segment: 'empty' });
  expect([empty.inSegment, empty.mayBeContacted, empty.sample]).toEqual([0, 0, []]);
});

test('a large audience is estimated by a part of it, and says so', async () => {
  const asked = { audience: { segment: 's' }, purpose: 'marketing', ways: ['SMS'] } as const;
  const about = (by: number) => reachAbout(servicesAt(graph), asked, {}, { above: 10, by });
  // a part of all of them is right, and still no count
  const whole = await about(14);
  expect(whole).toMatchObject({ inAudience: 14, mayBeContacted: 5, counts: { WITHDRAWN: 2, NO_CONSENT: 4 } });
  expect(whole.estimate).toEqual({ lookedAt: 14, from: 2, to: 9 });
  const { estimate, inAudience, mayBeContacted, counts, lookedAt } = await about(7);
  expect(inAudience).toBe(mayBeContacted + Object.values(counts).reduce((sum, one) => sum + one, 0));
  expect(estimate!.lookedAt).toBe(lookedAt);
  expect(lookedAt).toBeLessThanOrEqual(14);
  expect((await reachAbout(servicesAt(graph), asked, { exact: true }, { above: 10, by: 7 })).estimate).toBeNull();
});

test('an analyst sees the counts and nobody behind them', async () => {
  const seen = await audiencePreview(servicesAt(graph, NOW, 'analyst'), question);
  expect(seen).toMatchObject({ inSegment: 14, mayBeContacted: 5, sample: [] });
});

test('the counts are those of asking mayContact for each customer, for every purpose', async () => {
  const services = servicesAt(graph);
  const ids = Object.values(PEOPLE).flat();
  for (const purpose of PURPOSES)
    for (const channel of ['ALL', 'SMS', 'MAIL'] as const) {
      const answers = await Promise.all(ids.map((id) => mayContact(services, id, purpose, channel)));
      const { leftOut, mayBeContacted } = await audiencePreview(services, {
        segment: 's',
        purpose,
        channel,
        sample: 0,
      });
      expect(mayBeContacted).toBe(answers.filter((a) => a.allowed).length);
      for (const { reason, count } of leftOut)
        expect([reason, count]).toEqual([reason, answers.filter((a) => a.reason === reason).length]);
    }
});

test('the audience pages through the same people', async () => {
  const params = { segmentId: 's', purposeId: 'marketing', channel: 'SMS', now: new Date(NOW), limit: 2 } as const;
  const seen: string[] = [];
  for (let after = ''; ; ) {
    const page = await audience(servicesAt(graph), { ...params, after });
    if (page.length === 0) break;
    seen.push(...page.map((row) => row.customerId));
    after = page.at(-1)!.customerId;
  }
  expect(seen).toEqual([...PEOPLE.reached, ...PEOPLE.reachedByAll]);
});

test('an unknown segment is named with the nearest ones', async () => {
  await expect(audiencePreview(servicesAt(graph), { ...question, segment: 'rfm:champion' })).rejects.toMatchObject({
    kind: 'NOT_FOUND',
    message: 'no segment "rfm:champion"',
    hint: expect.stringContaining('rfm:champions'),
  });
  const injected = "x'}) DETACH DELETE n //";
  await expect(audiencePreview(servicesAt(graph), { ...question, segment: injected })).rejects.toMatchObject({
    kind: 'NOT_FOUND',
  });
  expect((await run(graph, 'MATCH (c:Customer) RETURN count(c) AS n'))[0]!.n).toBe(16);
});

test('a preview shows the name as the viewer may see it; a template may name nothing else', async () => {
  await launched(graph, 1);
  const preview = (role: 'admin' | 'marketer') => previewMessage(servicesAt(graph, NOON, role), 'spring', 'n001');
  expect(await preview('admin')).toEqual({ variant: 'A', subject: null, text: '您好 测试丙 & C1', html: null });
  expect((await preview('marketer')).text).toBe('您好 测* & C1');
  const wrong = { id: 'w', name: 'W', purpose: 'marketing', channel: 'SMS', segment: 'all' } as const;
  const variants = [{ name: 'A', share: 1, text: '{{constructor}}' }];
  await expect(createCampaign(servicesAt(graph), { ...wrong, variants })).rejects.toMatchObject({ kind: 'INPUT' });
});
