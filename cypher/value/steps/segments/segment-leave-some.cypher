// Of some customers, takes those who no longer fit a rule, which stands in place of the marked line, out of their segment. The ten latest stays are kept.
// mode   write
// param  segmentId    string
// param  customerIds  list<string>  some thousands at most
// param  at           datetime
// row    left         integer
// needs  constraint segment_id
// try    :param segmentId => 'none';
// try    :param customerIds => ['C0000001'];
// try    :param at => datetime();
UNWIND $customerIds AS customerId
MATCH (customer:Customer {id: customerId})-[stay:IN_SEGMENT]->(segment:Segment)
WHERE coalesce(segment.id, '') = $segmentId
WITH customer, stay, segment // who is not in it needs no look at the rule
WHERE NOT (
  true // rule
)
CREATE (customer)-[:WAS_IN_SEGMENT {since: stay.since, until: $at, because: stay.because, version: stay.version, left: 'NO_LONGER_MET'}]->(segment)
DELETE stay
WITH customer
CALL (customer) {
  MATCH (customer)-[old:WAS_IN_SEGMENT]->(past:Segment)
  WHERE coalesce(past.id, '') = $segmentId
  WITH old ORDER BY old.until DESC SKIP 10
  DELETE old
}
RETURN count(customer) AS left;
