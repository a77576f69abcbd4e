import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SIGNED_BY, signatureOf } from '../../src/kernel/signature.js';
import { type ApiServer, apiServer, emptyDatabase, rest } from '../api/api-server.js';
import { run } from '../consent/world.js';

const [OLD, NEW, OTHERS] = ['o'.repeat(32), 'n'.repeat(32), 'd'.repeat(32)];
const SETTINGS = ['GUANXI_CHANNELS', 'DELIVERY_SECRET'] as const;
const before = SETTINGS.map((name) => process.env[name]);
let server: ApiServer;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guanxi-signed-'));
  const path = join(folder, 'channels.yaml');
  writeFileSync(path, `channels:\n  SMS: { adapter: file, receipts: [${NEW}, ${OLD}] }\n  CALL: { adapter: file }\n`);
  [process.env.GUANXI_CHANNELS, process.env.DELIVERY_SECRET] = [path, OTHERS];
  await emptyDatabase();
  server = await apiServer();
  await run(
    server.graph,
    `UNWIND ['SMS', 'MAIL'] AS channel
     MATCH (p:Purpose {id: 'marketing'})
     MERGE (c:Customer {id: 's1', alias: 'S1'})
     CREATE (c)-[:RECEIVED]->(:Touch {id: channel + '|s1', channel: channel, state: 'SENT'})
     CREATE (c)-[:CONSENTS_TO {key: 's1|marketing|' + channel, channel: channel, since: datetime('2026-01-05')}]->(p)`,
  );
});
afterAll(async () => {
  for (const [n, name] of SETTINGS.entries())
    if (before[n] === undefined) delete process.env[name];
    else process.env[name] = before[n];
  rmSync(folder, { recursive: true });
  await server?.end();
});

const secondsAgo = (seconds: number) => String(Math.floor(Date.now() / 1000) - seconds);
const post = async (path: string, body: string, headers: Record<string, string>) => {
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body };
  const response = await fetch(server.url + path, init);
  return { status: response.status, body: await response.json() };
};
const signed = (path: string, content: unknown, secret: string, timestamp = secondsAgo(0)) => {
  const body = JSON.stringify(content);
  const signature = signatureOf(secret, timestamp, body);
  return post(path, body, { [SIGNED_BY.timestamp]: timestamp, [SIGNED_BY.signature]: signature });
};
const event = (deliveryId: string, more: object = {}) => ({
  events: [{ deliveryId, event: 'OPENED', at: '2026-03-01T02:00:00Z', eventId: `e-${deliveryId}`, ...more }],
});
const openedAt = async () =>
  (await run(server.graph, "MATCH (t:Touch {id: 'SMS|s1'}) RETURN toString(t.openedAt) AS at"))[0]!.at;

test('a receipt is taken on the signature of its channel, the new secret or the old, and again changes nothing', async () => {
  const body = JSON.stringify(event('SMS|s1'));
  const timestamp = secondsAgo(60);
  const headers = { [SIGNED_BY.timestamp]: timestamp, [SIGNED_BY.signature]: signatureOf(NEW, timestamp, body) };
  const first = await post('/api/receipts/SMS', body, headers);
  expect(first).toEqual({ status: 200, body: { recorded: 1, repeated: 0, unknown: 0, withdrawn: 0 } });
  const opened = await openedAt();
  expect((await post('/api/receipts/SMS', body, headers)).body).toMatchObject({ recorded: 0, repeated: 1 });
  expect((await signed('/api/receipts/SMS', event('SMS|s1'), OLD)).body).toMatchObject({ recorded: 0, repeated: 1 });
  expect(await openedAt()).toBe(opened);
});

test('a wrong signature, an altered body, an old time, another channel and a channel without a secret are refused', async () => {
  const content = event('SMS|s1', { event: 'CLICKED' });
  const refused = [
    await signed('/api/receipts/SMS', content, 'x'.repeat(32)),
    await signed('/api/receipts/SMS', content, OTHERS),
    await signed('/api/receipts/SMS', content, NEW, secondsAgo(301)),
    await signed('/api/receipts/SMS', content, NEW, secondsAgo(-301)),
    await signed('/api/receipts/CALL', content, OTHERS),
    await signed('/api/receipts/PIGEON', content, 'x'.repeat(32)),
    await post('/api/receipts/SMS', '{}', {}),
  ];
  const at = secondsAgo(0);
  const right = { [SIGNED_BY.timestamp]: at, [SIGNED_BY.signature]: signatureOf(NEW, at, JSON.stringify(content)) };
  refused.push(await post('/api/receipts/SMS', `${JSON.stringify(content)} `, right));
  refused.push(
    await post('/api/receipts/SMS', JSON.stringify(content), { ...right, [SIGNED_BY.timestamp]: secondsAgo(1) }),
  );
  expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 401));
  expect(refused[2]!.body.error).toMatchObject({
    code: 'UNAUTHENTICATED',
    message: expect.stringMatching(/five minutes/),
  });
  const [touch] = await run(server.graph, 'MATCH (t:Touch) WHERE t.clickedAt IS NOT NULL RETURN count(t) AS clicked');
  expect(touch!.clicked).toBe(0);
});

test('a secret that was taken out of the file is refused from then on, without a new start', async () => {
  const path = process.env.GUANXI_CHANNELS!;
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace(`, ${OLD}`, ''));
  expect((await signed('/api/receipts/SMS', event('SMS|s1'), OLD)).status).toBe(401);
  expect((await signed('/api/receipts/SMS', event('SMS|s1'), NEW)).status).toBe(200);
  writeFileSync(path, text);
  expect((await signed('/api/receipts/SMS', event('SMS|s1'), OLD)).status).toBe(200);
});

test('as many receipts as are promised are taken in one request, and one more is refused by its number', async () => {
  const events = Array.from({ length: 1_001 }, (_, n) => ({ ...event(`nobody-${n}`).events[0]!, text: 'x' }));
  const taken = await signed('/api/receipts/SMS', { events: events.slice(1) }, NEW);
  expect(taken).toMatchObject({ status: 200, body: { unknown: 1_000 } });
  const more = await signed('/api/receipts/SMS', { events }, NEW);
  expect([more.status, more.body.error.message]).toEqual([
    400,
    expect.stringMatching(/1000 entries or fewer|more than/),
  ]);
});

test('who sends by one channel says nothing of deliveries of another', async () => {
  const left = { event: 'UNSUBSCRIBED' };
  expect((await signed('/api/receipts/SMS', event('MAIL|s1', left), NEW)).body).toMatchObject({
    unknown: 1,
    withdrawn: 0,
  });
  const by = await signed('/api/receipts/MAIL', event('MAIL|s1', left), OTHERS); // the file leaves MAIL out
  expect(by.body).toMatchObject({ recorded: 1, withdrawn: 1 });
});

test('a signed reply of one word withdraws, repeated it changes nothing, and neither gives a way to anything else', async () => {
  const reply = { address: '13800000000', text: 'TD' };
  expect(await signed('/api/receipts/SMS/replies', reply, NEW)).toMatchObject({ status: 400 }); // no messageId
  const answer = await signed('/api/receipts/SMS/replies', { ...reply, messageId: 'm1' }, NEW);
  expect(answer).toMatchObject({ status: 200, body: { action: 'WITHDRAWN', customers: 0 } });
  expect(await signed('/api/deliveries', event('SMS|s1'), NEW)).toMatchObject({ status: 401 });
  const { paths } = (await (await rest(server, 'service', '/api/openapi.json')).json()) as never as {
    paths: Record<string, { post: { security: unknown; parameters: { name: string }[] } }>;
  };
  const described = paths['/api/receipts/{channel}']!.post;
  expect(described.security).toEqual([{ signature: [] }]);
  expect(described.parameters.map(({ name }) => name)).toContain(SIGNED_BY.timestamp);
});
