// Customers in one of some communities.
// mode   read
// param  communities  list<string>  ids
// row    customerId   customer      unique
// try    :param communities => ['k-1'];
MATCH (customer:Customer)
WHERE EXISTS {
  MATCH (customer)-[:MEMBER_OF]->(community:Community)
  WHERE coalesce(community.id, '') IN $communities
}
RETURN customer.id AS customerId;
