// The three shortest ways between each two of the selected customers, over up to four people who know each other.
// mode   picture
// param  nodes  list<string>           element ids of what is selected in the scene, two or more people
// param  limit  integer = 100
// row    way    path
// phrase Ways between them
// phraseZh 他们之间的路径
// try    :param nodes => [];
// try    :param limit => 100;
MATCH (one:Profiled)
WHERE elementId(one) IN $nodes
MATCH (other:Profiled)
WHERE elementId(other) IN $nodes AND one.id < other.id
CALL (one, other) {
  MATCH way = SHORTEST 3 (one) (()-[:KNOWS]-(:Profiled)){1,4} (other)
  RETURN way
}
RETURN way
ORDER BY length(way), one.id, other.id
LIMIT $limit;
