// Takes customers who no longer fit a rule, which stands in place of the marked line, out of their segment. The ten latest stays are kept.
// mode   write
// param  segmentId  string
// param  version    integer   of the rule: who came in by another leaves since the rule changed
// param  at         datetime
// row    left       integer
// needs  auto-commit
// needs  constraint segment_id
// try    :param segmentId => 'none';
// try    :param version => 1;
// try    :param at => datetime();
MATCH (segment:Segment {id: $segmentId, kind: 'RULE'})<-[stay:IN_SEGMENT]-(customer:Customer)
WHERE NOT (
  true // rule
)
CALL (segment, stay, customer) {
  CREATE (customer)-[:WAS_IN_SEGMENT {since: stay.since, until: $at, because: stay.because, version: stay.version,
    left: CASE WHEN stay.version = $version THEN 'NO_LONGER_MET' ELSE 'RULE_CHANGED' END}]->(segment)
  DELETE stay
  WITH customer
  MATCH (customer)-[old:WAS_IN_SEGMENT]->(past:Segment)
  WHERE coalesce(past.id, '') = $segmentId
  WITH old ORDER BY old.until DESC SKIP 10
  DELETE old
} IN TRANSACTIONS OF 5000 ROWS
RETURN count(customer) AS left;
