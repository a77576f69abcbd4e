// Triangles through each customer.
// mode   read
// param  graph      string
// row    millis     integer
// row    triangles  integer  in the whole graph, each once
// needs  gds
// try    :param graph => 'try';
CALL gds.triangleCount.mutate($graph, {relationshipTypes: ['KNOWS'], mutateProperty: 'triangles'})
YIELD computeMillis, globalTriangleCount
RETURN computeMillis AS millis, globalTriangleCount AS triangles;
