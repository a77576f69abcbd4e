// How many customers an audience has, those whom it leaves out among them; from counts that the database keeps.
// mode   read
// param  segmentId    string?  a segment's id, or all for every customer
// param  communityId  string?
// param  campaignId   string?  whose own list it is
// row    size         integer  0 for what does not exist
// needs  constraint segment_id
// try    :param segmentId => 'all';
// try    :param communityId => null;
// try    :param campaignId => null;
OPTIONAL MATCH (segment:Segment {id: $segmentId})
OPTIONAL MATCH (community:Community {id: $communityId})
OPTIONAL MATCH (campaign:Campaign {id: $campaignId})
RETURN CASE WHEN $segmentId = 'all' THEN COUNT { (:Customer) }
  WHEN segment IS NOT NULL THEN COUNT { (segment)<-[:IN_SEGMENT]-() }
  WHEN community IS NOT NULL THEN COUNT { (community)<-[:MEMBER_OF]-() }
  WHEN campaign IS NOT NULL THEN COUNT { (campaign)-[:TARGETS]->() }
  ELSE 0 END AS size;
