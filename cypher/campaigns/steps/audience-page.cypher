// The next customers of an audience in the order of their ids, whether they may be contacted or not: of a segment, a
// community, or those whom a campaign names.
// mode   read
// param  segmentId    string?       a segment's id, or all for every customer
// param  communityId  string?
// param  campaignId   string?       whose own list it is
// param  segments     list<string>  whose members are left out
// param  campaigns    list<string>  whose touched customers are left out
// param  after        string = ''   customer id of the last row of the page before
// param  limit        integer = 5000
// param  share        float = 1.0   of them by chance, each with the same
// row    customerId   string        unique
// row    excluded     boolean
// needs  index customer_id
// try    :param segmentId => 'all';
// try    :param communityId => null;
// try    :param campaignId => null;
// try    :param segments => [];
// try    :param campaigns => [];
// try    :param after => '';
// try    :param limit => 20;
// try    :param share => 1.0;
OPTIONAL MATCH (segment:Segment {id: CASE WHEN $segmentId <> 'all' THEN $segmentId END})
// sorting the members for each page costs members² / page; where a look at everybody, once over all pages, costs less, that is taken
WITH segment, COUNT { (segment)<-[:IN_SEGMENT]-() } AS members, COUNT { (:Customer) } AS customers
WITH segment, members > 0 AND members * members * $share > 2 * $limit * customers AS large
CALL (segment, large) {
  // a bound of null makes the branch that is not meant empty without a look at any customer
  MATCH (segment)<-[:IN_SEGMENT]-(customer:Customer)
  WHERE NOT large AND coalesce(customer.id, '') > $after AND rand() < $share
  WITH DISTINCT customer
  RETURN customer ORDER BY customer.id LIMIT $limit
  UNION ALL
  MATCH (customer:Customer)
  WHERE customer.id > CASE WHEN large THEN $after END AND rand() < $share
    // coalesce, here and above, keeps the planner from starting at the other end
    AND EXISTS { MATCH (customer)-[:IN_SEGMENT]->(held:Segment) WHERE coalesce(held.id, '') = $segmentId }
  RETURN customer ORDER BY customer.id LIMIT $limit
  UNION ALL
  MATCH (customer:Customer)
  WHERE customer.id > CASE WHEN $segmentId = 'all' THEN $after END AND rand() < $share
  RETURN customer ORDER BY customer.id LIMIT $limit
  UNION ALL
  MATCH (:Community {id: $communityId})<-[:MEMBER_OF]-(customer:Customer)
  WHERE customer.id > $after AND rand() < $share
  WITH DISTINCT customer
  RETURN customer ORDER BY customer.id LIMIT $limit
  UNION ALL
  MATCH (:Campaign {id: $campaignId})-[:TARGETS]->(customer:Customer)
  WHERE customer.id > $after AND rand() < $share
  RETURN customer ORDER BY customer.id LIMIT $limit
}
RETURN customer.id AS customerId,
  CASE WHEN $segments = [] THEN false ELSE EXISTS {
    MATCH (customer)-[:IN_SEGMENT]->(kept:Segment) WHERE kept.id IN $segments
  } END OR CASE WHEN $campaigns = [] THEN false ELSE EXISTS {
    MATCH (customer)-[:RECEIVED]->(:Touch)-[:OF_VARIANT]->(:Variant)<-[:HAS_VARIANT]-(other:Campaign)
    WHERE other.id IN $campaigns
  } END AS excluded
ORDER BY customerId;
