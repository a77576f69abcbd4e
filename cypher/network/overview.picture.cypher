// The network at a glance: its most influential people and the closest ties between them.
// mode   picture
// param  people  integer = 300
// param  ties    integer = 1500
// row    tie     path
// for    analyst marketer admin
// phrase The network at a glance
// try    :params {people: 300, ties: 1500}
MATCH (person:Profiled)
WHERE person.influence IS NOT NULL
WITH person
ORDER BY person.influence DESC, person.id
LIMIT $people
WITH collect(person) AS people, min(person.influence) AS least
UNWIND people AS person
MATCH tie = (person)-[knows:KNOWS]->(other:Profiled)
WHERE other.influence >= least AND other IN people
RETURN tie
ORDER BY knows.closeness DESC, knows.pair
LIMIT $ties;
