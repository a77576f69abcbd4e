import { type ApiServer, apiServer, ask, emptyDatabase, rest } from '../../api/api-server.js';
import { run } from '../../consent/world.js';

let server: ApiServer;

/** a, b and c consent to referral and profiling, d to nothing; old ordered long ago. */
beforeAll(async () => {
  await emptyDatabase();
  server = await apiServer();
  await run(
    server.graph,
    `MERGE (p:Purpose {id: 'referral'}) WITH p UNWIND ['cust-a', 'cust-b', 'cust-c', 'cust-d', 'cust-old'] AS id
     CREATE (c:Customer {id: id, alias: 'C-' + id})
     FOREACH (_ IN CASE WHEN id IN ['cust-a', 'cust-b', 'cust-c'] THEN [1] ELSE [] END |
       SET c:Profiled CREATE (c)-[:CONSENTS_TO {key: id + '|referral|WECHAT', channel: 'WECHAT', since: datetime('2026-01-01')}]->(p))
     FOREACH (_ IN CASE WHEN id = 'cust-old' THEN [1] ELSE [] END |
       CREATE (c)-[:PLACED]->(:Order {id: 'o-old', at: datetime('2026-01-01'), amountMinor: 100, currency: 'CNY'}))`,
  );
});
afterAll(() => server?.end());

const mutate = async (role: 'marketer' | 'service' | 'admin', body: string) => {
  const { data, errors } = await ask(server, role, `mutation { ${body} }`);
  return { data: data && Object.values(data)[0], code: errors[0]?.extensions?.code };
};
const codeOf = async (customer: string) =>
  (await mutate('service', `referralCode(programme: "friends", customer: "${customer}") { code link }`)) as {
    data: { code: string; link: string };
    code?: string;
  };
const redeem = async (code: string, customerId: string) => {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, customerId }),
  };
  const response = await rest(server, 'service', '/api/referral-codes/redeem', init);
  return response.json();
};
const rewards = () =>
  run(
    server.graph,
    `MATCH (c:Customer)-[:EARNED]->(r:Reward)-[:FOR_REFERRAL_OF]->(o:Customer)
     RETURN c.id AS earner, o.id AS of, r.status AS status, r.amountMinor AS amount, r.why AS why ORDER BY earner, of`,
  );
const order = (customer: string) =>
  run(
    server.graph,
    `MATCH (c:Customer {id: $customer}) CREATE (c)-[:PLACED]->(:Order {id: 'o' + $customer, at: datetime(), amountMinor: 9000, currency: 'CNY'})`,
    { customer },
  );
const settle = async () =>
  (await mutate('marketer', 'settleProgramme(id: "friends") { converted rewards limited }')).data;

const RULE = 'rewardMinor: 2000, levels: 2, most: 1, link: "https://shop.example/r/{code}"';
const codes: Record<string, string> = {};

test('a programme is made once; codes are for those who consent to referral, one for each', async () => {
  const make = `createProgramme(input: {id: "friends", name: "Friends", ${RULE}}) { status capMinor }`;
  expect((await mutate('marketer', make)).data).toEqual({ status: 'DRAFT', capMinor: 4000 });
  expect((await mutate('marketer', make)).data).toEqual({ status: 'DRAFT', capMinor: 4000 });
  expect((await mutate('marketer', make.replace('2000', '3000'))).code).toBe('CONFLICT');
  for (const id of ['cust-a', 'cust-b', 'cust-c']) codes[id] = (await codeOf(id)).data.code;
  expect(codes['cust-a']).toMatch(/^[A-HJ-NP-Z2-9]{10}$/);
  expect((await codeOf('cust-a')).data).toEqual({
    code: codes['cust-a'],
    link: `https://shop.example/r/${codes['cust-a']}`,
  });
  expect((await codeOf('cust-d')).code).toBe('CONFLICT');
});

test('a code is redeemed once, by somebody new, in a running programme; every refusal says why', async () => {
  expect(await redeem(codes['cust-a']!, 'cust-b')).toMatchObject({ accepted: false, reason: 'PROGRAMME_CLOSED' });
  await mutate('marketer', 'startProgramme(id: "friends") { status }');
  expect(await redeem(codes['cust-a']!, 'cust-a')).toMatchObject({ reason: 'OWN_CODE' });
  expect(await redeem(codes['cust-a']!, 'cust-old')).toMatchObject({ reason: 'NOT_NEW', textZh: '该客户此前已有订单' });
  expect(await redeem(codes['cust-a']!, 'nobody')).toMatchObject({ reason: 'UNKNOWN_CUSTOMER' });
  expect(await redeem(codes['cust-a']!, 'cust-b')).toMatchObject({ accepted: true, programme: 'friends' });
  expect(await redeem(codes['cust-a']!, 'cust-b')).toMatchObject({ accepted: true });
  expect(await redeem(codes['cust-c']!, 'cust-b')).toMatchObject({ reason: 'OTHER_CODE' });
  expect(await redeem(codes['cust-b']!, 'cust-a')).toMatchObject({ reason: 'CIRCLE' });
  expect(await redeem('ZZZZZZZZZZ', 'cust-b')).toMatchObject({ error: { code: 'NOT_FOUND' } });
  const referred = await run(
    server.graph,
    'MATCH (x)-[r:REFERRED]->(y) OPTIONAL MATCH (x)-[k:KNOWS]-(y) RETURN x.id AS by, y.id AS id, r.status AS status, r.campaign AS campaign, count(k) AS knows',
  );
  expect(referred).toEqual([{ by: 'cust-a', id: 'cust-b', status: 'INVITED', campaign: 'friends', knows: 1 }]);
});

test('who buys in time is won: up the chain each level earns, within the limit of each person', async () => {
  expect(await settle()).toEqual({ converted: 0, rewards: 0, limited: 0 });
  await order('cust-b');
  expect(await settle()).toEqual({ converted: 1, rewards: 1, limited: 0 });
  expect(await settle()).toEqual({ converted: 0, rewards: 0, limited: 0 });
  expect(await redeem(codes['cust-b']!, 'cust-d')).toMatchObject({ accepted: true });
  await order('cust-d');
  expect(await settle()).toEqual({ converted: 1, rewards: 1, limited: 1 });
  expect(await rewards()).toEqual([
    { earner: 'cust-a', of: 'cust-b', status: 'PENDING', amount: 2000, why: null },
    { earner: 'cust-a', of: 'cust-d', status: 'REFUSED', amount: 0, why: 'LIMIT' },
    { earner: 'cust-b', of: 'cust-d', status: 'PENDING', amount: 2000, why: null },
  ]);
});

test('the check of fraud holds and releases; only what is released is paid, once, and stays paid', async () => {
  const pay = 'payReward(reward: "programme:friends|cust-a|cust-b", reference: "p1") { status }';
  expect((await mutate('service', pay)).code).toBe('CONFLICT');
  await run(
    server.graph,
    "MATCH (c:Customer {id: 'cust-b'}) SET c.fraudScore = 80, c.fraudReasons = ['r'], c.fraudReasonsZh = ['r']",
  );
  const hold = { threshold: 50, now: new Date(), brought: 'x', broughtZh: 'x' };
  await server.graph.write('fraud/steps/rewards-hold', hold);
  expect((await rewards()).map(({ status }) => status)).toEqual(['HELD', 'REFUSED', 'HELD']);
  const review =
    'reviewReward(reward: "programme:friends|cust-a|cust-b", decision: RELEASED, reason: "known") { status }';
  expect((await mutate('marketer', review)).data).toEqual({ status: 'RELEASED' });
  expect((await mutate('service', pay)).data).toEqual({ status: 'PAID' });
  expect((await mutate('service', pay)).data).toEqual({ status: 'PAID' });
  await server.graph.write('fraud/steps/rewards-hold', hold);
  expect((await rewards()).map(({ status }) => status)).toEqual(['PAID', 'REFUSED', 'HELD']);
});

test('invitations are counted without whom they went to; the programme and its leaders are told', async () => {
  const note = `noteInvitation(code: "${codes['cust-c']}", invitationId: "i1", channel: "WECHAT")`;
  expect([(await mutate('service', note)).data, (await mutate('service', note)).data]).toEqual([true, false]);
  const list =
    '{ referralProgrammes { codes sent redeemed converted heldMinor paidMinor refusedMinor revenueMinor costMinor perReferral roi } }';
  expect((await ask(server, 'analyst', list)).data.referralProgrammes).toEqual([
    {
      ...{ codes: 3, sent: 1, redeemed: 2, converted: 2, heldMinor: 2000, paidMinor: 2000, refusedMinor: 0 },
      ...{ revenueMinor: 18000, costMinor: 4000, perReferral: 2000, roi: 3.5 },
    },
  ]);
  const leaders = '{ referralLeaderboard(programme: "friends") { customerId shown conversions rewardMinor } }';
  expect((await ask(server, 'service', leaders)).data.referralLeaderboard).toEqual([
    { customerId: 'cust-a', shown: 'C-c***', conversions: 1, rewardMinor: 2000 },
    { customerId: 'cust-b', shown: 'C-c***', conversions: 1, rewardMinor: 2000 },
  ]);
});

test('a rule over the past is told in numbers, with who would be held', async () => {
  const query =
    '{ simulateProgramme(rule: {rewardMinor: 1000, levels: 2}) { converted rewards amountMinor heldRewards held { customerId score } } }';
  const { data, errors } = await ask(server, 'marketer', query);
  expect(errors).toEqual([]);
  // cust-d does not consent to profiling: only the referral of cust-b is looked at
  expect(data.simulateProgramme).toEqual({
    ...{ converted: 1, rewards: 1, amountMinor: 1000, heldRewards: 1 },
    held: [{ customerId: 'cust-a', score: 80 }],
  });
});

test('who withdraws from referral has a closed code from then on, and is in no leaderboard', async () => {
  await run(
    server.graph,
    "MATCH (:Customer {id: 'cust-b'})-[c:CONSENTS_TO]->(:Purpose {id: 'referral'}) DELETE c CREATE (:Customer {id: 'cust-e'})",
  );
  expect(await redeem(codes['cust-b']!, 'cust-e')).toMatchObject({ accepted: false, reason: 'CODE_CLOSED' });
  const leaders = '{ referralLeaderboard(programme: "friends") { customerId } }';
  expect((await ask(server, 'marketer', leaders)).data.referralLeaderboard).toEqual([{ customerId: 'cust-a' }]);
});
