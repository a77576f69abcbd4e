// Communities as a graph in memory, tied by the closeness between their members.
// mode   read
// param  graph    string
// param  unknown  float = 0.1  closeness of a tie that has none
// row    nodes    integer
// row    arcs     integer
// needs  gds
// try    :param graph => 'try';
// try    :param unknown => 0.1;
MATCH (a:Profiled)-[knows:KNOWS]->(b:Profiled)
WHERE a.communityId <> b.communityId
WITH a.communityId AS x, b.communityId AS y, sum(coalesce(knows.closeness, $unknown)) AS closeness
ORDER BY x, y
MATCH (one:Community {id: x})
MATCH (other:Community {id: y})
WITH gds.graph.project($graph, one, other, {relationshipType: 'TOUCHES', relationshipProperties: {closeness: closeness}},
  {undirectedRelationshipTypes: ['*'], readConcurrency: 1}) AS graph
RETURN coalesce(graph.nodeCount, 0) AS nodes, coalesce(graph.relationshipCount, 0) AS arcs;
