// The next members of a segment in the order of their ids, since when and why.
// mode   read
// param  segmentId   string
// param  after       string = ''     customer id of the last row of the page before
// param  limit       integer = 100
// row    customerId  customer        unique
// row    since       datetime?
// row    because     string?
// needs  constraint segment_id
// try    :param segmentId => 'loyal';
// try    :param after => '';
// try    :param limit => 20;
MATCH (segment:Segment {id: $segmentId})<-[stay:IN_SEGMENT]-(customer:Customer)
WHERE customer.id > $after AND (segment.kind IS NULL OR segment.kind <> 'RFM' OR customer:Profiled)
RETURN customer.id AS customerId, stay.since AS since, stay.because AS because
ORDER BY customerId
LIMIT $limit;
