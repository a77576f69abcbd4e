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
// try    :param graph => 'try';
// try    :param homes => ({`1`: 'try'});
// try    :param writers => 1;
// try    :param most => 2000;
CALL gds.graph.nodeProperty.stream($graph, 'communityRaw', ['Profiled'])
YIELD nodeId, propertyValue AS raw
WITH raw, collect(nodeId) AS nodes
WITH $homes[toString(raw)] AS home, gds.util.asNodes(nodes) AS everyone, datetime() AS now
WITH home, now, [customer IN everyone WHERE customer:Profiled AND coalesce(home, '') <> coalesce(customer.communityId, '')] AS everyone
UNWIND range(0, size(everyone) - 1, $most) AS first
WITH home, now, everyone[first..first + $most] AS people
CALL (home, now, people) {
  OPTIONAL MATCH (own:Community {id: home})
  CALL (people) {
    UNWIND people AS customer
    WITH customer
    WHERE customer.communityId IS NOT NULL
    MATCH (customer)-[old:MEMBER_OF]->(:Community)
    DELETE old
  }
  FOREACH (customer IN people | SET customer.communityId = own.id)
  FOREACH (customer IN CASE WHEN own IS NULL THEN [] ELSE people END |
    CREATE (customer)-[:MEMBER_OF {since: now}]->(own))
} IN $writers CONCURRENT TRANSACTIONS OF 1 ROW
  ON ERROR CONTINUE
  REPORT STATUS AS outcome
RETURN coalesce(sum(CASE WHEN outcome.committed = true THEN size(people) ELSE 0 END), 0) AS changed,
  coalesce(sum(CASE WHEN outcome.committed = true THEN 0 ELSE size(people) END), 0) AS failed, head(collect(outcome.errorMessage)) AS problem;
