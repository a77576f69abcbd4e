// Everybody a community of their own, where Leiden finds nobody better together (no ties, or a high resolution): GDS 2.13.9 fails
// there. No tie is as close as the threshold.
// mode   read
// param  graph        string
// param  property     string = 'communityRaw'
// row    communities  integer
// needs  gds
// try    :param graph => 'try';
// try    :param property => 'communityRaw';
CALL gds.wcc.mutate($graph, {relationshipWeightProperty: 'closeness', threshold: 1000000.0, mutateProperty: $property})
YIELD componentCount
RETURN componentCount AS communities;
