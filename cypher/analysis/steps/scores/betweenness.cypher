// Shortest paths through each customer, from some or all sources, as GDS counts them: not yet a share.
// mode   read
// param  graph     string
// param  property  string
// param  samples   integer       sources; as many as customers makes it exact
// param  seed      integer = 42
// param  types     list<string> = ['KNOWS']  with DRAWS when sampled: see analysis/steps/scores/sampler-open
// row    millis    integer
// needs  gds
// try    :params {graph: 'try', property: 'pathsA', samples: 100, seed: 42}
CALL gds.betweenness.mutate($graph, {
  relationshipTypes: $types,
  mutateProperty: $property,
  samplingSize: $samples,
  samplingSeed: $seed
})
YIELD computeMillis
RETURN computeMillis AS millis;
