// The graph in memory as it was at a date: customers who had joined, and pairs whose oldest tie had begun. A tie or customer without
// a date counts as old. Ties have no end in the graph, so none is left out for having ended; closeness is today's.
// mode   read
// param  graph    string
// param  asOf     datetime
// param  unknown  float = 0.1  closeness of a tie that has none
// row    nodes    integer
// row    arcs     integer      two per tie
// needs  gds
// try    :param graph => 'try';
// try    :param asOf => datetime('2026-01-01');
// try    :param unknown => 0.1;
MATCH (customer:Profiled)
WHERE customer.joinedAt IS NULL OR customer.joinedAt <= $asOf
OPTIONAL MATCH (customer)-[knows:KNOWS]->(other:Profiled)
WHERE (knows.since IS NULL OR knows.since <= $asOf) AND (other.joinedAt IS NULL OR other.joinedAt <= $asOf)
WITH gds.graph.project($graph, customer, other, {
  sourceNodeLabels: ['Profiled'],
  targetNodeLabels: ['Profiled'],
  relationshipType: 'KNOWS',
  relationshipProperties: {closeness: coalesce(knows.closeness, $unknown)}
}, {undirectedRelationshipTypes: ['*'], readConcurrency: 1}) AS graph
RETURN graph.nodeCount AS nodes, graph.relationshipCount AS arcs;
