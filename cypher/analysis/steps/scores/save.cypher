// Scores of a graph in memory onto its customers, in one pass. One writer: others write other customers at the same time.
// mode   write
// param  graph    string
// param  scores   list<string>
// row    written  integer
// needs  gds
// try    :param graph => 'try';
// try    :param scores => ['degree', 'pageRank'];
CALL gds.graph.nodeProperties.write($graph, $scores, ['*'], {writeConcurrency: 1})
YIELD propertiesWritten
RETURN propertiesWritten AS written;
