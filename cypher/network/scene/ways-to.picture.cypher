// The shortest ways to the selected customers from the most influential ones, over up to four people who know each other.
// mode   picture
// param  nodes  list<string>           element ids of what is selected in the scene
// param  from   integer = 5            of the most influential customers
// param  limit  integer = 100
// row    way    path
// phrase Ways to them from the most influential
// phraseZh 最有影响力的人到他们的路径
// try    :param nodes => [];
// try    :param from => 5;
// try    :param limit => 100;
MATCH (leader:Profiled)
WHERE leader.influence IS NOT NULL
WITH leader
ORDER BY leader.influence DESC, leader.id
LIMIT $from
MATCH (person:Profiled)
WHERE elementId(person) IN $nodes AND person <> leader
MATCH way = ANY SHORTEST (leader) (()-[:KNOWS]-(:Profiled)){1,4} (person)
RETURN way
ORDER BY length(way), leader.id, person.id
LIMIT $limit;
