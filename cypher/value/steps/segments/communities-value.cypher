// Communities where at least a share of the members are in some RFM segments or stages of the lifecycle.
// mode   read
// param  share      float          0..1; 0 for at least one of them
// param  segments   list<string>?  ids, like rfm:champions; null for any
// param  lifecycle  list<string>?
// row    communityId  string  unique
// try    :param share => 0.3;
// try    :param segments => ['rfm:champions'];
// try    :param lifecycle => null;
MATCH (community:Community)<-[:MEMBER_OF]-(member:Profiled)
WHERE ($segments IS NULL OR member.rfmSegment IN $segments) AND ($lifecycle IS NULL OR member.lifecycle IN $lifecycle)
WITH community, count(DISTINCT member) AS members
WHERE members >= $share * community.size
RETURN community.id AS communityId
ORDER BY communityId;
