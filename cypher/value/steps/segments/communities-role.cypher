// Communities where at least a share of the members have one of some roles in the network.
// mode   read
// param  share  float         0..1; 0 for at least one of them
// param  roles  list<string>  of KOL, KOC, BRIDGE, MARGINAL
// row    communityId  string  unique
// try    :param share => 0.0;
// try    :param roles => ['KOL'];
MATCH (community:Community)<-[:MEMBER_OF]-(member:Profiled)
WHERE any(role IN coalesce(member.roles, []) WHERE role IN $roles)
WITH community, count(DISTINCT member) AS members
WHERE members >= $share * community.size
RETURN community.id AS communityId
ORDER BY communityId;
