// Shortest paths through each customer, from all customers, as GDS counts them: not yet a share.
// mode   read
// param  graph     string
// row    millis    integer
// needs  gds
// try    :param graph => 'try';
CALL gds.betweenness.mutate($graph, {mutateProperty: 'pathsA'})
YIELD computeMillis
RETURN computeMillis AS millis;
