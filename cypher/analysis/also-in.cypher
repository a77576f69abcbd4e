// Who is also at home in another community than their own, by the last run that looked for overlapping membership.
// mode   read
// param  community   string? = null  into this one only
// param  limit       integer = 50
// row    customerId  customer
// row    own         string?         id of their own community
// row    also        string          id of the other
// row    alsoName    string?
// row    influence   float?          0..100
// row    there       integer         people known in the other
// row    known       integer         people known in all
// needs  run analysis
// api    alsoIn
// titleZh 除所属社群外还归属其他社群的客户（取最近一次重叠社群运行）。
// for    analyst marketer admin
// try    :param community => null;
// try    :param limit => 20;
MATCH (customer:Profiled)-[:ALSO_IN]->(other:Community)
WHERE $community IS NULL OR other.id = $community
WITH customer, other
ORDER BY customer.influence DESC, customer.id, other.id
LIMIT $limit
WITH customer, other, COUNT { MATCH (customer)-[:KNOWS]-(friend:Profiled) WHERE friend.communityId = other.id } AS there,
  COUNT { (customer)-[:KNOWS]-(:Profiled) } AS known
RETURN customer.id AS customerId, customer.communityId AS own, other.id AS also, other.name AS alsoName,
  customer.influence AS influence, there, known
ORDER BY influence DESC, customerId, also;
