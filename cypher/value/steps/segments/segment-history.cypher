// Stays in a segment, of one customer or of all, the latest moves first; a stay that goes on has no end.
// mode   read
// param  segmentId   string
// param  customerId  customer? = null
// param  limit       integer = 100
// row    customer    customer
// row    since       datetime?
// row    because     string?
// row    until       datetime?
// row    left        string?        NO_LONGER_MET, RULE_CHANGED or ARCHIVED; null for a stay that goes on
// row    version     integer?       of the rule by which they came in
// needs  constraint segment_id
// try    :param segmentId => 'loyal';
// try    :param customerId => null;
// try    :param limit => 20;
MATCH (segment:Segment {id: $segmentId})<-[stay:IN_SEGMENT|WAS_IN_SEGMENT]-(person:Customer)
WHERE $customerId IS NULL OR person.id = $customerId
RETURN person.id AS customer, stay.since AS since, stay.because AS because, stay.until AS until, stay.left AS left, stay.version AS version
ORDER BY coalesce(until, since) DESC, customer, since
LIMIT $limit;
