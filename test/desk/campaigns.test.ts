import { campaignHref, campaignOf, stateOf } from '../../src/desk/campaigns/address.js';
import { inputOf } from '../../src/desk/campaigns/build.js';
import { stageOf } from '../../src/desk/campaigns/list.js';
import { routeOf } from '../../src/desk/route.js';

const values = {
  segment: 'all',
  purpose: 'marketing',
  channel: 'SMS',
  name: ' Spring ',
  subject: '',
  text: 'Hello',
  textB: ' ',
};

test('the address names a campaign and a state, and nothing that is none', () => {
  const route = routeOf(campaignHref('spring', 'FAILED'));
  expect([route.view, campaignOf(route), stateOf(route)]).toEqual(['campaigns', 'spring', 'FAILED']);
  expect(stateOf(routeOf('#campaigns/spring/EVERY'))).toBeNull();
  expect(campaignOf(routeOf('#campaigns'))).toBeNull();
});

test('one text is for everybody, two halve the audience; an empty subject is none', () => {
  expect(inputOf(values)).toEqual({
    ...{ segment: 'all', purpose: 'marketing', channel: 'SMS', name: 'Spring' },
    variants: [{ name: 'A', share: 1, subject: null, text: 'Hello' }],
  });
  const both = inputOf({ ...values, subject: 'S', textB: '您好' });
  expect(both.variants).toEqual([
    { name: 'A', share: 0.5, subject: 'S', text: 'Hello' },
    { name: 'B', share: 0.5, subject: 'S', text: '您好' },
  ]);
});

test('a campaign that was imported has the stage of its times', () => {
  const [started, ended] = ['2026-01-01T00:00:00Z', '2026-01-08T00:00:00Z'];
  expect(stageOf({ status: null, startedAt: null, endedAt: null })).toBe('DRAFT');
  expect(stageOf({ status: null, startedAt: started, endedAt: null })).toBe('LAUNCHED');
  expect(stageOf({ status: null, startedAt: started, endedAt: ended })).toBe('DONE');
  expect(stageOf({ status: 'PAUSED', startedAt: started, endedAt: null })).toBe('PAUSED');
  expect(stageOf({ status: 'STOPPED', startedAt: started, endedAt: ended })).toBe('STOPPED');
});
