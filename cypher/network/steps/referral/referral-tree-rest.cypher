// How many people whom these brought are not shown, since they do not consent to profiling.
// mode   read
// param  ids       list<string>
// row    profiled  boolean            whether all of these consent
// row    notShown  integer
// needs  constraint customer_id
// try    :param ids => ['C0000001'];
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
OPTIONAL MATCH (customer)-[:REFERRED]->(other:Customer)
WHERE NOT other:Profiled
WITH collect(DISTINCT customer) AS asked, count(DISTINCT other) AS notShown
WHERE size(asked) > 0
RETURN all(customer IN asked WHERE customer:Profiled) AS profiled, notShown;
