// One community: its most influential members and the ties between them.
// mode   picture
// param  community  string
// param  limit      integer = 100  members
// row    tie        path
// for    analyst marketer admin
// phrase Inside community $community
// phraseZh 社群 $community 内部
// try    :param community => COLLECT { MATCH (c:Community) RETURN c.id ORDER BY c.size DESC LIMIT 1 }[0];
// try    :param limit => 100;
MATCH (member:Profiled)
WHERE member.communityId = $community AND member.influence IS NOT NULL
WITH member
ORDER BY member.influence DESC, member.id
LIMIT $limit
WITH collect(member) AS members
UNWIND members AS member
MATCH tie = (member)-[:KNOWS]->(other:Profiled)
WHERE other IN members
RETURN tie;
