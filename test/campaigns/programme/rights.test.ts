import type { Graph } from '../../../src/graph/graph.js';
import { sectionsOf } from '../../../src/rights/copy/copy.js';
import { erasePerson } from '../../../src/rights/erasure/erase.service.js';
import { SHARED_LABELS, SHOWN_TIES } from '../../../src/rights/erasure/erasure.js';
import { emptyGraph, run, servicesOf } from '../../intake/world.js';

let graph: Graph;
const [ME, OTHER, FRIEND] = ['cust-0001', 'cust-0002', 'cust-0003'];

/** One person in the middle of a chain, in an experiment: brought by another, and bringing a friend. */
beforeAll(async () => {
  graph = await emptyGraph();
  await run(
    graph,
    `CREATE (p:ReferralProgramme {id: 'friends'}), (x:Experiment {id: 'menu'})-[:HAS_VARIANT]->(v:Variant {id: 'x:menu|A', name: 'A'})
     CREATE (o:Customer:Profiled {id: $OTHER})-[:HAS_CODE]->(code:ReferralCode {id: 'CODEOTHER2'})-[:OF_PROGRAMME]->(p)
     CREATE (me:Customer:Profiled {id: $ME})-[:HAS_CODE]->(mine:ReferralCode {id: 'CODEMINE22'})-[:OF_PROGRAMME]->(p)
     CREATE (f:Customer:Profiled {id: $FRIEND})
     CREATE (me)-[:INVITED]->(:Invitation {id: 'sent|CODEMINE22|1', status: 'SENT'})-[:BY_CODE]->(mine)
     CREATE (me)-[:REDEEMED]->(:Invitation {id: 'friends|' + $ME, programme: 'friends', status: 'CONVERTED'})-[:BY_CODE]->(code)
     CREATE (f)-[:REDEEMED]->(:Invitation {id: 'friends|' + $FRIEND, programme: 'friends', status: 'OPEN'})-[:BY_CODE]->(mine)
     CREATE (o)-[:EARNED]->(:Reward {id: 'programme:friends|' + $OTHER + '|' + $ME, status: 'PENDING'})-[:FOR_REFERRAL_OF]->(me)
     CREATE (me)-[:TRIED {experiment: 'menu', cluster: $ME}]->(v), (o)-[:TRIED {experiment: 'menu', cluster: $OTHER}]->(v)`,
    { ME, OTHER, FRIEND },
  );
});
afterAll(() => graph?.close());

test('a copy holds their codes, invitations and variants, and nothing of others', async () => {
  const asked = { customerId: ME!, shared: SHARED_LABELS, shown: SHOWN_TIES };
  const sections = sectionsOf(await graph.read('rights/steps/requests/rights-copy', asked), []);
  expect(sections.referrals!.map(({ type }) => type).sort()).toEqual(['HAS_CODE', 'INVITED', 'REDEEMED']);
  expect(sections.memberships).toEqual([expect.objectContaining({ type: 'TRIED', experiment: 'menu' })]);
  expect(JSON.stringify(sections)).not.toMatch(`${OTHER}.*${FRIEND}|CODEOTHER2`);
});

test('an erasure takes code, invitations and variant, and leaves those of others', async () => {
  await erasePerson(servicesOf(graph), { customerId: ME!, mode: 'DELETE' });
  const left = await run(
    graph,
    'MATCH (n) WHERE n:ReferralCode OR n:Invitation OR n:Reward RETURN labels(n)[0] AS label, n.id AS id ORDER BY label, id',
  );
  expect(left.map(({ label }) => label)).toEqual(['Invitation', 'ReferralCode', 'Reward']);
  expect(JSON.stringify(left)).not.toMatch(`${ME}|CODEMINE22`);
  const tried = await run(graph, 'MATCH (c)-[t:TRIED]->() RETURN c.id AS id, t.cluster AS cluster');
  expect(tried).toEqual([{ id: OTHER, cluster: OTHER }]);
});
