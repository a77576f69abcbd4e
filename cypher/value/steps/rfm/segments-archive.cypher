// Ends RFM segments that the set in force does not have and nobody is in: no audience is drawn from them any more. Stays are kept.
// mode   write
// param  ids       list<string>  the set in force
// param  at        datetime
// row    archived  integer
// try    :params {ids: ['rfm:champions'], at: datetime()}
MATCH (segment:Segment {kind: 'RFM'})
WHERE NOT segment.id IN $ids AND segment.archivedAt IS NULL AND NOT EXISTS { (segment)<-[:IN_SEGMENT]-() }
SET segment.archivedAt = $at
RETURN count(segment) AS archived;
