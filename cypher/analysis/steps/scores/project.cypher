// The ties of consenting customers as a graph in memory, one per pair, closeness as weight.
// One reader, so that the same network always gives the same graph and Leiden the same communities (tried: four do not).
// mode   read
// param  graph    string
// param  unknown  float = 0.1  closeness of a tie that has none
// row    nodes    integer
// row    arcs     integer      two per tie: undirected
// needs  gds
// try    :param graph => 'try';
// try    :param unknown => 0.1;
CALL gds.graph.project(
  $graph,
  'Profiled',
  {KNOWS: {orientation: 'UNDIRECTED', properties: {closeness: {property: 'closeness', defaultValue: $unknown}}}},
  {readConcurrency: 1}
)
YIELD nodeCount, relationshipCount
RETURN nodeCount AS nodes, relationshipCount AS arcs;
