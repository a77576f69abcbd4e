// Customers whom another customer referred: anybody, or somebody in an RFM segment.
// mode   read
// param  segment  string?  id; null for anybody
// row    customerId  customer  unique
// try    :params {segment: null}
MATCH (customer:Customer)
WHERE EXISTS {
  MATCH (customer)<-[:REFERRED]-(referrer:Profiled)
  WHERE $segment IS NULL
    OR EXISTS { MATCH (referrer)-[:IN_SEGMENT]->(of:Segment) WHERE coalesce(of.id, '') = $segment AND of.kind = 'RFM' }
}
RETURN customer.id AS customerId;
