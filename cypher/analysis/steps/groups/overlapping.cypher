// Overlapping membership by SLLPA (Xie, Szymanski, Liu 2011): who is also at home in another community than their own. A label
// stands for the community that holds at least half of those who carry it; a label spread wider says nothing.
// mode   write
// param  graph     string
// param  rounds    integer = 50
// param  strength  float = 0.2   share of rounds that a label must have been heard, 0..0.5
// row    drawn     integer
// needs  gds
// try    :param graph => 'try';
// try    :param rounds => 50;
// try    :param strength => 0.2;
CALL gds.sllpa.stream($graph, {relationshipTypes: ['KNOWS'], maxIterations: $rounds, minAssociationStrength: $strength, concurrency: 1})
YIELD nodeId, values
UNWIND values.communityIds AS label
WITH label, gds.util.asNode(nodeId) AS customer
WHERE customer:Profiled
WITH label, collect(customer) AS people
CALL (people) {
  UNWIND people AS person
  WITH person.communityId AS home, count(*) AS members
  WHERE home IS NOT NULL
  RETURN home, members
  ORDER BY members DESC, home
  LIMIT 1
}
WITH home, people, members
WHERE 2 * members >= size(people)
MATCH (community:Community {id: home})
UNWIND people AS person
WITH DISTINCT person, community
WHERE person.communityId IS NULL OR person.communityId <> community.id
MERGE (person)-[:ALSO_IN]->(community)
RETURN count(*) AS drawn;
