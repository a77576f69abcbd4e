// How many customers of each new community were in which one of the run before. Those who know nobody are left out.
// mode   read
// param  graph    string
// row    raw      integer  new community
// row    old      string?  community of the run before, none for those who had none
// row    members  integer
// row    degrees  integer  their degrees added up
// needs  gds
// try    :param graph => 'try';
CALL gds.graph.nodeProperty.stream($graph, 'communityRaw', ['Profiled'])
YIELD nodeId, propertyValue AS raw
WITH raw, gds.util.asNode(nodeId) AS customer, gds.util.nodeProperty($graph, nodeId, 'degree') AS degree
WHERE customer:Profiled AND degree > 0
WITH raw, customer.communityId AS old, count(*) AS members, toInteger(sum(degree)) AS degrees
RETURN raw, old, members, degrees
ORDER BY raw, old;
