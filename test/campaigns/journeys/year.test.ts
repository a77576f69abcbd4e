import { definitionIn, liveDay, prepareYear } from '../../../seed/year/live.js';
import { plantPeople } from '../../../seed/year/people.js';
import { dayAfter, truthOf, ZONE } from '../../../seed/year/truth.js';
import type { Adapter, Message } from '../../../src/campaigns/dispatch/adapter.js';
import type { Graph } from '../../../src/graph/graph.js';
import { dayIn } from '../../../src/kernel/calendar/zone.js';
import { emptyGraph, run, servicesAt } from '../../consent/world.js';

/** Of a leap month in the lunar year; 2028 has a leap month 5. */
const YEAR = { customers: 100, from: '2028-06-01', days: 60 };
let graph: Graph;

beforeAll(async () => {
  graph = await emptyGraph();
});
afterAll(() => graph.close());

test('in 60 days every birthday, anniversary, churn warning and referral of 100 customers is handled once, and nothing else', async () => {
  expect(definitionIn('birthday')).toMatchObject({ id: 'birthday' });
  const people = plantPeople(YEAR);
  const services = servicesAt(graph);
  const sent: Message[] = [];
  const adapter: Adapter = {
    ...{ name: 'memory', idempotent: false, personal: false },
    send: async (message) => {
      sent.push(message);
      return { state: 'SENT' };
    },
  };
  await prepareYear(services, people, YEAR);
  for (let day = 0; day < YEAR.days; day++) await liveDay(services, people, dayAfter(YEAR.from, day), adapter);
  const truth = truthOf(people, YEAR);
  for (const journey of ['birthday', 'anniversary', 'referral-thanks', 'win-back'])
    expect(truth.filter((line) => line.startsWith(journey)).length).toBeGreaterThan(3);
  expect(await handled()).toEqual(truth);
  expect(new Set(sent.map(({ deliveryId }) => deliveryId)).size).toBe(truth.length);
  expect(sent).toHaveLength(truth.length);
});

/** As the graph has it: `journey person day` of each touch. */
async function handled(): Promise<string[]> {
  const rows = await run(
    graph,
    `MATCH (c:Customer)-[:RECEIVED]->(t:Touch {state: 'SENT'})-[:OF_VARIANT]->(:Variant)<-[:HAS_VARIANT]-(k:Campaign)
     RETURN split(k.id, '@')[1] AS journey, c.id AS customer, toString(t.at) AS at`,
  );
  return rows.map(({ journey, customer, at }) => `${journey} ${customer} ${dayIn(new Date(String(at)), ZONE)}`).sort();
}
