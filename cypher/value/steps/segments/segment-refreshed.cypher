// Notes that a segment holds exactly who fits its rule, as of a time.
// mode   write
// param  segmentId  string
// param  at         datetime
// row    noted      integer
// needs  constraint segment_id
// try    :params {segmentId: 'none', at: datetime()}
MATCH (segment:Segment {id: $segmentId})
SET segment.refreshedAt = $at
RETURN count(segment) AS noted;
