// Overlapping membership by SLLPA (Xie, Szymanski, Liu 2011): who is also at home in another community than their own. A label
// stands for the community that holds at least half of those who carry it; a label spread wider says nothing. SLLPA draws at
// random and takes no seed, so it is run several times, and what so many of them agree on is kept.
// mode   write
// param  graph     string
// param  rounds    integer = 50
// param  strength  float = 0.2   share of rounds that a label must have been heard, 0..0.5
// param  runs      integer = 9
// param  agree     integer = 5   of the runs
// row    drawn     integer
// needs  gds
// try    :param graph => 'try';
// try    :param rounds => 50;
// try    :param strength => 0.2;
// try    :param runs => 9;
// try    :param agree => 5;
UNWIND range(1, $runs) AS run
CALL gds.sllpa.stream($graph, {relationshipTypes: ['KNOWS'], maxIterations: $rounds, minAssociationStrength: $strength, concurrency: 1})
YIELD nodeId, values
UNWIND values.communityIds AS label
WITH run, label, gds.util.asNode(nodeId) AS customer
WHERE customer:Profiled
WITH run, label, collect(customer) AS people
CALL (people) {
  UNWIND people AS person
  WITH person.communityId AS home, count(*) AS members
  WHERE home IS NOT NULL
  RETURN home, members
  ORDER BY members DESC, home
  LIMIT 1
}
WITH run, home, people, members
WHERE 2 * members >= size(people)
UNWIND people AS person
WITH run, home, person
WHERE person.communityId IS NULL OR person.communityId <> home
WITH home, person, count(DISTINCT run) AS found
WHERE found >= $agree
MATCH (community:Community {id: home})
MERGE (person)-[:ALSO_IN]->(community)
RETURN count(*) AS drawn;
