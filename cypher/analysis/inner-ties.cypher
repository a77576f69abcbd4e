// Modularity of each community without weights: with the degrees of its members it tells its number of ties inside.
// mode   read
// param  graph       string
// row    raw         integer  unique
// row    modularity  float
// needs  gds
// try    :params {graph: 'try'}
CALL gds.modularity.stream($graph, {relationshipTypes: ['KNOWS'], communityProperty: 'communityRaw'})
YIELD communityId, modularity
RETURN communityId AS raw, modularity
ORDER BY raw;
