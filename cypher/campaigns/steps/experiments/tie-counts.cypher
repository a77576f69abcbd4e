// How many of some people have how many acquaintances, and how many of those in their own community.
// mode   read
// param  customerIds  list<string>
// row    degree       integer
// row    inside       integer
// row    people       integer
// needs  constraint customer_id
// try    :param customerIds => ['C0000001'];
UNWIND $customerIds AS id
MATCH (customer:Customer {id: id})
WHERE customer:Profiled AND NOT customer:Restricted
WITH customer, COUNT { (customer)-[:KNOWS]-(:Profiled) } AS degree,
  COUNT { MATCH (customer)-[:KNOWS]-(other:Profiled) WHERE other.communityId = customer.communityId } AS inside
RETURN degree, inside, count(*) AS people
ORDER BY degree, inside;
