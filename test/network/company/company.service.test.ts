import type { Graph } from '../../../src/graph/graph.js';
import { decisionChain } from '../../../src/network/company/company.service.js';
import { emptyGraph, run, servicesAt } from '../../consent/world.js';

let graph: Graph;
const ask = (more: object = {}) => decisionChain(servicesAt(graph), { company: 'B1', ...more });

/** In B1 w reports to m, m to d; x does not consent. o and far are outside; o works at B2, with m's friend p. */
beforeAll(async () => {
  graph = await emptyGraph();
  await run(
    graph,
    `CREATE (one:Company {id: 'B1', name: 'One'}), (two:Company {id: 'B2', name: 'Two'}), (:Company {id: 'B3', name: 'Empty'})
     CREATE (d:Customer:Profiled {id: 'd'})-[:WORKS_AT {level: 5, role: 'head'}]->(one), (m:Customer:Profiled {id: 'm'})-[:WORKS_AT {level: 4}]->(one),
       (w:Customer:Profiled {id: 'w'})-[:WORKS_AT {level: 2}]->(one), (x:Customer {id: 'x'})-[:WORKS_AT {level: 6}]->(one),
       (o:Customer:Profiled {id: 'o'})-[:WORKS_AT]->(two), (m)-[:WORKS_AT]->(two), (far:Customer:Profiled {id: 'far'})
     CREATE (w)-[:REPORTS_TO {key: '1', closeness: 0.5}]->(m), (m)-[:REPORTS_TO {key: '2', closeness: 0.5}]->(d), (w)-[:WORKS_WITH {key: '3', closeness: 0.9}]->(x),
       (x)-[:WORKS_WITH {key: '4', closeness: 0.9}]->(d), (m)-[:KNOWS {pair: 'd|m', closeness: 0.5}]->(d), (w)-[:KNOWS {pair: 'm|w', closeness: 0.5}]->(m),
       (o)-[:KNOWS {pair: 'o|w', closeness: 0.8}]->(w), (o)-[:KNOWS {pair: 'd|o', closeness: 0.1}]->(d), (far)-[:KNOWS {pair: 'far|o', closeness: 0.5}]->(o),
       (x)-[:KNOWS {pair: 'far|x', closeness: 0.9}]->(far), (w)-[:REFERRED {key: '5'}]->(o)`,
  );
});
afterAll(() => graph.close());

test('shows who decides, the chains, and the ways in, over consenting people', async () => {
  const found = await ask();
  expect(found).toMatchObject({ name: 'One', notShown: 1, decisionMaker: { customerId: 'd', role: 'head', level: 5 } });
  expect(found.people.map((p) => p.customerId)).toEqual(['d', 'm', 'w']);
  expect(found.chains.map((c) => c.people)).toEqual([
    ['m', 'd'],
    ['w', 'm', 'd'],
  ]);
  expect(found.gatekeepers.map((g) => [g.customerId, g.chains, g.betweenness])).toEqual([['m', 1, 1]]);
  expect(found.waysIn.map((w) => [w.people.join(''), w.closeness])).toEqual([
    ['owmd', expect.closeTo(0.2, 9)],
    ['od', expect.closeTo(0.1, 9)],
  ]);
  expect(found.why).toBe('head decides; 2 of 2 others have a chain there');
});

test('from a contact, and from someone outside by the path search', async () => {
  const found = await ask({ contact: 'w', from: 'far' });
  expect(found.chains).toMatchObject([{ people: ['w', 'm', 'd'], formal: true }]);
  expect(found.waysIn[0]).toMatchObject({ people: ['far', 'o', 'w', 'm', 'd'] });
  await expect(ask({ contact: 'x' })).rejects.toMatchObject({ kind: 'INPUT' });
  await expect(ask({ company: 'none' })).rejects.toMatchObject({ kind: 'NOT_FOUND' });
  expect(await ask({ company: 'B3' })).toMatchObject({
    decisionMaker: null,
    chains: [],
    why: expect.stringContaining('nobody'),
  });
});

test('companies are connected by shared people, referrals and acquaintance', async () => {
  const [row, ...others] = await graph.ask('network/company-network', { limit: 10 });
  expect(others).toEqual([]);
  expect(row).toMatchObject({ companyId: 'B1', otherId: 'B2', shared: 1, referrals: 1 });
  expect(await graph.ask('network/company-network', { company: 'B2' })).toMatchObject([
    { companyId: 'B2', otherId: 'B1', shared: 1 },
  ]);
  const { nodes } = await graph.picture('network/company-network.picture', { limit: 20 });
  expect(nodes.map((n) => n.properties.id)).toEqual(expect.arrayContaining(['B1', 'B2', 'w', 'o']));
  const inside = await graph.picture('network/company-staff.picture', { company: 'B1' });
  expect(inside.nodes.map((n) => n.properties.id)).not.toContain('x');
});
