// Who of some customers is in a segment. RFM segments hold those who consent to profiling alone.
// mode   read
// param  segmentId    string
// param  customerIds  list<string>
// row    customerId   customer      unique
// needs  index customer_id
// try    :param segmentId => 'loyal';
// try    :param customerIds => ['C0000001'];
UNWIND $customerIds AS customerId
MATCH (customer:Customer {id: customerId})
WHERE EXISTS {
  MATCH (customer)-[:IN_SEGMENT]->(segment:Segment)
  WHERE segment.id = $segmentId AND (segment.kind IS NULL OR segment.kind <> 'RFM' OR customer:Profiled)
}
RETURN DISTINCT customerId;
