// Everybody a community of their own: what Leiden would say of a graph without ties, on which GDS 2.13.9 fails.
// mode   read
// param  graph        string
// row    millis       integer
// row    communities  integer
// row    modularity   float
// needs  gds
// try    :params {graph: 'try'}
CALL gds.wcc.mutate($graph, {relationshipTypes: ['KNOWS'], mutateProperty: 'communityRaw'})
YIELD computeMillis, componentCount
RETURN computeMillis AS millis, componentCount AS communities, 0.0 AS modularity;
