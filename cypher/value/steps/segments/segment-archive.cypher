// Ends a segment: nobody is in it any more, and no audience is drawn from it. Its versions and stays are kept.
// mode   write
// param  segmentId  string
// param  at         datetime
// row    left       integer
// needs  auto-commit
// needs  constraint segment_id
// try    :params {segmentId: 'none', at: datetime()}
MATCH (segment:Segment {id: $segmentId, kind: 'RULE'})
SET segment.archivedAt = coalesce(segment.archivedAt, $at)
WITH segment
OPTIONAL MATCH (segment)<-[stay:IN_SEGMENT]-(customer:Customer)
CALL (segment, stay, customer) {
  WITH * WHERE stay IS NOT NULL
  CREATE (customer)-[:WAS_IN_SEGMENT {since: stay.since, until: $at, because: stay.because, version: stay.version, left: 'ARCHIVED'}]->(segment)
  DELETE stay
} IN TRANSACTIONS OF 5000 ROWS
RETURN count(customer) AS left;
