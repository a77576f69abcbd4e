import fc from 'fast-check';
import { recordConsent } from '../../src/consent/consent.service.js';
import { mayContact, mayUse } from '../../src/consent/contact.service.js';
import { openRequest } from '../../src/consent/requests/open-request.service.js';
import { dueAt, type FulfilInput, type RequestKind } from '../../src/consent/requests/request.js';
import { dataRequests, identifyRequest, refuseRequest, requestOf } from '../../src/consent/requests/request.service.js';
import { partOf, sectionsOf } from '../../src/rights/copy/copy.js';
import { personCopy } from '../../src/rights/copy/person-copy.service.js';
import { searchFor } from '../../src/rights/erasure/erasure.js';
import { fulfilRequest } from '../../src/rights/fulfil.service.js';
import { restrictPerson } from '../../src/rights/restrict.service.js';
import { personalFields } from '../../src/security/sealing/customer-view.js';
import { run } from '../setup/world.js';
import { rightsWorld } from './world.js';

const world = rightsWorld();
const { services } = world;
const me = 'cust-0001';

async function fulfilled(kind: RequestKind, more: Partial<FulfilInput> = {}, customerId = me) {
  const { requestId } = await openRequest(services(), { customerId, kind, via: 'form' });
  await identifyRequest(services(), requestId, 'CALL_BACK');
  return fulfilRequest(services(), { request: requestId, ...more });
}

test('a request is due in 30 days by GDPR and 15 by PIPL, is recorded once, and passes on only in its order', async () => {
  const opened = new Date('2026-06-01T00:00:00Z');
  expect(dueAt(opened, 'GDPR').toISOString()).toBe('2026-07-01T00:00:00.000Z');
  const first = await openRequest(services(), { customerId: 'cust-0011', kind: 'CORRECTION', via: 'call' }, 'PIPL');
  expect(first).toMatchObject({ opened: true, dueAt: new Date('2026-06-16T00:00:00Z') });
  const both = await Promise.all(
    [1, 2].map(() => openRequest(services(), { customerId: 'cust-0011', kind: 'CORRECTION', via: 'call' })),
  );
  expect(both.map((b) => [b.requestId, b.opened])).toEqual([1, 2].map(() => [first.requestId, false]));
  const request = first.requestId;
  await expect(fulfilRequest(services(), { request })).rejects.toMatchObject({ kind: 'CONFLICT' });
  expect(await identifyRequest(services(), request, 'IN_PERSON')).toMatchObject({
    state: 'IDENTIFIED',
    means: 'IN_PERSON',
  });
  await expect(identifyRequest(services(), request, 'IN_PERSON')).rejects.toMatchObject({ kind: 'CONFLICT' });
  await expect(fulfilRequest(services(), { request })).rejects.toMatchObject({ kind: 'INPUT' });
  expect((await dataRequests(services('2026-06-20T00:00:00Z'), { overdue: true })).map((r) => r.id)).toEqual([request]);
  expect(await refuseRequest(services(), request, 'asked for by mistake')).toMatchObject({
    state: 'REFUSED',
    overdue: false,
  });
  await expect(openRequest(services(), { customerId: 'nobody', kind: 'ACCESS', via: 'x' })).rejects.toMatchObject({
    kind: 'NOT_FOUND',
  });
  await expect(requestOf(services(), 'nothing')).rejects.toMatchObject({ kind: 'NOT_FOUND' });
});

test('the copy holds everything of the person and nothing of others, and is recorded', async () => {
  const { requestId } = await openRequest(services(), { customerId: me, kind: 'ACCESS', via: 'form' });
  await expect(personCopy(services(), requestId)).rejects.toMatchObject({ kind: 'CONFLICT' });
  await identifyRequest(services(), requestId, 'SIGNED_LINK');
  const { sections, records } = await personCopy(services(), requestId);
  const text = JSON.stringify(sections);
  for (const theirs of ['Li Made-Up', 'li@mail.example', 'a question of mine', 'Noodles', 'login', 'wx-li-made-up'])
    expect(text).toContain(theirs);
  for (const others of ['cust-0002', 'cust-0011', 'Wu Made-Up', 'an answer', services().vault.alias('cust-0002')])
    expect(text).not.toContain(others);
  expect(text).not.toMatch(/[sS]ealed|keyWrapped|[lL]ookup|nameTokens/);
  expect(sections.ties).toEqual(
    expect.arrayContaining([
      { type: 'FAMILY_OF', closeness: 0.5, since: new Date('2020-01-01T00:00:00Z') },
      { type: 'REFERRED', direction: 'from you', closeness: 0.5, since: new Date('2019-01-01T00:00:00Z') },
    ]),
  );
  expect(sections.identities).toMatchObject([{ kind: 'PHONE' }, { kind: 'ADDRESS' }]);
  expect(sections.scores![0]).toMatchObject({ score: 'INFLUENCE', why: expect.any(String), whyZh: expect.any(String) });
  const [entry] = await run(
    world.graph,
    'MATCH (e:AuditEntry {action: "EXPORTED"}) RETURN e.customers AS who, e.count AS n',
  );
  expect(entry).toEqual({ who: [me], n: records });
  expect(await requestOf(services(), requestId)).toMatchObject({ state: 'DONE' });
  expect(Object.keys(partOf('PORTABILITY', sections)).sort()).toEqual([
    'consentHistory',
    'events',
    'interests',
    'orderLines',
    'orders',
    'person',
    'posts',
    'reactions',
    'sources',
    'work',
  ]);
});

test('a correction seals the new value, moves the lookup, and is recorded by the field alone', async () => {
  const before = await run(
    world.graph,
    'MATCH (:Customer {id: "cust-0002"})-[:HAS_IDENTITY]->(i) RETURN i.kind AS kind',
  );
  expect(before).toEqual([{ kind: 'ADDRESS' }]);
  await fulfilled('CORRECTION', { correction: { phone: '13900000009', city: 'Wuxi' } }, 'cust-0002');
  expect((await personalFields(services(), ['cust-0002'])).get('cust-0002')).toMatchObject({ phone: '13900000009' });
  const lookup = services().vault.lookup('PHONE', '+8613900000009');
  expect(
    await run(
      world.graph,
      'MATCH (c:Customer {id: "cust-0002"})-[:HAS_IDENTITY]->(i {kind: "PHONE"}) RETURN i.lookup AS lookup, c.city AS city',
    ),
  ).toEqual([{ lookup, city: 'Wuxi' }]);
  await fulfilled('CORRECTION', { correction: { phone: null } }, 'cust-0002');
  expect(await run(world.graph, 'MATCH (i:Identity {lookup: $lookup}) RETURN i', { lookup })).toEqual([]);
  const entries = await run(
    world.graph,
    'MATCH (e:AuditEntry {action: "CORRECTED"}) RETURN e.fields AS fields, e.detail AS detail',
  );
  expect(entries).toEqual([
    { fields: ['phone', 'city'], detail: null },
    { fields: ['phone'], detail: null },
  ]);
  await expect(fulfilled('CORRECTION', { correction: { email: 'no mail' } }, 'cust-0011')).rejects.toMatchObject({
    kind: 'INPUT',
  });
});

test('while restricted nothing holds, whatever is consented meanwhile; lifted, the ledger speaks again', async () => {
  const held = () =>
    run(
      world.graph,
      'MATCH (c:Customer {id: $me}) RETURN COUNT { (c)-[:CONSENTS_TO]->() } AS consents, c:Profiled AS profiled',
      { me },
    );
  const before = await held();
  expect(before).toEqual([{ consents: 2, profiled: true }]);
  await fulfilled('RESTRICTION');
  await recordConsent(services(), { customerId: me, purpose: 'research', channel: 'MAIL', via: 'form' });
  expect(await held()).toEqual([{ consents: 0, profiled: false }]);
  expect(await mayContact(services(), me, 'marketing', 'SMS')).toMatchObject({ allowed: false, reason: 'RESTRICTED' });
  expect(await mayUse(services(), me, 'service')).toMatchObject({ allowed: false, reason: 'RESTRICTED' });
  await restrictPerson(services(), me, false);
  expect(await held()).toEqual([{ consents: 3, profiled: true }]);
  await expect(restrictPerson(services(), 'nobody')).rejects.toMatchObject({ kind: 'NOT_FOUND' });
});

test('an objection ends every consent, and no other ground stands in', async () => {
  await fulfilled('OBJECTION', {}, 'cust-0002');
  expect(await mayContact(services(), 'cust-0002', 'marketing', 'SMS')).toMatchObject({ reason: 'OBJECTED' });
  expect(await run(world.graph, 'MATCH (c:Customer {id: "cust-0002"}) RETURN c:Profiled AS profiled')).toEqual([
    { profiled: false },
  ]);
});

test('ties in a copy keep nothing that tells who the other is', () => {
  const anything = fc.dictionary(fc.constantFrom('key', 'pair', 'closeness', 'kinds'), fc.constant('ID-OF-OTHER'));
  fc.assert(
    fc.property(anything, fc.boolean(), (tie, outgoing) => {
      const safe = { ...tie, closeness: 0.5, kinds: ['FOLLOWS'] };
      const { ties } = sectionsOf([{ type: 'KNOWS', outgoing, label: 'Customer', tie: safe, node: {} }], []);
      expect(JSON.stringify(ties)).not.toContain('ID-OF-OTHER');
    }),
  );
});

test('an id is found as a whole word only', () => {
  const { pattern, word } = searchFor('cust-1', ['C-7KQ2M']);
  const body = new RegExp(word);
  for (const text of ['cust-1', 'm1|cust-1', '{"id":"cust-1"}', 'C-7KQ2M']) expect(text).toMatch(body);
  for (const text of ['cust-11', 'my-cust-1', 'cust-1-2', 'C-7KQ2MX']) expect(text).not.toMatch(body);
  expect(pattern).toContain(word);
  fc.assert(fc.property(fc.string({ minLength: 4 }), (id) => new RegExp(searchFor(id, []).word) instanceof RegExp));
});
