// Whom these people know, the closest first. Everyone consents to profiling.
// mode   read
// param  ids        list<string>
// param  avoiding   list<string> = []     customers who are left out
// param  most       integer = 2000        ties of one person
// row    personId   string         unique
// row    known      list<string>
// row    closeness  list<float>           0..1, in the order of known
// row    cut        boolean               whether they know more people than that
// needs  constraint customer_id
// try    :param ids => ['C0000002', 'C0000001'];
// try    :param avoiding => [];
// try    :param most => 2000;
UNWIND $ids AS personId
MATCH (person:Customer {id: personId})
WHERE person:Profiled
CALL (person) {
  MATCH (person)-[tie:KNOWS]-(other:Profiled)
  WHERE tie.closeness > 0 AND NOT other.id IN $avoiding
  WITH other.id AS otherId, tie.closeness AS close
  ORDER BY close DESC, otherId
  LIMIT $most + 1
  RETURN collect(otherId) AS known, collect(close) AS closeness
}
RETURN personId, known[..$most] AS known, closeness[..$most] AS closeness, size(known) > $most AS cut;
