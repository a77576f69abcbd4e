// Who of some customers is in a segment. RFM segments hold those who consent to profiling alone.
// mode   read
// param  segmentId    string
// param  given        record        in one map: a list by itself has the statement planned anew for each of its sizes
// .  customerIds  list<string>
// row    customerId   customer      unique
// needs  index customer_id
// try    :param segmentId => 'loyal';
// try    :param given => ({customerIds: ['C0000001']});
UNWIND $given.customerIds AS customerId
MATCH (customer:Customer {id: customerId})
WHERE EXISTS {
  MATCH (customer)-[:IN_SEGMENT]->(segment:Segment)
  WHERE segment.id = $segmentId AND (segment.kind IS NULL OR segment.kind <> 'RFM' OR customer:Profiled)
}
RETURN DISTINCT customerId;
