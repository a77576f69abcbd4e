// Ends RFM segments that nobody is in and no currency is graded into: no audience is drawn from them any more. Stays are kept.
// mode   write
// param  ids       list<string>  the set in force
// param  at        datetime
// row    archived  integer
// try    :param ids => ['rfm:champions'];
// try    :param at => datetime();
MATCH (segment:Segment {kind: 'RFM'})
WHERE NOT segment.id IN $ids AND segment.archivedAt IS NULL AND NOT EXISTS { (segment)<-[:IN_SEGMENT]-() }
  AND NOT EXISTS { MATCH (model:RfmModel {main: true}) WHERE segment.id IN model.segments }
SET segment.archivedAt = $at
RETURN count(segment) AS archived;
