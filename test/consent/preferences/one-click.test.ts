import { type ApiServer, apiServer, ask, emptyDatabase } from '../../api/api-server.js';
import { run } from '../world.js';

let server: ApiServer;
let path: string;

beforeAll(async () => {
  await emptyDatabase();
  server = await apiServer();
  await run(
    server.graph,
    `CREATE (c:Customer {id: 'a1', alias: $alias})
     CREATE (c)-[:RECEIVED]->(:Touch {id: 'spring|a1', channel: 'MAIL', state: 'SENT', sentAt: datetime()})
       -[:OF_VARIANT]->(:Variant {id: 'spring|A', name: 'A'})<-[:HAS_VARIANT]-(:Campaign {id: 'spring', startedAt: datetime()})`,
    { alias: server.vault.alias('a1') },
  );
  path = (await ask(server, 'service', 'mutation { preferenceLink(customer: "a1") { path } }')).data.preferenceLink
    .path;
});
beforeEach(async () => {
  for (const channel of ['MAIL', 'SMS'])
    await ask(
      server,
      'service',
      `mutation ($c: ContactChannel!) { recordConsent(input: { customerId: "a1", purpose: marketing, channel: $c, via: "form" }) { held } }`,
      { c: channel },
    );
});
afterAll(() => server?.end());

const post = (to: string, body: BodyInit) => fetch(`${server.url}${to}`, { method: 'POST', body, redirect: 'manual' });
const form = (value = 'One-Click') => new URLSearchParams({ 'List-Unsubscribe': value });
const held = async () =>
  (await run(server.graph, "MATCH (:Customer {id: 'a1'})-[c:CONSENTS_TO]->() RETURN c.channel AS c ORDER BY c")).map(
    ({ c }) => c,
  );

test('one POST of a mail program withdraws from mails and from nothing else, and counts for the campaign', async () => {
  expect(await held()).toEqual(['MAIL', 'SMS']);
  const answer = await post(`${path}?of=spring`, form());
  expect([answer.status, await answer.text()]).toEqual([200, 'unsubscribed\n']);
  expect(await held()).toEqual(['SMS']);
  const [touch] = await run(
    server.graph,
    "MATCH (t:Touch {id: 'spring|a1'}) RETURN t.unsubscribedAt IS NOT NULL AS left",
  );
  expect(touch).toEqual({ left: true });
});

test('as parts, of a campaign nobody knows, and again after a new consent: each press withdraws', async () => {
  const parts = new FormData();
  parts.set('List-Unsubscribe', 'One-Click');
  expect((await post(`${path}?of=other`, parts)).status).toBe(200);
  expect(await held()).toEqual(['SMS']);
});

test('what is no such POST, and a link that was altered, change nothing', async () => {
  expect((await post(path, form('Maybe'))).status).toBe(403);
  expect((await post(`${path.slice(0, -1)}${path.endsWith('A') ? 'B' : 'A'}`, form())).status).toBe(404);
  expect(await held()).toEqual(['MAIL', 'SMS']);
});
