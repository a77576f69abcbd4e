// Everyone who consents, with those they know, each pair once. In the order of ids, so that a seed always draws the same sources.
// mode  read
// row   customerId  string        unique
// row   later       list<string>  ends of the ties that start here
MATCH (customer:Profiled)
RETURN customer.id AS customerId, COLLECT { MATCH (customer)-[:KNOWS]->(other:Profiled) RETURN other.id } AS later
ORDER BY customerId;
