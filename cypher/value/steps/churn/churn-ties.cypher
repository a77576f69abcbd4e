// Whom profiled customers knew at a time, and how well: only buyers who consent to profiling.
// mode   read
// param  customers   list<string>    ids
// param  cutOff      datetime
// row    customerId  string          unique
// row    others      list<string>    ids
// row    closeness   list<float>     of each, 0..1
// needs  constraint customer_id
// try    :param customers => ['C0000001'];
// try    :param cutOff => datetime('2026-06-01');
UNWIND $customers AS id
MATCH (customer:Customer:Profiled {id: id})-[knows:KNOWS]-(other:Profiled)
WHERE other.orders > 0 AND coalesce(knows.since < $cutOff, true)
WITH customer, other, knows
ORDER BY other.id
RETURN customer.id AS customerId, collect(other.id) AS others, collect(coalesce(knows.closeness, 0.0)) AS closeness
ORDER BY customerId;
