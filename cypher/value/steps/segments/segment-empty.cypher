// Takes everybody out of a segment that was archived, and keeps their stays.
// mode   write
// param  segmentId  string
// param  at         datetime
// row    left       integer
// needs  auto-commit
// needs  constraint segment_id
// try    :param segmentId => 'none';
// try    :param at => datetime();
MATCH (segment:Segment {id: $segmentId, kind: 'RULE'})<-[stay:IN_SEGMENT]-(customer:Customer)
WHERE segment.archivedAt IS NOT NULL
CALL (segment, stay, customer) {
  CREATE (customer)-[:WAS_IN_SEGMENT {since: stay.since, until: $at, because: stay.because, version: stay.version, left: 'ARCHIVED'}]->(segment)
  DELETE stay
} IN TRANSACTIONS OF 5000 ROWS
RETURN count(customer) AS left;
