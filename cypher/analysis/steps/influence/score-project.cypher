// The scores of some customers as a graph in memory of its own, counted and told ones together: GDS then writes them in one go, in a
// fraction of the time that Cypher needs for each value. Closeness of somebody who is alone in the world is no number to GDS: 0 here.
// mode   read
// param  graph        string         that was analysed
// param  into         string         name of the new one
// param  close        boolean        whether closeness was measured
// param  nodes        list<integer>  their numbers in the graph in memory
// param  pageRank     list<float>    sums to 1; in the order of nodes, as the following
// param  betweenness  list<float>    a share, 0..1
// param  reach        list<float>    0..100
// param  brokerage    list<float>    0..100
// param  influence    list<float>    0..100
// row    projected    integer
// needs  gds
// try    :param graph => 'try';
// try    :param into => 'try-scores';
// try    :param close => false;
// try    :param nodes => [0];
// try    :param pageRank => [1.0];
// try    :param betweenness => [0.0];
// try    :param reach => [0.0];
// try    :param brokerage => [0.0];
// try    :param influence => [0.0];
UNWIND range(0, size($nodes) - 1) AS at
WITH at, $nodes[at] AS node
WITH node, {degree: gds.util.nodeProperty($graph, node, 'degree'), pageRank: $pageRank[at],
  component: gds.util.nodeProperty($graph, node, 'component'), triangles: gds.util.nodeProperty($graph, node, 'triangles'),
  clustering: gds.util.nodeProperty($graph, node, 'clustering'), coreness: gds.util.nodeProperty($graph, node, 'coreness'),
  betweenness: $betweenness[at], reach: $reach[at], brokerage: $brokerage[at], influence: $influence[at]} AS scores
WITH gds.graph.project($into, node, null, {targetNodeProperties: NULL, sourceNodeProperties: CASE WHEN $close
  THEN scores {.*, harmonicCloseness: coalesce(gds.util.nodeProperty($graph, node, 'harmonicCloseness'), 0.0)} ELSE scores END}) AS projected
RETURN projected.nodeCount AS projected;
