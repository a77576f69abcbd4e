// Customers in an RFM segment.
// mode   read
// param  segment  string  id, like rfm:champions
// row    customerId  customer  unique
// try    :params {segment: 'rfm:champions'}
MATCH (customer:Customer)
WHERE EXISTS {
  MATCH (customer)-[:IN_SEGMENT]->(segment:Segment)
  WHERE coalesce(segment.id, '') = $segment AND segment.kind = 'RFM'
}
RETURN customer.id AS customerId;
