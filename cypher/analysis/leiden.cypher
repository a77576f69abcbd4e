// Communities by Leiden on closeness. Not seeded with the run before: a seed that is one community stays one (tried), so ids
// are matched by overlap afterwards instead.
// mode   read
// param  graph        string
// param  property     string = 'communityRaw'
// param  gamma        float = 1.0      resolution: higher makes more and smaller communities
// param  seed         integer = 42
// param  concurrency  integer = 1
// row    millis       integer
// row    communities  integer          single customers count as one each
// row    modularity   float
// needs  gds
// try    :params {graph: 'try', property: 'communityRaw', gamma: 1.0, seed: 42, concurrency: 1}
CALL gds.leiden.mutate($graph, {
  relationshipTypes: ['KNOWS'],
  mutateProperty: $property,
  relationshipWeightProperty: 'closeness',
  gamma: $gamma,
  randomSeed: $seed,
  concurrency: $concurrency
})
YIELD computeMillis, communityCount, modularity
RETURN computeMillis AS millis, communityCount AS communities, modularity;
