// One customer, the people they know best, and the ties among those.
// mode   picture
// param  customer  string
// param  limit     integer = 40  people
// row    tie       path
// for    analyst marketer admin
// phrase Who $customer knows
// phraseZh $customer 认识谁
// try    :param customer => 'C0000002';
// try    :param limit => 40;
MATCH (customer:Customer {id: $customer})
WHERE customer:Profiled
CALL (customer) {
  MATCH (customer)-[knows:KNOWS]-(other:Profiled)
  WITH other, knows
  ORDER BY knows.closeness DESC, other.id
  LIMIT $limit
  RETURN collect(other) AS circle
}
UNWIND circle AS person
MATCH tie = (person)-[:KNOWS]-(other:Profiled)
WHERE other = customer OR (other IN circle AND person.id < other.id)
RETURN tie;
