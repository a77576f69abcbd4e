// Takes every score and membership from customers who do not consent to profiling (any more).
// mode   write
// param  batch    integer = 10000
// row    cleared  integer
// needs  auto-commit
// try    :param batch => 10000;
MATCH (customer:Customer)
WHERE NOT customer:Profiled AND (customer.degree IS NOT NULL OR customer.influence IS NOT NULL OR EXISTS { (customer)-[:MEMBER_OF]->(:Community) })
CALL (customer) {
  // each edge run=analysis: OPTIONAL MATCH (customer)-[left:<<{edge}>>]->() by '|'
  OPTIONAL MATCH (customer)-[left:MEMBER_OF|ALSO_IN]->()
  // each end
  DELETE left
  WITH DISTINCT customer
  // each property run=analysis: REMOVE <<customer.{property}>>
  REMOVE customer.influence, customer.reach, customer.brokerage, customer.response, customer.conversion,
    customer.reactions, customer.conversions, customer.referralYield, customer.influenceTier, customer.roles,
    customer.outsideReach, customer.activity, customer.history, customer.influenceChange, customer.degree,
    customer.pageRank, customer.betweenness, customer.harmonicCloseness, customer.coreness, customer.triangles,
    customer.clustering, customer.component, customer.communityId, customer.participation
  // each end
} IN TRANSACTIONS OF $batch ROWS
RETURN count(customer) AS cleared;
