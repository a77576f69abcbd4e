// One interest: the people of a community who share it, and the ties between them.
// mode   picture
// param  interest   string
// param  community  string
// param  limit      integer = 60  people
// row    tie        path
// for    analyst marketer admin
// phrase Circle around $interest in community $community
// phraseZh 社群 $community 中 $interest 的兴趣圈
// try    :param interest => 'I01';
// try    :param community => COLLECT { MATCH (c:Community) RETURN c.id ORDER BY c.size DESC LIMIT 1 }[0];
// try    :param limit => 60;
MATCH (interest:Interest)
WHERE $interest IN [interest.id, interest.name, interest.nameZh]
MATCH (interest)<-[:INTERESTED_IN]-(person:Profiled {communityId: $community})
WITH person
ORDER BY person.influence DESC, person.id
LIMIT $limit
WITH collect(person) AS people
UNWIND people AS person
MATCH tie = (person)-[:KNOWS]->(other:Profiled)
WHERE other IN people
RETURN tie;
