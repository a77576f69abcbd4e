import { advanceJourneys, wakeJourneys } from '../../../src/campaigns/journeys/advance.service.js';
import { closeJourneyAlert, journeyAlerts } from '../../../src/campaigns/journeys/alerts.service.js';
import { beginJourneys } from '../../../src/campaigns/journeys/begin.service.js';
import { journeyById, saveJourney, turnJourney } from '../../../src/campaigns/journeys/journeys.service.js';
import { journeyPeople, journeysOfCustomer } from '../../../src/campaigns/journeys/person.service.js';
import { withdrawConsent } from '../../../src/consent/consent.service.js';
import type { Graph } from '../../../src/graph/graph.js';
import { eraseAtOnce } from '../../../src/rights/erasure/erase.service.js';
import { emptyGraph, run, servicesAt } from '../../consent/world.js';
import { clear } from '../../setup/world.js';

const hour = (hours: number) => new Date(Date.parse('2026-03-01T02:00:00Z') + hours * 3_600_000);
const at = (hours: number) => servicesAt(graph, hour(hours).toISOString());
let graph: Graph;

const JOURNEY = {
  id: 'try',
  name: 'Try',
  nameZh: '试一试',
  trigger: { type: 'event', event: 'hello' },
  reentry: { every: '10 days' },
  steps: [
    { id: 'hi', send: { channel: 'SMS', text: 'Hi {{name}}' } },
    { id: 'order', waitFor: { event: 'ordered', within: '2 days', to: 'gift', otherwise: 'old' } },
    { id: 'old', branch: { if: { property: { name: 'tier', in: ['gold'] } }, to: 'call', otherwise: 'end' } },
    { id: 'call', alert: { text: 'Call', textZh: '致电' }, next: 'end' },
    { id: 'gift', reward: { amountMinor: 500, currency: 'CNY' } },
    { id: 'end', end: true },
  ],
};

beforeAll(async () => {
  graph = await emptyGraph();
});
afterAll(() => graph.close());
beforeEach(async () => {
  await clear(graph);
  await run(
    graph,
    `UNWIND ['p1', 'p2', 'p3', 'p4', 'p5'] AS id MATCH (p:Purpose {id: 'marketing'})
     CREATE (c:Customer {id: id, alias: 'C-' + id, tier: CASE id WHEN 'p2' THEN 'gold' ELSE 'plain' END})
     FOREACH (_ IN CASE id WHEN 'p3' THEN [] ELSE [1] END |
       CREATE (c)-[:CONSENTS_TO {key: id + '|marketing|SMS', channel: 'SMS', since: datetime('2026-01-05')}]->(p))`,
  );
  await saveJourney(at(0), JOURNEY);
  await turnJourney(at(0), 'try', 'resume');
});

const say = (hours: number, ...ids: string[]) =>
  run(
    graph,
    `UNWIND $ids AS id MATCH (c:Customer {id: id})
     CREATE (c)-[:DID]->(:Event {key: 'e' + $at + id, type: 'hello', at: datetime($at)})`,
    { ids, at: hour(hours).toISOString() },
  );
const order = (hours: number, id: string) =>
  run(graph, `MATCH (c:Customer {id: $id}) CREATE (c)-[:PLACED]->(:Order {id: 'o' + $id, at: datetime($at)})`, {
    ...{ id, at: hour(hours).toISOString() },
  });
async function tick(hours: number): Promise<number> {
  const began = await beginJourneys(at(hours));
  await wakeJourneys(at(hours));
  await advanceJourneys(at(hours));
  return began;
}
const ways = async (id: string, hours = 100) =>
  (await journeysOfCustomer(at(hours), id)).map(({ state, steps }) => [
    state,
    ...steps.map((one) => `${one.step} ${one.outcome}`),
  ]);
const count = async (label: string) => (await run(graph, `MATCH (n:${label}) RETURN count(n) AS n`))[0]!.n;

test('each goes the way of what they did, and whoever does not consent leaves no trace', async () => {
  await say(1, 'p1', 'p2', 'p3', 'p5');
  expect([await tick(2), await tick(3)]).toEqual([3, 0]);
  await order(4, 'p1');
  await tick(5);
  expect(await ways('p1')).toEqual([['DONE', 'hi SENT', 'order HAPPENED', 'gift REWARDED', 'end ENDED']]);
  await tick(60);
  expect(await ways('p2')).toEqual([['DONE', 'hi SENT', 'order TIMED_OUT', 'old YES', 'call ALERTED', 'end ENDED']]);
  expect(await ways('p5')).toEqual([['DONE', 'hi SENT', 'order TIMED_OUT', 'old NO', 'end ENDED']]);
  expect([await ways('p3'), await count('JourneyRun'), await count('Touch')]).toEqual([[], 3, 3]);
  const rewards = await run(
    graph,
    'MATCH (c)-[:EARNED]->(r:Reward) RETURN c.id AS id, r.amountMinor AS minor, r.status AS status',
  );
  expect(rewards).toEqual([{ id: 'p1', minor: 500, status: 'RELEASED' }]);
  const [alert, ...others] = await journeyAlerts(at(61), 10);
  expect([alert, others]).toMatchObject([{ customerId: 'p2', text: 'Call', textZh: '致电', journey: 'try' }, []]);
  await closeJourneyAlert(at(61), alert!.id);
  expect(await journeyAlerts(at(61), 10)).toEqual([]);
});

test('re-entry: not while they are in it, nor within its time, again after it; late files begin nothing twice', async () => {
  await say(1, 'p1');
  await tick(2);
  await say(3, 'p1');
  expect(await tick(4)).toBe(0);
  await tick(60); // through
  await say(70, 'p1');
  expect([await tick(71), await tick(72)]).toEqual([0, 0]);
  await say(300, 'p1');
  expect([await tick(301), await tick(302)]).toEqual([1, 0]);
  await say(200, 'p2'); // told too late
  expect(await tick(303)).toBe(0);
});

test('who withdraws is sent nothing more and leaves with the reason', async () => {
  await say(1, 'p1', 'p4');
  await tick(2);
  await withdrawConsent(at(3), { customerId: 'p4', purpose: 'marketing', via: 'form' });
  await order(4, 'p4');
  await tick(5);
  expect(await ways('p4')).toEqual([['LEFT', 'hi SENT', 'order LEFT']]);
  const [told] = await journeysOfCustomer(at(5), 'p4');
  expect(told).toMatchObject({ where: 'left at order: consent was withdrawn', whereZh: '在 order 退出：已撤回同意' });
  expect([await count('Reward'), await count('Touch')]).toEqual([0, 2]);
});

test('a server that dies before it commits did nothing, and two beside each other do each step once', async () => {
  await say(1, 'p1', 'p2', 'p5');
  await beginJourneys(at(2));
  const dying: Graph = {
    ...graph,
    transaction: (work) =>
      graph.transaction(async (tx) => {
        await work(tx);
        throw new Error('killed');
      }),
  };
  await expect(advanceJourneys({ ...at(2), graph: dying })).rejects.toThrow('killed');
  expect(await count('Touch')).toBe(0);
  await Promise.all([advanceJourneys(at(2)), advanceJourneys(at(2)), beginJourneys(at(2)), beginJourneys(at(2))]);
  expect([await count('Touch'), await count('JourneyRun')]).toEqual([3, 3]);
  expect(await ways('p1')).toEqual([['RUNNING', 'hi SENT']]);
});

test('a changed definition is a new version: who is in it keeps theirs; paused nobody goes on, archived all leave', async () => {
  await say(1, 'p1');
  await tick(2);
  const changed = { ...JOURNEY, steps: [{ id: 'only', alert: { text: 'New' } }] };
  expect(await saveJourney(at(3), changed)).toMatchObject({ version: 2, status: 'RUNNING' });
  expect(await saveJourney(at(3), changed)).toMatchObject({ version: 2 });
  await say(4, 'p2');
  await tick(5);
  expect([await ways('p1'), await ways('p2')]).toEqual([[['RUNNING', 'hi SENT']], [['DONE', 'only ALERTED']]]);
  const { steps } = await journeyById(at(5), 'try');
  expect(steps).toEqual([
    { version: 2, step: 'only', kind: 'alert', waiting: 0, passed: 1 },
    { version: 1, step: 'order', kind: null, waiting: 1, passed: 0 },
  ]);
  await turnJourney(at(6), 'try', 'pause');
  await say(7, 'p5');
  expect(await tick(60)).toBe(0);
  expect((await journeyPeople(at(60), { journey: 'try', state: 'RUNNING', first: 10, after: '' }))[0]).toMatchObject({
    ...{ customerId: 'p1', why: 'on 2026-03-01 an event happened', whyZh: '2026-03-01，发生了指定事件' },
    where: 'waits at order for an order until 2026-03-03 12:00; the journey is paused',
  });
  await turnJourney(at(61), 'try', 'resume');
  expect(await tick(61)).toBe(0); // what happened while it was paused begins nothing
  await say(62, 'p5');
  await turnJourney(at(63), 'try', 'archive');
  expect([await tick(64), (await journeyById(at(64), 'try')).running]).toEqual([0, 0]);
});

test('who is erased is gone from journeys, their alerts and rewards', async () => {
  await say(1, 'p2');
  await tick(2);
  await tick(60);
  expect([await count('JourneyRun'), await count('JourneyAlert')]).toEqual([1, 1]);
  await eraseAtOnce(at(61), { customerId: 'p2', mode: 'DELETE' });
  expect([await count('JourneyRun'), await count('JourneyAlert'), await count('Touch')]).toEqual([0, 0, 0]);
});
