import { campaignHref, campaignOf, stateOf } from '../../src/desk/campaigns/address.js';
import { idsIn, inputOf, minorOf } from '../../src/desk/campaigns/draft-input.js';
import { stageOf } from '../../src/desk/campaigns/list.js';
import { routeOf } from '../../src/desk/route.js';

const form = (values: Readonly<Record<string, string>>, several: readonly [string, string][] = []) => {
  const given = new FormData();
  for (const [name, value] of [...Object.entries(values), ...several]) given.append(name, value);
  return given;
};
const values = {
  from: 'segment',
  segment: 'all',
  purpose: 'marketing',
  channel: 'SMS',
  name: ' Spring ',
  textA: 'Hello',
};
const none = { subject: null, subjectZh: null, textZh: null };

test('the address names a campaign and a state, and nothing that is none', () => {
  const route = routeOf(campaignHref('spring', 'FAILED'));
  expect([route.view, campaignOf(route), stateOf(route)]).toEqual(['campaigns', 'spring', 'FAILED']);
  expect(stateOf(routeOf('#campaigns/spring/EVERY'))).toBeNull();
  expect(campaignOf(routeOf('#campaigns'))).toBeNull();
});

test('one text is for everybody, several share alike; what is empty is none, but a text stays to be refused', () => {
  expect(inputOf(form({ ...values, subjectA: '' }))).toEqual({
    ...{ segment: 'all', purpose: 'marketing', channel: 'SMS', fallback: [], name: 'Spring', nameZh: null },
    ...{ excludeSegments: [], excludeCampaigns: [], priority: 5, scheduled: false },
    variants: [{ ...none, name: 'A', share: 1, text: 'Hello' }],
  });
  expect(inputOf(form({ ...values, textB: ' ' })).variants?.[1]).toMatchObject({ name: 'B', share: 0.5, text: '' });
  const both = inputOf(form({ ...values, textAZh: '您好', textB: 'Hi', subjectB: 'S' }));
  expect(both.variants).toEqual([
    { ...none, name: 'A', share: 0.5, text: 'Hello', textZh: '您好' },
    { ...none, name: 'B', share: 0.5, text: 'Hi', subject: 'S' },
  ]);
});

test('audience, fallback, exclusions, start and money are what the form says, amounts in minor units', () => {
  const more = { from: 'list', then1: 'MAIL', then2: 'SMS', scheduled: 'on', startsAt: '2026-03-01T10:00' };
  const money = { currency: 'CNY', budget: '12.5', cost: '', priority: '9' };
  const several = [
    ['excludeSegments', 'a'],
    ['excludeSegments', 'b'],
    ['excludeCampaigns', 'k'],
  ] as [string, string][];
  const { segment, startsAt, ...input } = inputOf(form({ ...values, ...more, ...money }, several), ['c1', 'c2']);
  expect(segment).toBeUndefined();
  expect(startsAt).toBe(new Date('2026-03-01T10:00').toISOString());
  expect(input).toMatchObject({
    ...{ customers: ['c1', 'c2'], fallback: ['MAIL'], excludeSegments: ['a', 'b'], excludeCampaigns: ['k'] },
    ...{ scheduled: true, priority: 9, currency: 'CNY', budgetMinor: 1250, costMinor: null },
  });
  expect(minorOf('12', 'JPY')).toBe(12);
  expect(idsIn('c1, c2\n c1；c3')).toEqual(['c1', 'c2', 'c3']);
});

test('a campaign that was imported has the stage of its times', () => {
  const ended = '2026-01-08T00:00:00Z';
  expect(stageOf({ status: 'LAUNCHED', endedAt: null })).toBe('LAUNCHED');
  expect(stageOf({ status: 'LAUNCHED', endedAt: ended })).toBe('DONE');
  expect(stageOf({ status: 'PAUSED', endedAt: null })).toBe('PAUSED');
  expect(stageOf({ status: 'STOPPED', endedAt: ended })).toBe('STOPPED');
});
