// The parts of a community at two levels, the finer inside the coarser, with who leads each.
// mode   read
// param  graph    string
// row    upper    integer
// row    lower    integer
// row    size     integer       people
// row    leaders  list<string>  customer ids, the three most influential
// needs  gds
// try    :param graph => 'try';
CALL gds.graph.nodeProperty.stream($graph, 'upper', ['Profiled']) YIELD nodeId, propertyValue
WITH propertyValue AS upper, gds.util.nodeProperty($graph, nodeId, 'lower') AS lower, gds.util.asNode(nodeId) AS person
WHERE person:Profiled
WITH upper, lower, person
ORDER BY person.influence DESC, person.id
WITH upper, lower, collect(person.id) AS people
RETURN upper, lower, size(people) AS size, people[..3] AS leaders
ORDER BY size DESC, head(leaders);
