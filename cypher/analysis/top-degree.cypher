// Who has most ties of one kind in one direction: exact at once from the ties, no run needed. Neo4j 5.26 looks up no
// index for a type given as parameter, so each kind has a branch, and only that of the kind asked for reads anything: a
// condition would be put behind its scan, an empty list stands before it.
// mode   read
// param  kind        string = 'FOLLOWS'  a kind of tie, or KNOWS for everybody once
// param  direction   string = 'IN'       IN, OUT or BOTH
// param  limit       integer = 20
// row    customerId  customer            unique
// row    people      integer
// api    topDegree
// titleZh 按一种关系和方向，谁相连的人最多：直接由关系得出，无需运行分析。
// for    analyst marketer admin
// try    :param kind => 'FOLLOWS';
// try    :param direction => 'IN';
// try    :param limit => 20;
WITH $direction = 'BOTH' AS both, $direction = 'OUT' AS out
CALL (both, out) {
  UNWIND CASE $kind WHEN 'FOLLOWS' THEN [1] ELSE [] END AS asked
  MATCH (a)-[:FOLLOWS]->(b) UNWIND [a, b] AS person WITH DISTINCT person, both, out WHERE person:Profiled
  RETURN person, COUNT {
    MATCH (person)-[t:FOLLOWS]-(other:Profiled)
    WHERE both OR (startNode(t) = person) = out RETURN DISTINCT other } AS people
  UNION ALL
  UNWIND CASE $kind WHEN 'KNOWS' THEN [1] ELSE [] END AS asked
  MATCH (a)-[:KNOWS]->(b) UNWIND [a, b] AS person WITH DISTINCT person, both, out WHERE person:Profiled
  RETURN person, COUNT {
    MATCH (person)-[t:KNOWS]-(other:Profiled)
    WHERE both OR (startNode(t) = person) = out RETURN DISTINCT other } AS people
  UNION ALL
  UNWIND CASE $kind WHEN 'FAMILY_OF' THEN [1] ELSE [] END AS asked
  MATCH (a)-[:FAMILY_OF]->(b) UNWIND [a, b] AS person WITH DISTINCT person, both, out WHERE person:Profiled
  RETURN person, COUNT {
    MATCH (person)-[t:FAMILY_OF]-(other:Profiled)
    WHERE both OR (startNode(t) = person) = out RETURN DISTINCT other } AS people
  UNION ALL
  UNWIND CASE $kind WHEN 'WORKS_WITH' THEN [1] ELSE [] END AS asked
  MATCH (a)-[:WORKS_WITH]->(b) UNWIND [a, b] AS person WITH DISTINCT person, both, out WHERE person:Profiled
  RETURN person, COUNT {
    MATCH (person)-[t:WORKS_WITH]-(other:Profiled)
    WHERE both OR (startNode(t) = person) = out RETURN DISTINCT other } AS people
  UNION ALL
  UNWIND CASE $kind WHEN 'REPORTS_TO' THEN [1] ELSE [] END AS asked
  MATCH (a)-[:REPORTS_TO]->(b) UNWIND [a, b] AS person WITH DISTINCT person, both, out WHERE person:Profiled
  RETURN person, COUNT {
    MATCH (person)-[t:REPORTS_TO]-(other:Profiled)
    WHERE both OR (startNode(t) = person) = out RETURN DISTINCT other } AS people
  UNION ALL
  UNWIND CASE $kind WHEN 'SHARES_INTEREST_WITH' THEN [1] ELSE [] END AS asked
  MATCH (a)-[:SHARES_INTEREST_WITH]->(b) UNWIND [a, b] AS person WITH DISTINCT person, both, out WHERE person:Profiled
  RETURN person, COUNT {
    MATCH (person)-[t:SHARES_INTEREST_WITH]-(other:Profiled)
    WHERE both OR (startNode(t) = person) = out RETURN DISTINCT other } AS people
  UNION ALL
  UNWIND CASE $kind WHEN 'REFERRED' THEN [1] ELSE [] END AS asked
  MATCH (a)-[:REFERRED]->(b) UNWIND [a, b] AS person WITH DISTINCT person, both, out WHERE person:Profiled
  RETURN person, COUNT {
    MATCH (person)-[t:REFERRED]-(other:Profiled)
    WHERE both OR (startNode(t) = person) = out RETURN DISTINCT other } AS people
}
WITH person, people
WHERE people > 0
ORDER BY people DESC, person.id
LIMIT $limit
RETURN person.id AS customerId, people
ORDER BY people DESC, customerId;
