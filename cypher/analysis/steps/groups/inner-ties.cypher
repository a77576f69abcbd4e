// Modularity of each community without weights: with the degrees of its members it tells its number of ties inside.
// On one thread: on several, GDS 2.13.9 was once seen to read beyond its own table (index -1).
// mode   read
// param  graph       string
// row    raw         integer  unique
// row    modularity  float
// needs  gds
// try    :param graph => 'try';
CALL gds.modularity.stream($graph, {
  relationshipTypes: ['KNOWS'],
  communityProperty: 'communityRaw',
  concurrency: 1
})
YIELD communityId, modularity
RETURN communityId AS raw, modularity
ORDER BY raw;
