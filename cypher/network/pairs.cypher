// Every pair of customers who consent to profiling and know each other, once: what igraph, networkx or pandas read as edges.
// mode   read
// row    fromId     customer          the smaller id
// row    toId       customer
// row    closeness  float             0..1
// row    kinds      list<string>?     of ties it sums up
// row    since      datetime?
MATCH (one:Customer)-[knows:KNOWS]->(other:Profiled)
WHERE one.id > '' AND one:Profiled AND one <> other AND knows.closeness IS NOT NULL
RETURN one.id AS fromId, other.id AS toId, knows.closeness AS closeness, knows.kinds AS kinds, knows.since AS since
ORDER BY fromId, toId;
