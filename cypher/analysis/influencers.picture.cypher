// The most influential customers, of one role or of all, and whom they know best.
// mode   picture
// param  kind       string? = null   KOL, KOC, BRIDGE or MARGINAL; none asks for all
// param  community  string? = null
// param  segment    string? = null   id of an RFM segment
// param  first      integer = 20     customers
// param  ties       integer = 15     closest ties of each
// row    tie        path
// for    analyst marketer admin
// phrase Influencers and the people they know
// phraseZh 有影响力的人和他们认识的人
// try    :param kind => null;
// try    :param community => null;
// try    :param segment => null;
// try    :param first => 20;
// try    :param ties => 15;
MATCH (customer:Profiled)
WHERE customer.influence IS NOT NULL AND ($community IS NULL OR customer.communityId = $community)
  AND ($kind IS NULL OR $kind IN customer.roles)
  AND ($segment IS NULL OR EXISTS { (customer)-[:IN_SEGMENT]->(:Segment {id: $segment}) })
WITH customer
ORDER BY customer.influence DESC, customer.id
LIMIT $first
CALL (customer) {
  MATCH tie = (customer)-[knows:KNOWS]-(other:Profiled)
  RETURN tie
  ORDER BY knows.closeness DESC, other.id
  LIMIT $ties
}
RETURN tie;
