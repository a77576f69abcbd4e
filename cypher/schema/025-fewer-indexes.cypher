// What an analysis writes for everybody is kept in as few indexes as are asked: each costs a run some seconds at a million customers.
// Members of a community are few enough to be sorted when asked; what earlier runs left beside the scores goes.
// mode schema
CREATE INDEX profiled_community_id IF NOT EXISTS FOR (n:Profiled) ON (n.communityId);
DROP INDEX profiled_community IF EXISTS;
DROP INDEX profiled_page_rank IF EXISTS;
MATCH (customer:Customer)
WHERE customer.scoredBy IS NOT NULL OR customer.communityRaw IS NOT NULL OR customer.pathsA IS NOT NULL
CALL (customer) {
  REMOVE customer.scoredBy, customer.communityRaw, customer.pathsA, customer.pathsB
} IN TRANSACTIONS OF 10000 ROWS;
