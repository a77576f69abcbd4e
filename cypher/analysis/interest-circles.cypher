// Circles: people of one community who share an interest, with the ties between them, known or declared.
// mode   read
// param  interest    string? = null  id or name; none asks for all
// param  least       integer = 3     people in a circle
// param  limit       integer = 20
// row    interestId  string
// row    interest    string
// row    interestZh  string?
// row    communityId string
// row    community   string?
// row    people      integer         who share it
// row    share       float           of the community, 0..1
// row    ties        integer         pairs of them who know each other
// row    declared    integer         pairs of them with a tie over this very interest
// row    leaders     list<customer>  the three most influential
// row    members     integer         of the community
// needs  run analysis
// api    interestCircles
// titleZh 圈子：同一社群中兴趣相同且相识的人，以及他们之间的关系。
// for    analyst marketer admin
// try    :param interest => null;
// try    :param least => 3;
// try    :param limit => 20;
MATCH (interest:Interest)
WHERE $interest IS NULL OR $interest IN [interest.id, interest.name, interest.nameZh]
MATCH (interest)<-[:INTERESTED_IN]-(person:Profiled)
WHERE person.communityId IS NOT NULL
WITH interest, person.communityId AS communityId, collect(person) AS people
WHERE size(people) >= $least
ORDER BY size(people) DESC, interest.id, communityId
LIMIT $limit
MATCH (community:Community {id: communityId})
CALL (people) {
  UNWIND people AS a
  MATCH (a)-[:KNOWS]->(b:Profiled)
  WHERE b IN people
  RETURN count(*) AS ties
}
CALL (people, interest) {
  UNWIND people AS a
  MATCH (a)-[shares:SHARES_INTEREST_WITH]->(b:Profiled)
  WHERE b IN people AND shares.interest IN [interest.id, interest.name, interest.nameZh]
  RETURN count(*) AS declared
}
CALL (people) {
  UNWIND people AS person
  WITH person
  ORDER BY person.influence DESC, person.id
  LIMIT 3
  RETURN collect(person.id) AS leaders
}
RETURN interest.id AS interestId, coalesce(interest.name, interest.id) AS interest, interest.nameZh AS interestZh, communityId,
  community.name AS community, size(people) AS people, toFloat(size(people)) / community.size AS share, ties, declared, leaders,
  community.size AS members
ORDER BY people DESC, interestId, communityId;
