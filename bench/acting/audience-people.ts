import type { Services } from '../../src/security/services.js';

/** 23:00 in Shanghai, where it is quiet, and 16:00 in Berlin, where it is not. */
export const NOW = '2026-03-01T15:00:00Z';

const AT_ONCE = 10_000;

/**
 * So many customers, of each ten six who consent by SMS, one by mail, one who withdrew, one who said nothing, and one who
 * consents by SMS and in half of the cases may not be contacted. One in 40 had four messages this week, one in 25 is in
 * the segment `kept`, one in 50 lives in Berlin, one in five prefers mail, for which half of them gave no consent.
 */
export async function plantAudience({ graph }: Services, customers: number): Promise<void> {
  const session = graph.driver.session({ database: graph.database });
  const old = "MATCH (v:Variant {id: 'old|A'})";
  try {
    await session.run(
      `MERGE (:Segment {id: 'kept'}) CREATE (:Campaign {id: 'old', name: 'Old'})-[:HAS_VARIANT]->(:Variant {id: 'old|A'})`,
    );
    for (let from = 0; from < customers; from += AT_ONCE) {
      const range = { from, to: Math.min(from + AT_ONCE, customers) - 1, now: NOW };
      for (const text of [PEOPLE, CONSENTS, `${old} ${TOUCHES}`]) await session.run(text, range);
    }
  } finally {
    await session.close();
  }
}

const PEOPLE = `UNWIND range($from, $to) AS n MATCH (kept:Segment {id: 'kept'})
  CREATE (c:Customer {id: 'n' + toString(10000000 + n), alias: 'C' + n, timeZone: CASE WHEN n % 50 = 0 THEN 'Europe/Berlin' END,
    preferredChannel: CASE WHEN n % 5 = 1 THEN 'MAIL' END})
  FOREACH (_ IN CASE WHEN n % 25 = 3 THEN [1] ELSE [] END | CREATE (c)-[:IN_SEGMENT]->(kept))
  FOREACH (_ IN CASE WHEN n % 20 = 19 THEN [1] ELSE [] END | SET c:DoNotContact)`;

const CONSENTS = `UNWIND range($from, $to) AS n WITH n WHERE n % 10 <> 8
  MATCH (p:Purpose {id: 'marketing'}), (c:Customer {id: 'n' + toString(10000000 + n)})
  WITH n, p, c, CASE n % 10 WHEN 6 THEN 'MAIL' ELSE 'SMS' END AS channel
  CREATE (c)-[:HAS_CONSENT_EVENT]->(:ConsentEvent {id: c.id + '|1', action: 'GIVEN', channel: channel,
    at: datetime('2026-01-05'), via: 'form'})-[:ABOUT_PURPOSE]->(p)
  FOREACH (_ IN CASE WHEN n % 10 = 7 THEN [1] ELSE [] END |
    CREATE (c)-[:HAS_CONSENT_EVENT]->(:ConsentEvent {id: c.id + '|2', action: 'WITHDRAWN', channel: 'ALL',
      at: datetime('2026-01-20'), via: 'reply'})-[:ABOUT_PURPOSE]->(p))
  FOREACH (_ IN CASE WHEN n % 10 <> 7 THEN [1] ELSE [] END |
    CREATE (c)-[:CONSENTS_TO {key: c.id + '|marketing|' + channel, channel: channel, since: datetime('2026-01-05')}]->(p))`;

const TOUCHES = `UNWIND range($from, $to) AS n WITH n, v WHERE n % 4 = 0
  MATCH (c:Customer {id: 'n' + toString(10000000 + n)})
  UNWIND range(1, CASE WHEN n % 40 = 0 THEN 4 ELSE 1 END) AS k
  CREATE (c)-[:RECEIVED]->(:Touch {id: 'old|' + c.id + '|' + k, state: 'SENT', at: datetime($now) - duration('P1D'),
    sentAt: datetime($now) - duration('P1D')})-[:OF_VARIANT]->(v)`;

/** What a preview and a launch must count. */
export function expectedOf(customers: number) {
  const counts = { excluded: 0, mayBeContacted: 0, waiting: 0 };
  const leftOut = { DO_NOT_CONTACT: 0, WITHDRAWN: 0, NO_CONSENT: 0, TOO_OFTEN: 0 };
  for (let n = 0; n < customers; n++) {
    if (n % 25 === 3) counts.excluded++;
    else if (n % 20 === 19) leftOut.DO_NOT_CONTACT++;
    else if (n % 10 === 7) leftOut.WITHDRAWN++;
    else if (n % 10 === 8) leftOut.NO_CONSENT++;
    else if (n % 40 === 0) leftOut.TOO_OFTEN++;
    else {
      counts.mayBeContacted++;
      if (n % 10 !== 6 && n % 50 !== 0) counts.waiting++; // mail waits for nobody
    }
  }
  const { excluded, mayBeContacted, waiting } = counts;
  return { excluded, mayBeContacted, touched: mayBeContacted, waiting, leftOut };
}
