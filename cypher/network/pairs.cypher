// Every pair of customers who consent to profiling and know each other, once: what igraph, networkx or pandas read as edges.
// mode   read
// param  afterFromId  string = ''    of the last row of the page before
// param  afterToId    string = ''    of the same row
// param  limit        integer = 1000000000
// row    fromId     customer          the smaller id
// row    toId       customer
// row    closeness  float             0..1
// row    kinds      list<string>?     of ties it sums up
// row    since      datetime?
// needs  constraint customer_id
// try    :param afterFromId => '';
// try    :param afterToId => '';
// try    :param limit => 20;
MATCH (one:Customer)-[knows:KNOWS]->(other:Profiled)
WHERE one.id >= $afterFromId AND (one.id > $afterFromId OR other.id > $afterToId)
  AND one:Profiled AND one <> other AND knows.closeness IS NOT NULL
RETURN one.id AS fromId, other.id AS toId, knows.closeness AS closeness, knows.kinds AS kinds, knows.since AS since
ORDER BY fromId, toId
LIMIT $limit;
