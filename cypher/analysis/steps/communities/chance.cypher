// What chance alone would put inside communities, as they stand in the graph in memory: the sum of (D/2m)² by closeness, which
// modularity at a resolution takes off once for each 1 of it (Reichardt, Bornholdt 2006).
// mode   read
// param  graph     string
// param  property  string = 'communityRaw'
// row    chance    float
// needs  gds
// try    :param graph => 'try';
// try    :param property => 'communityRaw';
CALL gds.degree.stream($graph, {relationshipTypes: ['KNOWS'], relationshipWeightProperty: 'closeness'})
YIELD nodeId, score
WITH gds.util.nodeProperty($graph, nodeId, $property) AS community, sum(score) AS ends
WITH collect(ends) AS all, sum(ends) AS total
RETURN CASE WHEN total = 0 THEN 0.0 ELSE reduce(sum = 0.0, ends IN all | sum + (ends / total) ^ 2) END AS chance;
