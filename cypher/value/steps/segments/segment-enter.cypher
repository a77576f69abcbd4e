// Puts customers who fit a rule, which stands in place of the marked line, into their segment; who is in it stays as they are.
// mode   write
// param  segmentId  string
// param  version    integer   of the rule
// param  at         datetime
// row    entered    integer
// needs  auto-commit
// needs  constraint segment_id
// try    :param segmentId => 'loyal';
// try    :param version => 1;
// try    :param at => datetime();
MATCH (segment:Segment {id: $segmentId, kind: 'RULE'})
MATCH (customer:Customer)
WHERE true // rule
  AND NOT EXISTS { MATCH (customer)-[:IN_SEGMENT]->(held:Segment) WHERE coalesce(held.id, '') = $segmentId }
CALL (segment, customer) {
  CREATE (customer)-[:IN_SEGMENT {since: $at, because: 'MEETS_RULE', version: $version}]->(segment)
} IN TRANSACTIONS OF 5000 ROWS
RETURN count(customer) AS entered;
