// Modularity by closeness of the communities as they stand in the graph in memory, whatever an algorithm said of them.
// mode   read
// param  graph       string
// param  property    string = 'communityRaw'
// row    communities integer  single customers count as one each
// row    modularity  float
// needs  gds
// try    :param graph => 'try';
// try    :param property => 'communityRaw';
CALL gds.modularity.stats($graph, {relationshipTypes: ['KNOWS'], communityProperty: $property, relationshipWeightProperty: 'closeness', concurrency: 1})
YIELD communityCount, modularity
// without a tie GDS divides by nothing
RETURN communityCount AS communities, CASE WHEN isNaN(modularity) THEN 0.0 ELSE modularity END AS modularity;
