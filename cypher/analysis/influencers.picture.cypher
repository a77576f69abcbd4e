// The most influential customers and whom they know best.
// mode   picture
// param  community  string? = null
// param  limit      integer = 20     customers
// param  ties       integer = 15     closest ties of each
// row    tie        path
// for    analyst marketer admin
// phrase Influencers and the people they know
// try    :params {community: null, limit: 20, ties: 15}
MATCH (customer:Profiled)
WHERE customer.influence IS NOT NULL AND ($community IS NULL OR customer.communityId = $community)
WITH customer
ORDER BY customer.influence DESC, customer.id
LIMIT $limit
CALL (customer) {
  MATCH tie = (customer)-[knows:KNOWS]-(other:Profiled)
  RETURN tie
  ORDER BY knows.closeness DESC, other.id
  LIMIT $ties
}
RETURN tie;
