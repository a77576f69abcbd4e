// Customers outside who know someone of these people, the closest first. Everyone consents to profiling.
// mode   read
// param  ids        list<string>
// param  most       integer = 500
// row    fromId     string          outside
// row    toId       string          one of these
// row    closeness  float           0..1
// needs  constraint customer_id
// try    :param ids => ['C0000001', 'C0000002'];
// try    :param most => 500;
UNWIND $ids AS id
MATCH (person:Customer {id: id})-[tie:KNOWS]-(other:Profiled)
WHERE person:Profiled AND NOT other.id IN $ids AND tie.closeness > 0
RETURN other.id AS fromId, id AS toId, tie.closeness AS closeness
ORDER BY closeness DESC, fromId, toId
LIMIT $most;
