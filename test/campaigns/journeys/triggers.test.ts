import { advanceJourneys } from '../../../src/campaigns/journeys/advance.service.js';
import { beginJourneys } from '../../../src/campaigns/journeys/begin.service.js';
import { saveJourney, turnJourney } from '../../../src/campaigns/journeys/journeys.service.js';
import { journeysOfCustomer } from '../../../src/campaigns/journeys/person.service.js';
import { withdrawConsent } from '../../../src/consent/consent.service.js';
import type { Graph } from '../../../src/graph/graph.js';
import { refreshSegment, saveSegment } from '../../../src/value/index.js';
import { emptyGraph, run, servicesAt } from '../../consent/world.js';
import { clear } from '../../setup/world.js';

let graph: Graph;
const hour = (hours: number) => new Date(Date.parse('2026-03-01T02:00:00Z') + hours * 3_600_000);
const at = (hours: number) => servicesAt(graph, hour(hours).toISOString());
const told = (statement: string, hours: number, more: object = {}) =>
  run(graph, statement, { at: hour(hours).toISOString(), ...more });

/**
 * p1 is reached by SMS, p2 by mail alone, p3 by nothing; p4, who is reached, is always nearly met. Everybody has a
 * friend f1..f4 and consents to profiling; p1 to p3 are in the community of a leader.
 */
const PEOPLE = `
  MATCH (marketing:Purpose {id: 'marketing'}), (profiling:Purpose {id: 'profiling'})
  CREATE (k:Community {id: 'k'}), (:Customer:Profiled {id: 'lead', alias: 'C-lead', roles: ['KOL']})-[:MEMBER_OF]->(k)
  WITH * UNWIND range(1, 4) AS n
  CREATE (c:Customer:Profiled {id: 'p' + n, alias: 'C-p' + n, city: '北京'})-[:KNOWS {pair: 'f' + n + '|p' + n,
      closeness: CASE n WHEN 4 THEN 0.2 ELSE 0.9 END}]->(:Customer:Profiled {id: 'f' + n, alias: 'C-f' + n})
  CREATE (c)-[:CONSENTS_TO {key: c.id + '|profiling|ALL', channel: 'ALL', since: datetime('2026-01-05')}]->(profiling)
  FOREACH (_ IN CASE n WHEN 3 THEN [] ELSE [1] END | CREATE (c)-[:CONSENTS_TO {key: c.id + '|marketing|x',
      channel: CASE n WHEN 2 THEN 'MAIL' ELSE 'SMS' END, since: datetime('2026-01-05')}]->(marketing))
  FOREACH (_ IN CASE n WHEN 4 THEN [] ELSE [1] END | CREATE (c)-[:MEMBER_OF]->(k))`;
const IDS = ['p1', 'p2', 'p3'];
const EVENT = `UNWIND $ids AS id MATCH (c:Customer {id: id})
  CREATE (c)-[:DID]->(:Event {key: id + $type + $at, type: $type, at: datetime($at)})`;
const event = (hours: number, type: string, ids = IDS) => told(EVENT, hours, { type, ids });
const buy = (hours: number, ids: string[]) =>
  told(
    `UNWIND $ids AS id MATCH (c:Customer {id: id}) CREATE (c)-[:PLACED]->(:Order {id: id + $at, at: datetime($at), amountMinor: 1})`,
    hours,
    { ids },
  );
const refer = (hours: number, ids: string[], named: string) =>
  told(
    `UNWIND $ids AS id MATCH (c:Customer {id: id}) MERGE (new:Customer {id: CASE $named WHEN '' THEN 'new' + id + $at ELSE $named END})
     CREATE (c)-[:REFERRED {key: id + '|' + new.id, at: datetime($at)}]->(new)`,
    hours,
    { ids, named },
  );
async function move(hours: number, city: string) {
  await told('UNWIND $ids AS id MATCH (c:Customer {id: id}) SET c.city = $city', hours, { ids: IDS, city });
  await refreshSegment(at(hours), 'chengdu');
}
const segment = async () => {
  const rule = { property: { name: 'city', in: ['成都'] } };
  await saveSegment(at(-1), { id: 'chengdu', name: 'Chengdu', rule });
};

/** What begins it for p1 to p3, and what is like it, and is not, for p4. */
const CASES: readonly {
  readonly trigger: { readonly type: string } & Record<string, unknown>;
  readonly happens: (hours: number) => Promise<unknown>;
  readonly nearly: (hours: number) => Promise<unknown>;
  readonly before?: () => Promise<unknown>;
}[] = [
  {
    trigger: { type: 'cartAbandoned', after: '1 hour' },
    happens: (hours) => event(hours, 'cart'),
    nearly: async (hours) => [await event(hours, 'cart', ['p4']), await buy(hours + 0.5, ['p4'])],
  },
  {
    trigger: { type: 'closeTieBought', closenessAtLeast: 0.5 },
    happens: (hours) => buy(hours, ['f1', 'f2', 'f3']),
    nearly: (hours) => buy(hours, ['f4', 'p4']),
  },
  {
    trigger: { type: 'leaderPosted', roles: ['KOL'] },
    happens: (hours) =>
      told("MATCH (c:Customer {id: 'lead'}) CREATE (c)-[:POSTED]->(:Post {id: $at, at: datetime($at)})", hours),
    nearly: (hours) =>
      told("MATCH (c:Customer {id: 'p1'}) CREATE (c)-[:POSTED]->(:Post {id: 'of p1', at: datetime($at)})", hours),
  },
  {
    trigger: { type: 'segmentEntered', segment: 'chengdu' },
    before: segment,
    happens: async (hours) => [await move(hours - 0.5, '北京'), await move(hours, '成都')],
    nearly: (hours) => told("MATCH (c:Customer {id: 'p4'}) SET c.city = '上海'", hours),
  },
  {
    trigger: { type: 'segmentLeft', segment: 'chengdu' },
    before: segment,
    happens: async (hours) => [await move(hours - 0.5, '成都'), await move(hours, '北京')],
    nearly: (hours) => told("MATCH (c:Customer {id: 'p4'}) SET c.city = '成都'", hours),
  },
  {
    trigger: { type: 'groupLeft' },
    happens: (hours) => event(hours, 'left_group'),
    nearly: (hours) => event(hours, 'joined_group', ['p4']),
  },
  {
    trigger: { type: 'referralMade' },
    happens: (hours) => refer(hours, IDS, ''),
    nearly: (hours) => refer(hours, ['f4'], 'p4'),
  },
];

const JOURNEY = {
  id: 'try',
  name: 'Try',
  reentry: { every: '10 days' },
  steps: [
    { id: 'hi', send: { channel: 'SMS', fallback: ['MAIL'], text: 'Hi', textZh: '您好' } },
    { id: 'hour', wait: { for: '1 hour' } },
    { id: 'call', alert: { text: 'Call' } },
  ],
};
async function tick(hours: number): Promise<number> {
  const began = await beginJourneys(at(hours));
  await advanceJourneys(at(hours));
  return began;
}
const ways = async (id: string) =>
  (await journeysOfCustomer(at(0), id)).map(({ state, steps }) =>
    [state, ...steps.map((one) => one.outcome)].join(' '),
  );

beforeAll(async () => {
  graph = await emptyGraph();
});
afterAll(() => graph.close());
beforeEach(async () => {
  await clear(graph);
  await run(graph, PEOPLE);
});

test.each(CASES)(
  '$trigger.type begins once, by the re-entry rule again, and a withdrawal in between ends it',
  async (one) => {
    await one.before?.();
    await saveJourney(at(0), { ...JOURNEY, trigger: one.trigger });
    await turnJourney(at(0), 'try', 'resume');
    await one.nearly(1);
    await one.happens(1);
    expect([await tick(4), await tick(4.1)]).toEqual([2, 0]);
    const touches =
      'MATCH (c)-[:RECEIVED]->(t:Touch)-[:OF_VARIANT]->(v) RETURN c.id AS id, t.channel AS channel, v.textZh AS zh';
    expect(await run(graph, `${touches} ORDER BY id`)).toEqual([
      { id: 'p1', channel: 'SMS', zh: '您好' },
      { id: 'p2', channel: 'MAIL', zh: '您好' },
    ]);
    await withdrawConsent(at(4.5), { customerId: 'p2', purpose: 'marketing', via: 'form' });
    await tick(6);
    expect(await ways('p1')).toEqual(['DONE SENT WAITED ALERTED']);
    expect([await ways('p2'), await ways('p3'), await ways('p4')]).toEqual([['LEFT SENT LEFT'], [], []]);
    await one.happens(100);
    expect(await tick(103)).toBe(0); // within its ten days
    await one.happens(300);
    expect([await tick(303), await tick(304)]).toEqual([1, 0]);
    expect([(await ways('p1')).length, (await ways('p4')).length]).toEqual([2, 0]);
  },
);
