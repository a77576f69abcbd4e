// Drops a graph in memory, if it is there.
// mode   read
// param  graph    string
// row    dropped  integer
// needs  gds
// try    :param graph => 'analysis';
CALL gds.graph.drop($graph, false) YIELD graphName
RETURN count(graphName) AS dropped;
