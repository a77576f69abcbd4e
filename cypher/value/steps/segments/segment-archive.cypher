// Marks a segment as ended: no audience is drawn from it, and no refresh fills it. Its versions and stays are kept.
// mode   write
// param  segmentId  string
// param  at         datetime
// row    marked     integer
// needs  constraint segment_id
// try    :param segmentId => 'none';
// try    :param at => datetime();
MATCH (segment:Segment {id: $segmentId, kind: 'RULE'})
SET segment.archivedAt = coalesce(segment.archivedAt, $at)
RETURN count(segment) AS marked;
