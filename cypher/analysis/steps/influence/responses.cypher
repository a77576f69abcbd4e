// What people's posts and referrals brought, for those who have any: reactions per post (shares x 3, comments x 2, likes x 1,
// halved every so many days) and referrals that became customers. Only what consenting people did counts.
// mode   write
// param  halfLife  float = 90.0   days
// param  batch     integer = 5000
// row    people    integer
// needs  auto-commit
// try    :param halfLife => 90.0;
// try    :param batch => 5000;
CALL () {
  MATCH (customer:Profiled)
  WHERE customer.reactions IS NOT NULL OR customer.conversions IS NOT NULL
  RETURN customer
  UNION
  MATCH (customer:Profiled)-[:POSTED]->(:Post)
  RETURN customer
  UNION
  MATCH (customer:Profiled)-[:REFERRED]->(:Profiled)
  RETURN customer
}
CALL (customer) {
  WITH customer, COUNT { (customer)-[:POSTED]->(:Post) } AS posts, COUNT {
    MATCH (customer)-[referral:REFERRED]->(other:Profiled)
    WHERE coalesce(referral.status, 'CONVERTED') IN ['CONVERTED', 'REWARDED'] } AS conversions
  OPTIONAL MATCH (customer)-[:POSTED]->(:Post)<-[reaction:LIKED|SHARED|COMMENTED_ON]-(by:Profiled)
  WHERE by <> customer
  WITH customer, posts, conversions, sum(CASE WHEN reaction IS NULL THEN 0.0 ELSE
    CASE type(reaction) WHEN 'SHARED' THEN 3.0 WHEN 'COMMENTED_ON' THEN 2.0 ELSE 1.0 END
    * 0.5 ^ (duration.inSeconds(coalesce(reaction.at, datetime()), datetime()).seconds / 86400.0 / $halfLife) END) AS weight
  SET customer.reactions = CASE WHEN posts > 0 AND weight > 0 THEN weight / posts END,
    customer.conversions = CASE WHEN conversions > 0 THEN conversions END
} IN TRANSACTIONS OF $batch ROWS
RETURN count(customer) AS people;
