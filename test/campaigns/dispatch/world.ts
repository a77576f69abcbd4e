import { createCampaign } from '../../../src/campaigns/campaign.service.js';
import { launchCampaign } from '../../../src/campaigns/launch/launch.service.js';
import type { Graph } from '../../../src/graph/graph.js';
import { sealPerson } from '../../../src/security/sealing/person.js';
import type { Services } from '../../../src/security/services.js';
import { run, servicesAt, vault } from '../../consent/world.js';
import { clear } from '../../setup/world.js';

export const NOON = '2026-03-01T02:00:00Z'; // 10:00 in Shanghai

/**
 * So many customers who consent to marketing by SMS, with a name and a telephone number, and a launched campaign to
 * them.
 */
export async function launched(graph: Graph, people: number): Promise<Services> {
  await clear(graph);
  const { key, wrapped } = vault.newKey();
  const sealed = sealPerson(vault, key, { name: '测试丙', phone: '13800000000' });
  await run(
    graph,
    `UNWIND range(1, $people) AS n MATCH (p:Purpose {id: 'marketing'})
     CREATE (c:Customer {id: 'n' + right('00' + n, 3), alias: 'C' + n, keyWrapped: $wrapped, sealed: $sealed})
     CREATE (c)-[:CONSENTS_TO {key: c.id + '|marketing|SMS', channel: 'SMS', since: datetime('2026-01-05')}]->(p)`,
    { people, wrapped, sealed },
  );
  const services = servicesAt(graph, NOON);
  const variants = [{ name: 'A', share: 1, text: '您好 {{name}} & {{alias}}' }];
  const plan = {
    id: 'spring',
    name: 'Spring',
    purpose: 'marketing',
    channel: 'SMS',
    segment: 'all',
    variants,
  } as const;
  await createCampaign(services, plan);
  await launchCampaign(services, 'spring');
  return services;
}
