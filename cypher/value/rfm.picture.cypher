// The biggest spenders of an RFM segment with the ties among them.
// mode   picture
// param  segment  string = 'rfm:champions'
// param  limit    integer = 60
// row    tie      path
// phrase Ties inside an RFM segment
// phraseZh RFM 分群内部的关系
// try    :param segment => 'rfm:champions';
// try    :param limit => 60;
MATCH member = (:Segment {id: $segment})<-[:IN_SEGMENT]-(customer:Profiled)
WITH member, customer
ORDER BY customer.rfmSpendMinor DESC, customer.id
LIMIT $limit
WITH collect(customer) AS customers, collect(member) AS members
CALL (customers, members) {
  UNWIND members AS tie
  RETURN tie
  UNION
  UNWIND customers AS customer
  MATCH tie = (customer)-[:KNOWS]->(other:Profiled)
  WHERE other IN customers
  RETURN tie
}
RETURN tie;
