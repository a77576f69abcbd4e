import { MODELS } from '../../../src/campaigns/attribution/models.js';
import { type ApiServer, apiServer, ask, emptyDatabase } from '../../api/api-server.js';
import { run } from '../../consent/world.js';

let server: ApiServer;

/**
 * Four who were touched or brought, one who does not consent to profiling; a campaign by SMS for 1,000 and one by mail
 * for 300.
 */
const WORLD = `
CREATE (sms:Campaign {id: 'k1', name: 'Spring', channel: 'SMS', costMinor: 1000, currency: 'CNY'})-[:HAS_VARIANT]->(a:Variant {id: 'k1|A', name: 'A'})
CREATE (mail:Campaign {id: 'k2', name: 'Letter', channel: 'MAIL', costMinor: 300, currency: 'CNY'})-[:HAS_VARIANT]->(m:Variant {id: 'k2|A', name: 'A'})
CREATE (c1:Customer:Profiled {id: 'c1', firstOrderAt: datetime('2026-03-10')}), (c2:Customer:Profiled {id: 'c2', firstOrderAt: datetime('2025-01-01')}),
  (c3:Customer:Profiled {id: 'c3', firstOrderAt: datetime('2026-03-12')}), (c4:Customer:Profiled {id: 'c4'}), (c5:Customer {id: 'c5'})
CREATE (c2)-[:REFERRED {key: 'a', at: datetime('2026-03-01'), status: 'CONVERTED'}]->(c1)
CREATE (c2)-[:REFERRED {key: 'b', at: datetime('2026-03-02'), status: 'CONVERTED'}]->(c3)
CREATE (c1)-[:RECEIVED]->(:Touch {id: 't1', at: datetime('2026-03-03')})-[:OF_VARIANT]->(a)
CREATE (c1)-[:RECEIVED]->(t2:Touch {id: 't2', at: datetime('2026-03-08')})-[:OF_VARIANT]->(m)
CREATE (c2)-[:RECEIVED]->(t3:Touch {id: 't3', at: datetime('2026-03-03')})-[:OF_VARIANT]->(a)
CREATE (c4)-[:RECEIVED]->(:Touch {id: 't4', at: datetime('2026-03-03')})-[:OF_VARIANT]->(a)
CREATE (c4)-[:RECEIVED]->(:Touch {id: 't5', at: datetime('2026-03-03'), state: 'SKIPPED'})-[:OF_VARIANT]->(m)
CREATE (c5)-[:RECEIVED]->(t6:Touch {id: 't6', at: datetime('2026-03-03')})-[:OF_VARIANT]->(a)
CREATE (t2)-[:LEADS_TO]->(:Conversion {id: 'x1', at: datetime('2026-03-10'), valueMinor: 600})-[:OF_ORDER]->(o1:Order {id: 'o1', at: datetime('2026-03-10'), amountMinor: 600, currency: 'CNY'})
CREATE (c1)-[:PLACED]->(o1)
CREATE (t3)-[:LEADS_TO]->(:Conversion {id: 'x2', at: datetime('2026-03-20'), valueMinor: 400})
CREATE (t3)-[:LEADS_TO]->(:Conversion {id: 'x3', at: datetime('2026-06-20'), valueMinor: 50})
CREATE (t6)-[:LEADS_TO]->(:Conversion {id: 'x4', at: datetime('2026-03-20'), valueMinor: 999})
CREATE (c3)-[:PLACED]->(:Order {id: 'o3', at: datetime('2026-03-12'), amountMinor: 200, currency: 'CNY'})
CREATE (c2)-[:EARNED]->(:Reward {id: 'r', at: datetime('2026-03-12'), status: 'RELEASED', amountMinor: 50, currency: 'CNY'})`;

beforeAll(async () => {
  await emptyDatabase();
  server = await apiServer();
  await run(server.graph, WORLD);
});
afterAll(() => server?.end());

const QUERY = `query ($model: AttributionModel!, $by: AttributionGrouping!) {
  attribution(model: $model, by: $by, from: "2026-01-01T00:00:00Z", to: "2026-12-01T00:00:00Z") {
    currency customers paths attributed credited attributedMinor creditedMinor unattributed unattributedMinor
    credits { touchPoint name touches conversions newCustomers valueMinor costMinor cacMinor roi }
  }
}`;
const asked = async (model: string, by = 'CHANNEL') => {
  const { data, errors } = await ask(server, 'analyst', QUERY, { model, by });
  expect(errors).toEqual([]);
  return data.attribution;
};
const conversions = (report: { credits: { touchPoint: string; conversions: number }[] }) =>
  Object.fromEntries(report.credits.map((one) => [one.touchPoint, one.conversions]));

test('a referral by a person is a touch; what no touch came before, and whoever does not consent, is not attributed', async () => {
  const report = await asked('LAST');
  expect(report).toMatchObject({ currency: 'CNY', customers: 4, paths: 4, attributed: 3, attributedMinor: 1200 });
  expect(report).toMatchObject({ unattributed: 1, unattributedMinor: 50 });
  expect(conversions(report)).toEqual({ MAIL: 1, SMS: 1, REFERRAL: 1 });
  expect(conversions(await asked('FIRST'))).toEqual({ REFERRAL: 2, SMS: 1, MAIL: 0 });
});

test('cost, CAC and return follow the touches in the time', async () => {
  const { credits } = await asked('LAST');
  const of = (touchPoint: string) => credits.find((one: { touchPoint: string }) => one.touchPoint === touchPoint);
  expect(of('MAIL')).toMatchObject({
    touches: 1,
    newCustomers: 1,
    valueMinor: 600,
    costMinor: 300,
    cacMinor: 300,
    roi: 1,
  });
  expect(of('SMS')).toMatchObject({ touches: 3, newCustomers: 0, costMinor: 1000, cacMinor: null, roi: -0.6 });
  expect(of('REFERRAL')).toMatchObject({ costMinor: 50, cacMinor: 50, roi: 3 });
});

test.each(MODELS)('%s: the credits sum to what is attributed, by campaign and variant too', async (model) => {
  for (const by of ['CHANNEL', 'CAMPAIGN', 'VARIANT']) {
    const report = await asked(model, by);
    expect(report.credited).toBeCloseTo(report.attributed, 9);
    expect(report.creditedMinor).toBeCloseTo(report.attributedMinor, 6);
  }
});

test('no time between is refused, with what to do', async () => {
  const query = '{ attribution(from: "2026-01-02T00:00:00Z", to: "2026-01-01T00:00:00Z") { credited } }';
  const { errors } = await ask(server, 'analyst', query);
  expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
});

test('the most frequent paths are told of five customers at least', async () => {
  expect((await ask(server, 'analyst', '{ conversionPaths { path customers } }')).data.conversionPaths).toEqual([]);
  const all = '{ conversionPaths(least: 1, from: "2026-01-01T00:00:00Z") { path conversions valueMinor } }';
  expect((await ask(server, 'analyst', all)).data.conversionPaths).toEqual([
    { path: ['REFERRAL', 'SMS', 'MAIL'], conversions: 1, valueMinor: 600 },
    { path: ['SMS'], conversions: 1, valueMinor: 400 },
  ]);
});
