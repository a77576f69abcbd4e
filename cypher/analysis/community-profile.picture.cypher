// What a community has in common: its most influential members and the interests that two or more of them share.
// mode   picture
// param  community  string
// param  limit      integer = 40  members
// row    tie        path
// for    analyst marketer admin
// phrase What community $community has in common
// phraseZh 社群 $community 的共同点
// try    :param community => COLLECT { MATCH (c:Community) RETURN c.id ORDER BY c.size DESC LIMIT 1 }[0];
// try    :param limit => 40;
MATCH (member:Profiled)
WHERE member.communityId = $community AND member.influence IS NOT NULL
WITH member
ORDER BY member.influence DESC, member.id
LIMIT $limit
WITH collect(member) AS members
UNWIND members AS member
MATCH tie = (member)-[:INTERESTED_IN]->(interest:Interest)
WHERE COUNT { MATCH (other:Profiled)-[:INTERESTED_IN]->(interest) WHERE other IN members AND other <> member } > 0
RETURN tie;
