// Of some customers, puts those who fit a rule, which stands in place of the marked line, into their segment.
// mode   write
// param  segmentId    string
// param  version      integer       of the rule
// param  customerIds  list<string>  some thousands at most
// param  at           datetime
// row    entered      integer
// needs  constraint segment_id
// try    :param segmentId => 'loyal';
// try    :param version => 1;
// try    :param customerIds => ['C0000001'];
// try    :param at => datetime();
MATCH (segment:Segment {id: $segmentId, kind: 'RULE'})
UNWIND $customerIds AS customerId
MATCH (customer:Customer {id: customerId})
WHERE true // rule
  AND NOT EXISTS { MATCH (customer)-[:IN_SEGMENT]->(held:Segment) WHERE coalesce(held.id, '') = $segmentId }
CREATE (customer)-[:IN_SEGMENT {since: $at, because: 'MEETS_RULE', version: $version}]->(segment)
RETURN count(customer) AS entered;
