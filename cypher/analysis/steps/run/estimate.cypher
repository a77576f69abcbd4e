// Bytes that a run would need for the graph and for each of its steps, from counts alone, before anything is loaded.
// mode   read
// param  nodes    integer
// param  arcs     integer  two per tie
// param  samples  integer  sources of betweenness
// row    step     string   unique
// row    bytes    integer  the least that GDS expects
// needs  gds
// try    :param nodes => 1000000;
// try    :param arcs => 10000000;
// try    :param samples => 100;
WITH {nodeCount: $nodes, relationshipCount: $arcs, nodeProjection: '*', relationshipProjection: '*'} AS graph
CALL (graph) {
  CALL gds.graph.project.estimate('*', '*', {nodeCount: $nodes, relationshipCount: $arcs, relationshipProperties: 'closeness'})
  YIELD bytesMin RETURN 'graph' AS step, bytesMin AS bytes
  UNION ALL
  CALL gds.pageRank.mutate.estimate(graph, {mutateProperty: 'x', maxIterations: 50}) YIELD bytesMin
  RETURN 'pageRank' AS step, bytesMin AS bytes
  UNION ALL
  CALL gds.betweenness.mutate.estimate(graph, {mutateProperty: 'x', samplingSize: $samples}) YIELD bytesMin
  RETURN 'betweenness' AS step, bytesMin AS bytes
  UNION ALL
  CALL gds.leiden.mutate.estimate(graph, {mutateProperty: 'x'}) YIELD bytesMin
  RETURN 'leiden' AS step, bytesMin AS bytes
  UNION ALL
  CALL gds.triangleCount.mutate.estimate(graph, {mutateProperty: 'x'}) YIELD bytesMin
  RETURN 'triangles' AS step, bytesMin AS bytes
  UNION ALL
  CALL gds.localClusteringCoefficient.mutate.estimate(graph, {mutateProperty: 'x'}) YIELD bytesMin
  RETURN 'clustering' AS step, bytesMin AS bytes
  UNION ALL
  CALL gds.kcore.mutate.estimate(graph, {mutateProperty: 'x'}) YIELD bytesMin
  RETURN 'coreness' AS step, bytesMin AS bytes
}
RETURN step, bytes
ORDER BY step;
