/** One customer with everything a page shows, and three she knows, of whom one does not consent to profiling. */
export const WORLD = `
MERGE (profiling:Purpose {id: 'profiling'}) MERGE (marketing:Purpose {id: 'marketing'})
CREATE (a:Customer {id: 'a', alias: 'C-A', city: '成都', ageBand: '25-34', tier: 'gold', sealed: 'sealed', keyWrapped: 'k', orders: 2,
  spendMinor: 7000, firstOrderAt: datetime('2025-05-01'), lastOrderAt: datetime('2025-12-01')})
CREATE (b:Customer {id: 'b', alias: 'C-B'}), (c:Customer {id: 'c', alias: 'C-C'}), (quiet:Customer {id: 'quiet', alias: 'C-Q'})
CREATE (a)-[:KNOWS {pair: 'a|b', closeness: 0.4, kinds: ['FAMILY_OF'], since: datetime('2020-01-01')}]->(b)
CREATE (a)-[:KNOWS {pair: 'a|c', closeness: 0.9, kinds: ['FOLLOWS', 'WORKS_WITH']}]->(c)
CREATE (b)-[:KNOWS {pair: 'b|c', closeness: 0.2, kinds: ['FOLLOWS']}]->(c)
CREATE (a)-[:KNOWS {pair: 'a|quiet', closeness: 1.0, kinds: ['FAMILY_OF']}]->(quiet)
CREATE (a)-[:WORKS_AT {role: 'buyer', level: 2}]->(:Company {id: 'co', name: 'Works', industry: 'food'})
CREATE (a)-[:INTERESTED_IN {weight: 0.3}]->(:Interest {id: 'tea', name: 'Tea', nameZh: '茶'})
CREATE (a)-[:INTERESTED_IN {weight: 0.8}]->(:Interest {id: 'go', name: 'Go', nameZh: '围棋'})
CREATE (a)-[:PLACED]->(:Order {id: 'o1', at: datetime('2025-05-01'), amountMinor: 2000, currency: 'CNY', channel: 'shop'})
CREATE (a)-[:PLACED]->(:Order {id: 'o2', at: datetime('2025-12-01'), amountMinor: 5000, currency: 'CNY'})-[:AT_STORE]->(:Store {id: 's1'})
CREATE (a)-[:POSTED]->(:Post {id: 'p1', kind: 'POST', at: datetime('2025-01-01')})
CREATE (a)-[:POSTED]->(:Post {id: 'p2', kind: 'POST', at: datetime('2025-12-15')})
CREATE (a)-[:POSTED]->(:Post {id: 'p3', kind: 'REVIEW', at: datetime('2025-12-20'), rating: 5})
CREATE (a)-[:RECEIVED]->(t:Touch {id: 't1', at: datetime('2025-11-01'), channel: 'SMS'})-[:OF_VARIANT]->(v:Variant {id: 'v', name: 'A'})
CREATE (:Campaign {id: 'camp', name: 'Autumn'})-[:HAS_VARIANT]->(v)
CREATE (t)-[:LEADS_TO]->(:Conversion {id: 'cv'})
CREATE (:AnalysisState {id: 'analysis', run: 'run1'})
CREATE (:AnalysisRun {id: 'run1', finishedAt: datetime('2025-12-29T12:00:00Z')})`;

/** What an analysis writes on profiled customers. */
export const ANALYSED = `MATCH (x:Profiled) SET x.degree = 3.0, x.pageRank = 0.5, x.influence = 80.0, x.communityId = 'com'
  MERGE (com:Community {id: 'com'}) SET com.size = 3 MERGE (x)-[m:MEMBER_OF]->(com) SET m.since = datetime('2025-12-29')`;
