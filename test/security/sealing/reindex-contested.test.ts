import { join } from 'node:path';
import type { Graph } from '../../../src/graph/graph.js';
import { correctPerson } from '../../../src/rights/correct.service.js';
import { reindexLookups } from '../../../src/security/index.js';
import { openVault } from '../../../src/security/sealing/keyring.js';
import type { Services } from '../../../src/security/services.js';
import { emptyGraph, file, home, importing, run, servicesOf } from '../../intake/world.js';
import { interrupted } from '../../setup/interrupted.js';

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
});
afterAll(() => graph.close());

test('who is corrected while their page is at work is found by the current key all the same', async () => {
  await importing(graph, {
    files: [file('customers.csv', 'id,name,phone\nc1,张三,13900000001\nc2,李四,13900000002\n')],
  });
  const services = (): Services => ({ ...servicesOf(graph), vault: openVault({ GUANXI_HOME: home }) });
  const corrected = () => correctPerson(services(), 'c1', { address: 'Road 1' });
  const own = { ...services(), graph: interrupted(graph, 'security/steps/lookups/lookup-page', corrected) };
  const done = await reindexLookups(own, { keyFile: join(home, 'keys.json'), rotate: true });
  expect(done).toMatchObject({ made: true, customers: 2, names: 2, contacts: 2, left: 0 });
  const rows = await run(graph, 'MATCH (c:Customer) RETURN c.nameTokens AS name, c.phoneLookup AS phone');
  for (const { name, phone } of rows)
    expect([name, phone]).toEqual(Array(2).fill(expect.stringMatching(`^${done.lookupId}`)));
});
