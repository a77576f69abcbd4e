// Local clustering: the share of a customer's acquaintances who know each other, 0..1.
// mode   read
// param  graph    string
// row    millis   integer
// row    average  float
// needs  gds
// try    :param graph => 'try';
CALL gds.localClusteringCoefficient.mutate($graph, {
  relationshipTypes: ['KNOWS'],
  mutateProperty: 'clustering',
  triangleCountProperty: 'triangles'
})
YIELD computeMillis, averageClusteringCoefficient
RETURN computeMillis AS millis, averageClusteringCoefficient AS average;
