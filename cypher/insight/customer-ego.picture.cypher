// One customer with those closest to them, the ties among these, and their company and community.
// mode   picture
// param  customerId  string
// param  limit       integer = 25   neighbours
// row    tie         path
// phrase Network of customer $customerId
// phraseZh 客户 $customerId 的关系网
// try    :param customerId => 'C0000001';
// try    :param limit => 25;
MATCH (customer:Customer&Profiled {id: $customerId})
CALL (customer) {
  MATCH (customer)-[knows:KNOWS]-(other:Profiled)
  WITH other
  ORDER BY knows.closeness DESC, other.id
  LIMIT $limit
  RETURN collect(other) AS circle
}
CALL (customer, circle) {
  MATCH tie = (customer)-[:WORKS_AT|MEMBER_OF|INTERESTED_IN]->()
  RETURN tie
  UNION
  UNWIND [customer] + circle AS one
  MATCH tie = (one)-[:KNOWS]->(other:Profiled)
  WHERE other = customer OR other IN circle
  RETURN tie
}
RETURN tie;
