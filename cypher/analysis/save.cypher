// Every score of the graph in memory onto the customers, in one pass.
// mode   write
// param  graph    string
// param  scores   list<string>  properties made by the steps before
// row    written  integer
// needs  gds
// try    :params {graph: 'try', scores: ['degree', 'pageRank', 'communityRaw']}
CALL gds.graph.nodeProperties.write($graph, $scores, ['Profiled'])
YIELD propertiesWritten
RETURN propertiesWritten AS written;
