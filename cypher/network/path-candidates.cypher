// Who may lie on a good path: everyone on the shortest paths by number of steps, and every tie between them. All consent
// to profiling. What is best by closeness is decided afterwards.
// mode   read
// param  source     string
// param  target     string
// row    fromId     string
// row    toId       string
// row    closeness  float
// try    :params {source: 'karate-17', target: 'karate-34'}
MATCH (source:Customer {id: $source})
WHERE source:Profiled
MATCH (target:Customer {id: $target})
WHERE target:Profiled
MATCH path = SHORTEST 100 (source) (()-[:KNOWS]-(:Profiled)){1,6} (target)
WITH collect(DISTINCT nodes(path)) AS paths
UNWIND paths AS people
UNWIND people AS person
WITH collect(DISTINCT person) AS people
UNWIND people AS person
MATCH (person)-[tie:KNOWS]->(other:Profiled)
WHERE other IN people
RETURN person.id AS fromId, other.id AS toId, coalesce(tie.closeness, 0.0) AS closeness
ORDER BY fromId, toId;
