// Takes every score and membership from customers who do not consent to profiling (any more).
// mode   write
// param  batch    integer = 10000
// row    cleared  integer
// needs  auto-commit
// try    :params {batch: 10000}
MATCH (customer:Customer)
WHERE NOT customer:Profiled AND (customer.degree IS NOT NULL OR customer.influence IS NOT NULL OR EXISTS { (customer)-[:MEMBER_OF]->(:Community) })
CALL (customer) {
  OPTIONAL MATCH (customer)-[membership:MEMBER_OF|ALSO_IN]->(:Community)
  DELETE membership
  SET customer += {degree: NULL, pageRank: NULL, betweenness: NULL, coreness: NULL,
    triangles: NULL, clustering: NULL, component: NULL, communityId: NULL, influence: NULL,
    reach: NULL, brokerage: NULL, response: NULL, conversion: NULL, reactions: NULL, conversions: NULL,
    harmonicCloseness: NULL, participation: NULL, roles: NULL, influenceTier: NULL, activity: NULL, history: NULL,
    influenceChange: NULL}
} IN TRANSACTIONS OF $batch ROWS
RETURN count(customer) AS cleared;
