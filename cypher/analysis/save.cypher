// Every score of the graph in memory onto the customers, in one pass. Two writers: each holds up to 100,000 customers in one
// transaction, and GDS's default of four ran out of transaction memory on a million customers (tried, heap 6 GB).
// mode   write
// param  graph    string
// param  scores   list<string>  properties made by the steps before
// row    written  integer
// needs  gds
// try    :params {graph: 'try', scores: ['degree', 'pageRank', 'communityRaw']}
CALL gds.graph.nodeProperties.write($graph, $scores, ['Profiled'], {writeConcurrency: 2})
YIELD propertiesWritten
RETURN propertiesWritten AS written;
