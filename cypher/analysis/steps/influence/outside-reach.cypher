// Which share of those who follow a customer or respond to their posts is in other communities: of whoever may be KOL or KOC, by influence.
// mode   write
// param  influence  float           from which on somebody may be KOL
// param  rank       integer = 3     the most influential of each community may be KOC
// param  batch      integer = 1000
// row    looked     integer
// needs  auto-commit
// try    :param influence => 60.0;
// try    :param rank => 3;
// try    :param batch => 1000;
CALL () {
  MATCH (customer:Profiled)
  WHERE customer.influence >= $influence
  RETURN customer
  UNION
  MATCH (community:Community)
  CALL (community) {
    MATCH (member:Profiled)
    WHERE member.communityId = community.id AND member.influence IS NOT NULL
    RETURN member AS customer
    ORDER BY member.influence DESC, member.id
    LIMIT $rank
  }
  RETURN customer
  UNION
  MATCH (customer:Profiled)
  WHERE customer.outsideReach IS NOT NULL
  RETURN customer
}
CALL (customer) {
  OPTIONAL MATCH (customer)<-[:FOLLOWS]-(fan:Profiled)
  WITH customer, collect(DISTINCT fan) AS fans
  OPTIONAL MATCH (customer)-[:POSTED]->(:Post)<-[:LIKED|SHARED|COMMENTED_ON]-(by:Profiled)
  WHERE by <> customer
  WITH customer, fans, collect(DISTINCT by) AS answering
  CALL (fans, answering) {
    UNWIND fans + answering AS one
    RETURN collect(DISTINCT one) AS heard
  }
  WITH customer, heard
  SET customer.outsideReach = CASE WHEN size(heard) > 0 THEN
    round(toFloat(size([one IN heard WHERE coalesce(one.communityId, '') <> coalesce(customer.communityId, '')])) / size(heard), 6) END
} IN TRANSACTIONS OF $batch ROWS
RETURN count(customer) AS looked;
