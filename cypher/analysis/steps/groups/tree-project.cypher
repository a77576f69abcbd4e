// One community as a graph in memory.
// mode   read
// param  graph      string
// param  community  string
// param  unknown    float = 0.1
// row    nodes      integer
// row    arcs       integer
// needs  gds
// try    :param graph => 'try';
// try    :param community => 'k-1';
// try    :param unknown => 0.1;
MATCH (member:Profiled {communityId: $community})-[knows:KNOWS]->(other:Profiled)
WHERE other.communityId = $community
WITH member, other, knows
ORDER BY knows.pair
WITH gds.graph.project($graph, member, other, {
  sourceNodeLabels: ['Profiled'],
  targetNodeLabels: ['Profiled'],
  relationshipType: 'KNOWS',
  relationshipProperties: {closeness: coalesce(knows.closeness, $unknown)}
}, {undirectedRelationshipTypes: ['*'], readConcurrency: 1}) AS graph
RETURN coalesce(graph.nodeCount, 0) AS nodes, coalesce(graph.relationshipCount, 0) AS arcs;
