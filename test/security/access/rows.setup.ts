import { SignJWT } from 'jose';
import { SECRET } from '../../api/api-server.js';

/** c1, c2 of Sichuan, c1 a buyer of store s1 who consents to marketing; c3, c4 elsewhere. All know one another. */
export const WORLD = `
CREATE (s1:Store {id: 's1'}), (s2:Store {id: 's2'}), (k:Company {id: 'k'}), (i:Interest {id: 'tea'}),
  (m:Segment {id: 'rfm:x', name: 'x', nameZh: 'x', kind: 'RFM', customers: 4})
MERGE (p:Purpose {id: 'marketing'})
WITH *
UNWIND [['c1', '四川', '成都', 's1', 'C-0000001'], ['c2', '四川', '绵阳', 's2', 'C-0000002'], ['c3', '广东', '深圳', 's2', 'C-0000003'],
  ['c4', null, null, 's2', 'C-0000004']] AS row
CREATE (c:Customer:Profiled {id: row[0], region: row[1], city: row[2], alias: row[4], influence: 5.0, degree: 3, tier: 'KOL', communityId: 'm'})
CREATE (c)-[:PLACED]->(o:Order {id: 'o' + row[0], amountMinor: 1, currency: 'CNY', at: datetime('2026-01-01T00:00:00Z')})
CREATE (c)-[:POSTED]->(:Post {id: 'p' + row[0], at: datetime(), kind: 'POST'})
CREATE (c)-[:WORKS_AT]->(k) CREATE (c)-[:INTERESTED_IN {weight: 1.0}]->(i) CREATE (c)-[:IN_SEGMENT {since: datetime()}]->(m)
WITH c, o, row, s1, s2, p
FOREACH (s IN CASE row[3] WHEN 's1' THEN [s1] ELSE [s2] END | CREATE (o)-[:AT_STORE]->(s))
FOREACH (give IN CASE WHEN row[0] IN ['c1', 'c3'] THEN [1] ELSE [] END |
  CREATE (c)-[:CONSENTS_TO {key: row[0], channel: 'SMS', since: datetime('2026-01-01T00:00:00Z')}]->(p))
WITH collect(c) AS all
UNWIND all AS a UNWIND all AS b
WITH a, b WHERE a.id < b.id
CREATE (a)-[:KNOWS {pair: a.id + '|' + b.id, closeness: 0.5, kinds: ['FAMILY_OF'], since: datetime()}]->(b)
CREATE (a)-[:FAMILY_OF {key: a.id + '|' + b.id, closeness: 0.5, since: datetime()}]->(b)`;

/** Asks a server as a marketer with more claims: what it answered, and the data and errors of GraphQL. */
export function limitedClient(server: () => { readonly url: string }) {
  async function fetched(claims: object, path: string, init: RequestInit = {}) {
    const headers = { authorization: `Bearer ${await tokenOf(claims)}`, 'content-type': 'application/json' };
    const response = await fetch(`${server().url}${path}`, { ...init, headers });
    return { status: response.status, text: await response.text() };
  }
  async function asked(claims: object, query: string, variables: object = {}) {
    const { text } = await fetched(claims, '/graphql', { method: 'POST', body: JSON.stringify({ query, variables }) });
    return {
      text,
      ...(JSON.parse(text) as {
        data?: Record<string, unknown>;
        errors?: { message: string; extensions: { code: string } }[];
      }),
    };
  }
  return { fetched, asked };
}

function tokenOf(claims: object): Promise<string> {
  return new SignJWT({ role: 'marketer', ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject('limited')
    .setExpirationTime('1h')
    .sign(Buffer.from(SECRET));
}
