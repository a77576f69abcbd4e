// Who has most ties of one kind in one direction: exact at once from the ties, no run needed. Neo4j 5.26 looks up no
// index for a type given as parameter, so each kind has a branch, and only that of the kind asked for reads anything.
// mode   read
// param  kind        string = 'FOLLOWS'  a kind of tie, or KNOWS for everybody once
// param  direction   string = 'IN'       IN, OUT or BOTH
// param  limit       integer = 20
// row    customerId  customer            unique
// row    people      integer
// api    topDegree
// for    analyst marketer admin
// try    :param kind => 'FOLLOWS';
// try    :param direction => 'IN';
// try    :param limit => 20;
WITH $direction = 'BOTH' AS both, $direction = 'OUT' AS out
CALL (both, out) {
  WITH both, out WHERE $kind = 'FOLLOWS'
  MATCH (a:Profiled)-[:FOLLOWS]->(b:Profiled) UNWIND [a, b] AS person WITH DISTINCT person, both, out
  RETURN person, COUNT {
    MATCH (person)-[t:FOLLOWS]-(other:Profiled)
    WHERE both OR (startNode(t) = person) = out RETURN DISTINCT other } AS people
  UNION ALL
  WITH both, out WHERE $kind = 'KNOWS'
  MATCH (a:Profiled)-[:KNOWS]->(b:Profiled) UNWIND [a, b] AS person WITH DISTINCT person, both, out
  RETURN person, COUNT {
    MATCH (person)-[t:KNOWS]-(other:Profiled)
    WHERE both OR (startNode(t) = person) = out RETURN DISTINCT other } AS people
  UNION ALL
  WITH both, out WHERE $kind = 'FAMILY_OF'
  MATCH (a:Profiled)-[:FAMILY_OF]->(b:Profiled) UNWIND [a, b] AS person WITH DISTINCT person, both, out
  RETURN person, COUNT {
    MATCH (person)-[t:FAMILY_OF]-(other:Profiled)
    WHERE both OR (startNode(t) = person) = out RETURN DISTINCT other } AS people
  UNION ALL
  WITH both, out WHERE $kind = 'WORKS_WITH'
  MATCH (a:Profiled)-[:WORKS_WITH]->(b:Profiled) UNWIND [a, b] AS person WITH DISTINCT person, both, out
  RETURN person, COUNT {
    MATCH (person)-[t:WORKS_WITH]-(other:Profiled)
    WHERE both OR (startNode(t) = person) = out RETURN DISTINCT other } AS people
  UNION ALL
  WITH both, out WHERE $kind = 'REPORTS_TO'
  MATCH (a:Profiled)-[:REPORTS_TO]->(b:Profiled) UNWIND [a, b] AS person WITH DISTINCT person, both, out
  RETURN person, COUNT {
    MATCH (person)-[t:REPORTS_TO]-(other:Profiled)
    WHERE both OR (startNode(t) = person) = out RETURN DISTINCT other } AS people
  UNION ALL
  WITH both, out WHERE $kind = 'SHARES_INTEREST_WITH'
  MATCH (a:Profiled)-[:SHARES_INTEREST_WITH]->(b:Profiled) UNWIND [a, b] AS person WITH DISTINCT person, both, out
  RETURN person, COUNT {
    MATCH (person)-[t:SHARES_INTEREST_WITH]-(other:Profiled)
    WHERE both OR (startNode(t) = person) = out RETURN DISTINCT other } AS people
  UNION ALL
  WITH both, out WHERE $kind = 'REFERRED'
  MATCH (a:Profiled)-[:REFERRED]->(b:Profiled) UNWIND [a, b] AS person WITH DISTINCT person, both, out
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
