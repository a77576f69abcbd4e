// Moves those whose community changed, and only those. Community by community, so that each is looked up once.
// mode   write
// param  homes    map               lasting id of each community of this run, by the number that the run gave it
// param  most     integer = 5000    customers of one community a row
// param  batch    integer = 4       rows a transaction
// row    changed  integer
// needs  auto-commit
// try    :params {homes: {`1`: 'try'}, most: 5000, batch: 4}
MATCH (customer:Profiled)
WITH customer, $homes[toString(customer.communityRaw)] AS home, customer.communityId AS before
WHERE coalesce(home, '') <> coalesce(before, '')
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
} IN TRANSACTIONS OF $batch ROWS
RETURN coalesce(sum(size(people)), 0) AS changed;
