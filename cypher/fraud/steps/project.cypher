// Who referred whom as a graph in memory, of consenting customers only.
// mode   read
// param  graph  string
// row    nodes  integer?   null when nobody referred anybody
// needs  gds
// try    :param graph => 'try';
MATCH (referrer:Profiled)-[:REFERRED]->(referred:Profiled)
WITH gds.graph.project($graph, referrer, referred) AS made
RETURN made.nodeCount AS nodes;
