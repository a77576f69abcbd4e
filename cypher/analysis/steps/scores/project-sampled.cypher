// The graph in memory for a sampled run: consenting customers, their ties, and the sampler, whom nobody knows.
// One reader, so that the same network always gives the same graph and Leiden the same communities (tried: four do not).
// mode   read
// param  graph    string
// param  unknown  float = 0.1  closeness of a tie that has none
// row    nodes    integer      the sampler left out
// row    arcs     integer      two per tie; the sampler's loops left out
// needs  gds
// try    :params {graph: 'try', unknown: 0.1}
CALL gds.graph.project(
  $graph,
  ['Profiled', 'Sampler'],
  {
    KNOWS: {orientation: 'UNDIRECTED', properties: {closeness: {property: 'closeness', defaultValue: $unknown}}},
    DRAWS: {orientation: 'UNDIRECTED'}
  },
  {readConcurrency: 1}
)
YIELD nodeCount, relationshipCount
RETURN nodeCount - COUNT { (:Sampler) } AS nodes, relationshipCount - 2 * COUNT { (:Sampler)-[:DRAWS]->() } AS arcs;
