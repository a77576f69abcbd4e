import type { CampaignPlan } from '../../src/campaigns/plan.js';
import type { Graph } from '../../src/graph/graph.js';
import { run } from '../consent/world.js';

/** Who is in the world, by the reason for which marketing by SMS may or may not reach them on 1 March 2026. */
export const PEOPLE = {
  reached: ['p01', 'p02', 'p03', 'p04'],
  reachedByAll: ['p05'],
  never: ['p06', 'p07'],
  otherChannel: ['p08'],
  otherPurpose: ['p09'],
  withdrew: ['p10', 'p11'],
  ranOut: ['p12'],
  ranOutAndSwept: ['p13'],
  banned: ['p14'],
} as const;

/**
 * Fourteen customers in the segment `s`, two more outside it who consent; written by hand, as an import would leave
 * them.
 */
export async function buildAudienceWorld(graph: Graph): Promise<void> {
  await run(
    graph,
    `MERGE (s:Segment {id: 's'}) MERGE (:Segment {id: 'rfm:champions'}) MERGE (:Segment {id: 'empty'})
     WITH s UNWIND range(1, 16) AS n
     WITH s, 'p' + CASE WHEN n < 10 THEN '0' ELSE '' END + n AS id
     CREATE (c:Customer {id: id, alias: 'C-' + id, city: '成都'})
     FOREACH (_ IN CASE WHEN id < 'p15' THEN [1] ELSE [] END | CREATE (c)-[:IN_SEGMENT {since: datetime('2026-01-01')}]->(s))`,
  );
  const give = async (
    ids: readonly string[],
    purpose: string,
    channel: string,
    until: string | null = null,
    edge = true,
  ) => {
    await run(
      graph,
      `UNWIND $ids AS id MATCH (c:Customer {id: id}), (p:Purpose {id: $purpose})
       CREATE (c)-[:HAS_CONSENT_EVENT]->(:ConsentEvent {id: id + $purpose + $channel, action: 'GIVEN', channel: $channel, at: datetime('2026-01-05'),
         until: datetime($until), customerId: id, purposeId: $purpose, via: 'form'})-[:ABOUT_PURPOSE]->(p)
       FOREACH (_ IN CASE WHEN $edge THEN [1] ELSE [] END |
         CREATE (c)-[:CONSENTS_TO {key: id + '|' + $purpose + '|' + $channel, channel: $channel, since: datetime('2026-01-05'), until: datetime($until)}]->(p))`,
      { ids, purpose, channel, until, edge },
    );
  };
  await give([...PEOPLE.reached, ...PEOPLE.banned, 'p15', 'p16'], 'marketing', 'SMS');
  await give(PEOPLE.reachedByAll, 'marketing', 'ALL');
  await give(PEOPLE.otherChannel, 'marketing', 'MAIL');
  await give(PEOPLE.otherPurpose, 'research', 'SMS');
  await give(PEOPLE.withdrew, 'marketing', 'SMS', null, false);
  await give(PEOPLE.ranOut, 'marketing', 'SMS', '2026-02-01');
  await give(PEOPLE.ranOutAndSwept, 'marketing', 'SMS', '2026-02-01', false);
  await run(
    graph,
    `UNWIND $withdrew AS id MATCH (c:Customer {id: id}), (p:Purpose {id: 'marketing'})
     CREATE (c)-[:HAS_CONSENT_EVENT]->(:ConsentEvent {id: id + 'w', action: 'WITHDRAWN', channel: 'ALL', at: datetime('2026-01-20'), via: 'reply'})-[:ABOUT_PURPOSE]->(p)`,
    { withdrew: PEOPLE.withdrew },
  );
  await run(graph, 'UNWIND $banned AS id MATCH (c:Customer {id: id}) SET c:DoNotContact', { banned: PEOPLE.banned });
}

export const AB = [
  { name: 'A', share: 0.5 },
  { name: 'B', share: 0.5 },
];
/** A campaign to the segment of this world. */
export const plan = (more: Partial<CampaignPlan> = {}): CampaignPlan => ({
  id: 'spring',
  name: 'Spring',
  purpose: 'marketing',
  channel: 'SMS',
  segment: 's',
  variants: AB,
  ...more,
});
