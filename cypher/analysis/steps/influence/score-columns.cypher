// What the influence index is told by, of everybody in the graph in memory: columns of so many customers a row, since a row for each costs
// more than its numbers.
// mode   read
// param  graph      string
// param  counted    boolean          whether paths were counted in the graph in memory
// param  size       integer = 50000  customers a row
// row    nodes      list<integer>    their numbers in the graph in memory
// row    ids        list<string>     only where paths were counted elsewhere
// row    pageRank   list<float>
// row    paths      list<float>      counted paths; none where counted elsewhere
// row    answered   list<record>     those whose posts or referrals were answered
// .      node        integer
// .      reactions   float
// .      conversions float
// row    close      integer          customers with a closeness of this run or one before
// needs  gds
// try    :param graph => 'try';
// try    :param counted => true;
// try    :param size => 50000;
CALL gds.graph.nodeProperty.stream($graph, 'pageRank', ['Profiled'])
YIELD nodeId, propertyValue AS pageRank
WITH nodeId, pageRank, gds.util.asNode(nodeId) AS customer
WHERE customer:Profiled
WITH nodeId, pageRank, customer, nodeId / $size AS part, customer.reactions AS reactions, customer.conversions AS conversions
WITH part, collect(nodeId) AS nodes, collect(CASE WHEN NOT $counted THEN customer.id END) AS ids, collect(pageRank) AS pageRank,
  collect(CASE WHEN $counted THEN gds.util.nodeProperty($graph, nodeId, 'pathsA') END) AS paths,
  collect(CASE WHEN reactions IS NOT NULL OR conversions IS NOT NULL
    THEN {node: nodeId, reactions: toFloat(coalesce(reactions, 0)), conversions: toFloat(coalesce(conversions, 0))} END) AS answered,
  count(customer.harmonicCloseness) AS close
RETURN nodes, ids, pageRank, paths, answered, close
ORDER BY part;
