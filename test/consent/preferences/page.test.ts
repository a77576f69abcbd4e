import { actOn } from '../../../src/consent/preferences/action.service.js';
import { signedLink } from '../../../src/consent/preferences/link.js';
import { sealPerson } from '../../../src/security/sealing/person.js';
import { type ApiServer, apiServer, ask, emptyDatabase } from '../../api/api-server.js';
import { run, servicesAt } from '../world.js';

const NAME = '<b>林小测</b>';
const PHONE = '13800139999';
let server: ApiServer;
let path: string;

beforeAll(async () => {
  await emptyDatabase();
  server = await apiServer();
  const { vault, graph } = server;
  for (const id of ['a1', 'a2']) {
    const { key, wrapped } = vault.newKey();
    const sealed = { sealed: sealPerson(vault, key, { name: NAME, phone: PHONE }) };
    const more = { keyWrapped: wrapped, alias: vault.alias(id), city: '杭州', orders: 3, ...sealed };
    await run(graph, 'CREATE (c:Customer {id: $id}) SET c += $more', { id, more });
  }
  const made = await ask(server, 'service', 'mutation { preferenceLink(customer: "a1") { path expiresAt } }');
  path = made.data.preferenceLink.path;
});
afterAll(() => server?.end());

const get = (at = path, headers: Record<string, string> = {}) => fetch(`${server.url}${at}`, { headers });
const formOf = (html: string) => /name="form" value="([^"]+)"/.exec(html)![1]!;

async function press(button: string, form?: string, at = path): Promise<Response> {
  const token = form ?? formOf(await (await get()).text());
  const body = new URLSearchParams({ form: token, do: button });
  return fetch(`${server.url}${at}`, { method: 'POST', body, redirect: 'manual' });
}

const edges = async () =>
  (
    await run(
      server.graph,
      "MATCH (:Customer {id: 'a1'})-[c:CONSENTS_TO]->(p) RETURN p.id + '/' + c.channel + '/' + c.textVersion AS e ORDER BY e",
    )
  ).map((r) => r.e);

test('the page needs no login, shows what is known masked, and runs and loads nothing from elsewhere', async () => {
  const response = await get();
  const html = await response.text();
  expect(response.status).toBe(200);
  expect(html).toContain('138****99');
  expect(html).not.toContain(PHONE);
  expect(html).not.toContain('林小测');
  expect(html).not.toMatch(/<script|<img|<link|onclick|https?:|<b>林/);
  expect(html).toContain('name="viewport"');
  const header = (name: string) => response.headers.get(name);
  expect(header('content-security-policy')).toMatch(
    /^default-src 'none'; style-src 'nonce-[^']+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
  );
  expect([header('referrer-policy'), header('cache-control'), header('set-cookie')]).toEqual([
    'no-referrer',
    'no-store',
    null,
  ]);
});

test('it speaks Chinese and English, by the browser or by the reader', async () => {
  const text = async (at: string, language: string) => (await get(at, { 'accept-language': language })).text();
  expect(await text(path, 'zh-CN,zh;q=0.9,en;q=0.5')).toContain('<html lang="zh-CN">');
  expect(await text(path, 'en-GB')).toContain('<html lang="en">');
  expect(await text(path, 'fr')).toContain('Your data and your choices');
  expect(await text(`${path}?lang=zh`, 'en-GB')).toContain('您的信息与选择');
});

test('giving and withdrawing by purpose and channel hold at once, with the words that were read', async () => {
  const given = await press('give:marketing:SMS:1');
  expect([given.status, given.headers.get('location')]).toEqual([303, `${path}?lang=en&done=given`]);
  await press('give:profiling:ALL:1');
  expect(await edges()).toEqual(['marketing/SMS/1', 'profiling/ALL/1']);
  await run(server.graph, "MATCH (c:Profiled {id: 'a1'}) SET c.influence = 63.4");
  expect(await (await get()).text()).toContain('63 of 100');
  await press('withdraw:profiling:ALL');
  expect(await edges()).toEqual(['marketing/SMS/1']);
  expect(await (await get()).text()).not.toContain('63 of 100');
  await press('give:research:MAIL:1');
  await press('withdraw-all');
  expect(await edges()).toEqual([]);
  const ledger = await run(
    server.graph,
    "MATCH (:Customer {id: 'a1'})-[:HAS_CONSENT_EVENT]->(e {action: 'GIVEN'}) RETURN DISTINCT e.via AS via, e.proof AS proof",
  );
  expect(ledger).toEqual([{ via: 'preference page', proof: 'preference page' }]);
});

test('a ban, a copy, a correction and an erasure can be asked for, each request once', async () => {
  await press('ban');
  expect(await (await get()).text()).toContain('You may contact me again');
  await press('unban');
  for (const button of ['copy', 'copy', 'correct', 'erase']) expect((await press(button)).status).toBe(303);
  const requests = await run(
    server.graph,
    'MATCH (r:DataRequest) RETURN r.kind AS kind, r.state AS state ORDER BY kind',
  );
  expect(requests).toEqual(['ACCESS', 'CORRECTION', 'ERASURE'].map((kind) => ({ kind, state: 'OPEN' })));
});

test('channel and language of messages are chosen and taken back, and nothing else can be set so', async () => {
  const services = servicesAt(server.graph); // by no request: the page lets an address make 60 a minute
  const held = async () =>
    (
      await run(server.graph, "MATCH (c:Customer {id: 'a1'}) RETURN c.preferredChannel AS by, c.language AS language")
    )[0];
  expect(await actOn(services, 'a1', 'prefer:preferredChannel:WECHAT')).toBe('preferred');
  await actOn(services, 'a1', 'prefer:language:en');
  expect(await held()).toEqual({ by: 'WECHAT', language: 'en' });
  expect(await (await get()).text()).toContain('value="prefer:language:en" aria-pressed="true"');
  await actOn(services, 'a1', 'prefer:preferredChannel:');
  expect(await held()).toEqual({ by: null, language: 'en' });
  for (const button of ['prefer:language:fr', 'prefer:preferredChannel:ALL', 'prefer:city:x', 'prefer:constructor:x'])
    await expect(actOn(services, 'a1', button)).rejects.toMatchObject({ kind: 'INPUT' });
});

test('only a form of the page is taken, and only a link that was signed and has not ended', async () => {
  expect((await press('give:marketing:SMS:1', 'made.up')).status).toBe(403);
  expect((await press('give:marketing:SMS:1', '')).status).toBe(403);
  expect((await press('give:nothing:SMS:1')).status).toBe(400);
  const { vault } = server;
  const ended = signedLink(vault, 'a1', new Date(Date.now() - 1000));
  const [alias, expires, signature] = path.split('/').at(-1)!.split('.');
  const later = (Number.parseInt(expires!, 36) + 1).toString(36);
  for (const link of [
    ended,
    `${alias}.${later}.${signature}`,
    `${vault.alias('a2')}.${expires}.${signature}`,
    'nonsense',
    "C-0000000.1.'",
  ]) {
    const response = await get(`/preferences/${encodeURIComponent(link)}`);
    expect([link.length > 0, response.status]).toEqual([true, 404]);
    expect(await response.text()).toContain('does not hold any more');
  }
  expect(await edges()).toEqual([]);
});

test('a form is taken once, whoever sends it again and whatever it then asks for', async () => {
  const form = formOf(await (await get()).text());
  expect((await press('ban', form)).status).toBe(303);
  expect((await press('ban', form)).status).toBe(403);
  expect((await press('give:marketing:SMS:1', form)).status).toBe(403);
  const fresh = formOf(await (await get()).text());
  const both = await Promise.all([press('unban', fresh), press('unban', fresh)]);
  expect(both.map(({ status }) => status).sort()).toEqual([303, 403]);
});

test('names that every object has are no buttons, and leave the server fit for the next request', async () => {
  for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty'])
    expect([name, (await press(name)).status]).toEqual([name, 400]);
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask(server, 'service', '{ customers { id } }')));
  expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
});

test('the link is made for those who serve customers only, is recorded, and stands in no log', async () => {
  const asked = 'mutation { preferenceLink(customer: "a1", days: 91) { path } }';
  expect((await ask(server, 'service', asked)).errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  expect((await ask(server, 'marketer', asked)).errors[0]?.extensions?.code).toBe('FORBIDDEN');
  expect(
    await run(server.graph, "MATCH (e:AuditEntry {action: 'PREFERENCE_LINK'}) RETURN e.customers AS customers"),
  ).toHaveLength(1);
  const link = path.split('/').at(-1)!;
  expect(JSON.stringify(server.lines)).not.toContain(link);
  expect(JSON.stringify(server.lines)).toContain('/preferences/:link');
});

test('whoever tries links is slowed down', async () => {
  const all = await Promise.all(Array.from({ length: 61 }, () => get('/preferences/nonsense')));
  expect(all.some(({ status }) => status === 429)).toBe(true);
});
