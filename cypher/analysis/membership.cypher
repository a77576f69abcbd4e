// Moves those whose community changed, and only those. Community by community, so that each is looked up once. Several writers may want the
// same community; what one of them could not do is left to a second time with one.
// mode   write
// param  graph    string
// param  homes    map               lasting id of each community of this run, by the number that the run gave it
// param  writers  integer = 1       transactions at a time
// param  most     integer = 2000    customers of one community a transaction
// row    changed  integer
// row    failed   integer           customers that were left where they are
// row    problem  string?           the first reason
// needs  auto-commit
// needs  gds
// try    :params {graph: 'try', homes: {`1`: 'try'}, writers: 1, most: 2000}
CALL gds.graph.nodeProperty.stream($graph, 'communityRaw', ['Profiled'])
YIELD nodeId, propertyValue AS raw
WITH gds.util.asNode(nodeId) AS customer, $homes[toString(raw)] AS home
WHERE customer:Profiled AND coalesce(home, '') <> coalesce(customer.communityId, '')
WITH home, collect(customer) AS everyone
UNWIND range(0, size(everyone) - 1, $most) AS first
WITH home, everyone[first..first + $most] AS people
CALL (home, people) {
  OPTIONAL MATCH (own:Community {id: home})
  UNWIND people AS customer
  CALL (customer) {
    WITH customer WHERE customer.communityId IS NOT NULL
    MATCH (customer)-[old:MEMBER_OF]->(:Community)
    DELETE old
  }
  SET customer.communityId = own.id
  FOREACH (there IN CASE WHEN own IS NULL THEN [] ELSE [own] END |
    CREATE (customer)-[:MEMBER_OF {since: datetime()}]->(there))
} IN $writers CONCURRENT TRANSACTIONS OF 1 ROW
  ON ERROR CONTINUE
  REPORT STATUS AS outcome
RETURN coalesce(sum(CASE WHEN outcome.committed THEN size(people) ELSE 0 END), 0) AS changed,
  coalesce(sum(CASE WHEN outcome.committed THEN 0 ELSE size(people) END), 0) AS failed, head(collect(outcome.errorMessage)) AS problem;
