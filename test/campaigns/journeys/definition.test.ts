import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitionOf } from '../../../src/campaigns/journeys/definition.js';
import { definitionIn } from '../../../src/campaigns/journeys/input.js';
import { faultsOf } from '../../../src/campaigns/journeys/journeys.service.js';
import { moveOf, placeAt } from '../../../src/campaigns/journeys/move.js';
import { birthdayOn, daysIn, runIdOf } from '../../../src/campaigns/journeys/occurrence.js';
import { triggerOf } from '../../../src/campaigns/journeys/trigger.js';
import { packageRoot } from '../../../src/kernel/root.js';

const folder = join(packageRoot, 'seed', 'journeys');
const ALLOWED = { refused: null };
const moment = (now: string) => ({ now: new Date(now), timeZone: 'Asia/Shanghai' });

test.each(readdirSync(folder))('the ready-made journey %s is without faults, and its id is its name', (name) => {
  const given = definitionIn(readFileSync(join(folder, name), 'utf8'), name);
  expect([faultsOf(given), (given as { id: string }).id]).toEqual([[], name.replace('.yaml', '')]);
});

test('all that is wrong with a definition is told at once, each with its place', () => {
  const faults = faultsOf({
    id: 'Not Good',
    name: 'n',
    trigger: { type: 'birthday', calendar: 'roman' },
    reentry: 'sometimes',
    steps: [
      { id: 'a', wait: { for: 'soon' } },
      { id: 'b', send: { channel: 'PIGEON', text: '{{phone}}' } },
      { id: 'c', alert: { text: 't' }, end: true },
    ],
  });
  for (const place of [
    'id',
    'trigger.calendar',
    'reentry',
    'steps.0.wait.for',
    'steps.1.send.channel',
    'steps.1.send.text',
    'steps.2',
  ])
    expect([place, faults.filter(({ path }) => path === place).length]).toEqual([place, 1]);
  const zh = new Map(faults.map(({ path, textZh }) => [path, textZh]));
  expect([zh.get('steps.0.wait.for'), zh.get('steps.2'), zh.get('reentry')]).toEqual([
    '须写作 30 minutes、12 hours 或 3 days，最长 730 days',
    '须有且只有其中之一：wait、waitFor、branch、send、reward、alert、end',
    '须为 once、always，或 every 加时长，如 300 days',
  ]);
  expect(zh.get('steps.1.send.text')).toMatch(/^\{\{phone\}\} 不在可用字段之内/);
});

test('steps lead forward to steps that there are, each is reached, and no id is taken twice', () => {
  const steps = [
    { id: 'a', branch: { segment: 's', to: 'c', otherwise: 'nowhere' } },
    { id: 'b', alert: { text: 't' }, next: 'a' },
    { id: 'c', end: true },
    { id: 'c', end: true },
  ];
  const faults = faultsOf({ id: 'j', name: 'n', trigger: { type: 'firstOrder' }, steps });
  expect(faults[1]).toEqual({ path: 'steps.0', text: 'there is no step nowhere', textZh: '没有步骤 nowhere' });
  expect(faults.map(({ path, text }) => `${path}: ${text}`)).toEqual([
    'steps.3: the id c is taken by another step',
    'steps.0: there is no step nowhere',
    'steps.1: step a is not after b: steps lead forward only',
    'steps.1: no step leads to b',
    'steps.3: no step leads to c',
  ]);
});

const JOURNEY = definitionOf.parse({
  id: 'j',
  name: 'n',
  trigger: { type: 'firstOrder' },
  steps: [
    { id: 'hour', wait: { for: '2 hours', until: { from: '09:00', to: '11:00' } } },
    { id: 'order', waitFor: { event: 'ordered', within: '3 days', to: 'end', otherwise: 'send' } },
    { id: 'send', send: { channel: 'SMS', text: 'x' } },
    { id: 'end', end: true },
  ],
});

test.each([
  ['2026-03-01T00:00:00Z', '2026-03-01T02:00:00.000Z'], // 08:00 + 2 h is in the window
  ['2026-03-01T03:00:00Z', '2026-03-02T01:00:00.000Z'], // 13:00 is not: 09:00 of the next day
  ['2026-02-28T20:00:00Z', '2026-03-01T01:00:00.000Z'], // 06:00: 09:00 of the same day
])('a wait at %s with a window ends at %s', (now, end) => {
  expect(placeAt(JOURNEY, 'hour', moment(now)).dueAt?.toISOString()).toBe(end);
});

test('a wait for something goes one way when it happens and the other when its time is over', () => {
  const now = moment('2026-03-01T00:00:00Z');
  const waiting = moveOf(JOURNEY, 'hour', ALLOWED, now);
  expect(waiting).toMatchObject({
    outcome: 'WAITED',
    step: 'order',
    awaits: 'ordered',
    dueAt: new Date('2026-03-04T00:00:00Z'),
  });
  expect(moveOf(JOURNEY, 'order', { ...ALLOWED, holds: true }, now)).toMatchObject({
    outcome: 'HAPPENED',
    step: 'end',
  });
  expect(moveOf(JOURNEY, 'order', ALLOWED, now)).toMatchObject({ outcome: 'TIMED_OUT', step: 'send' });
  expect(moveOf(JOURNEY, 'end', ALLOWED, now)).toMatchObject({ outcome: 'ENDED', state: 'DONE', step: null });
});

test('who may not be contacted leaves with the reason; a channel that is closed leaves out its message alone', () => {
  const now = moment('2026-03-01T00:00:00Z');
  expect(moveOf(JOURNEY, 'send', { refused: 'WITHDRAWN' }, now)).toMatchObject({ state: 'LEFT', reason: 'WITHDRAWN' });
  expect(moveOf(JOURNEY, 'send', { ...ALLOWED, maySend: false }, now)).toMatchObject({
    outcome: 'NOT_SENT',
    step: 'end',
  });
});

test('a birthday is kept by the lunar calendar where one was told, and once a year', () => {
  const own = triggerOf.parse({ type: 'birthday' }) as never;
  const solar = triggerOf.parse({ type: 'birthday', calendar: 'solar' }) as never;
  const both = { birthday: '1990-02-06', lunarBirthday: '01-01' };
  expect(birthdayOn(own, both, '2027-02-06')).toBe('lunar 2027');
  expect([birthdayOn(own, both, '2028-02-06'), birthdayOn(solar, both, '2028-02-06')]).toEqual([null, 'solar 2028']);
  expect(birthdayOn(own, { birthday: '1996-02-29', lunarBirthday: null }, '2027-02-28')).toBe('solar 2027');
});

test('days are counted on the clocks of the zone, each once over a change of clocks', () => {
  const span = { from: new Date('2026-03-27T00:00:00Z'), until: new Date('2026-03-31T00:00:00Z') };
  expect(daysIn(span, 9 * 60, 'Europe/Berlin').map(({ at }) => at.toISOString().slice(5, 16))).toEqual([
    ...['03-27T08:00', '03-28T08:00', '03-29T07:00', '03-30T07:00'],
  ]);
});

test('the id of a run tells nothing of what began it', () => {
  const id = runIdOf('j', { customerId: 'c1', key: 'order-7|c2', at: new Date() });
  expect(id).toMatch(/^j\|c1\|[\w-]{16}$/);
});
