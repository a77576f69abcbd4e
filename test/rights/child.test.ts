import { audience } from '../../src/campaigns/audience.service.js';
import { createCampaign } from '../../src/campaigns/campaign.service.js';
import { launchCampaign } from '../../src/campaigns/launch/launch.service.js';
import { recordConsent } from '../../src/consent/consent.service.js';
import { expireConsents } from '../../src/consent/consent-ledger.service.js';
import { mayContact, mayUse } from '../../src/consent/contact.service.js';
import { openRequest } from '../../src/consent/requests/open-request.service.js';
import { identifyRequest } from '../../src/consent/requests/request.service.js';
import { importFiles } from '../../src/intake/index.js';
import { correctPerson } from '../../src/rights/correct.service.js';
import { fulfilRequest } from '../../src/rights/fulfil.service.js';
import { restrictPerson } from '../../src/rights/restrict.service.js';
import { file, home, run } from '../intake/world.js';
import { rightsWorld } from './world.js';

const world = rightsWorld();
const { services } = world;
const [me, other] = ['cust-0001', 'cust-0002'];
/** Under 14 until 2028-06-01. */
const CHILD = '2014-05-17';
let campaigns = 0;

beforeAll(async () => {
  await recordConsent(services(), { customerId: other, purpose: 'marketing', channel: 'SMS', via: 'form' });
  await run(
    world.graph,
    "MERGE (s:ContactSettings {id: 'contact'}) SET s += {timeZone: 'UTC', quietFrom: 0, quietUntil: 0, channels: []}",
  );
});

/** Everything of a customer that consent carries, as each part of the product sees it. */
async function standingOf(customerId: string, now?: string) {
  const at = services(now);
  const question = { segmentId: 'all', purposeId: 'marketing' as const, channel: 'SMS' as const, now: at.clock.now() };
  const members = await audience(at, { ...question, limit: 100, after: '' });
  const id = `child-${++campaigns}`;
  const plan = { id, name: id, purpose: 'marketing' as const, channel: 'SMS' as const, segment: 'all' };
  await createCampaign(at, { ...plan, variants: [{ name: 'A', share: 1 }] });
  await launchCampaign(at, id);
  const sent = await run(
    world.graph,
    'MATCH (c:Customer {id: $customerId})-[:RECEIVED]->(t:Touch) WHERE t.id STARTS WITH $id + "|" RETURN t.id',
    { customerId, id },
  );
  const [held] = await run(
    world.graph,
    'MATCH (c:Customer {id: $customerId}) RETURN c:Profiled AS profiled, c.influence AS influence, COUNT { (c)-[:CONSENTS_TO]->() } AS edges',
    { customerId },
  );
  const may = {
    marketing: (await mayContact(at, customerId, 'marketing', 'SMS')).allowed,
    profiling: (await mayUse(at, customerId, 'profiling')).allowed,
  };
  return { ...held, ...may, inAudience: members.some((m) => m.customerId === customerId), launched: sent.length };
}

const OPEN = {
  profiled: true,
  influence: 50,
  edges: 2,
  marketing: true,
  profiling: true,
  inAudience: true,
  launched: 1,
};
const CLOSED = {
  profiled: false,
  influence: null,
  edges: 0,
  marketing: false,
  profiling: false,
  inAudience: false,
  launched: 0,
};

const scored = (id: string) => run(world.graph, 'MATCH (c:Profiled {id: $id}) SET c.influence = 50', { id });
const importBirthday = (id: string, birthday: string) =>
  importFiles(services(), {
    files: [file('customers.csv', `id,birthday\n${id},${birthday}\n`)],
    rejectsFolder: home,
  });

async function correctedBirthday(customerId: string, birthday: string): Promise<void> {
  const { requestId } = await openRequest(services(), { customerId, kind: 'CORRECTION', via: 'form' });
  await identifyRequest(services(), requestId, 'CALL_BACK');
  await fulfilRequest(services(), { request: requestId, correction: { birthday } });
}

test.each([
  ['a correction that a person asked for', correctedBirthday],
  ['an import', importBirthday],
])(
  'a birthday under 14 by %s ends marketing, profiling and scores at once, and one of an adult brings consents back',
  async (_by, change) => {
    await scored(me);
    expect(await standingOf(me)).toEqual(OPEN);
    await change(me, CHILD);
    expect(await standingOf(me)).toEqual(CLOSED);
    await change(me, '1990-01-01');
    expect(await standingOf(me)).toEqual({ ...OPEN, influence: null });
    expect(await standingOf(other)).toMatchObject({ marketing: true, inAudience: true });
  },
);

test("a guardian's consent carries a child's profiling until the child is 14, and no longer", async () => {
  await correctPerson(services(), me, { birthday: CHILD });
  await recordConsent(services(), {
    customerId: me,
    purpose: 'research',
    channel: 'MAIL',
    via: 'form',
    guardian: true,
  });
  const research = async (now: string) => (await mayContact(services(now), me, 'research', 'MAIL')).allowed;
  expect([await research('2026-06-02T12:00:00Z'), await research('2028-06-01T00:00:00Z')]).toEqual([true, false]);
  const edges = () => run(world.graph, 'MATCH (:Customer {id: $me})-[c:CONSENTS_TO]->(p) RETURN p.id AS id', { me });
  expect(await edges()).toEqual([{ id: 'research' }]);
  await expireConsents(services('2028-06-01T00:00:01Z'));
  expect(await edges()).toEqual([]);
  await correctPerson(services(), me, { birthday: '1990-01-01' });
});

test('a restriction closes every use at once', async () => {
  await scored(me);
  expect(await standingOf(me)).toMatchObject({ marketing: true, launched: 1 });
  await restrictPerson(services(), me);
  expect(await standingOf(me)).toEqual(CLOSED);
});

test('an erasure leaves nobody to reach', async () => {
  const { requestId } = await openRequest(services(), { customerId: other, kind: 'ERASURE', via: 'form' });
  await identifyRequest(services(), requestId, 'CALL_BACK');
  expect(await standingOf(other)).toMatchObject({ marketing: true, inAudience: true, launched: 1 });
  await fulfilRequest(services(), { request: requestId, mode: 'DELETE' });
  const question = {
    segmentId: 'all',
    purposeId: 'marketing' as const,
    channel: 'SMS' as const,
    limit: 100,
    after: '',
  };
  const left = await audience(services(), { ...question, now: services().clock.now() });
  expect(left.map((m) => m.customerId)).not.toContain(other);
  expect(await run(world.graph, 'MATCH (c:Customer {id: $other}) RETURN c.id', { other })).toEqual([]);
});
