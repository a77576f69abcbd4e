// The network at a glance: its most influential people, those they know who are most so themselves, and the ties between them.
// mode   picture
// param  people  integer = 300   one in ten a leader, the others around them
// param  ties    integer = 1500  closest ones
// row    tie     path
// for    analyst marketer admin
// phrase The network at a glance
// phraseZh 关系网一览
// try    :param people => 300;
// try    :param ties => 1500;
MATCH (leader:Profiled)
WHERE leader.influence IS NOT NULL
WITH leader
ORDER BY leader.influence DESC, leader.id
LIMIT toInteger(ceil($people / 10.0))
CALL (leader) {
  MATCH (leader)-[:KNOWS]-(other:Profiled)
  WITH other
  ORDER BY other.influence DESC, other.id
  LIMIT 9
  RETURN collect(other) AS circle
}
UNWIND circle + [leader] AS person
WITH collect(DISTINCT person) AS people
UNWIND people AS person
MATCH tie = (person)-[knows:KNOWS]->(other:Profiled)
WHERE other IN people
RETURN tie
ORDER BY knows.closeness DESC, knows.pair
LIMIT $ties;
