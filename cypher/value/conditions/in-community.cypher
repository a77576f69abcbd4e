// Customers in a community: one of them, or any of at least that size.
// mode   read
// param  community  string?  id; null for any
// param  size       integer  members, at least
// row    customerId  customer  unique
// try    :param community => null;
// try    :param size => 20;
MATCH (customer:Customer)
WHERE EXISTS {
  MATCH (customer)-[:MEMBER_OF]->(community:Community)
  WHERE ($community IS NULL OR coalesce(community.id, '') = $community) AND community.size >= $size
}
RETURN customer.id AS customerId;
