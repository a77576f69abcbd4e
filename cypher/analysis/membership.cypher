// Moves those whose community changed, and only those.
// mode   write
// param  run      string
// param  batch    integer = 20000
// row    changed  integer
// needs  auto-commit
// try    :params {run: 'try', batch: 20000}
MATCH (customer:Profiled)
OPTIONAL MATCH (own:Community {raw: customer.communityRaw, run: $run})
WITH customer, own
WHERE (own IS NULL AND customer.communityId IS NOT NULL)
  OR (own IS NOT NULL AND (customer.communityId IS NULL OR customer.communityId <> own.id))
CALL (customer, own) {
  CALL (customer) {
    WITH customer WHERE customer.communityId IS NOT NULL
    MATCH (customer)-[old:MEMBER_OF]->(:Community)
    DELETE old
  }
  SET customer.communityId = own.id
  FOREACH (home IN CASE WHEN own IS NULL THEN [] ELSE [own] END |
    CREATE (customer)-[:MEMBER_OF {since: datetime()}]->(home))
} IN TRANSACTIONS OF $batch ROWS
RETURN count(customer) AS changed;
