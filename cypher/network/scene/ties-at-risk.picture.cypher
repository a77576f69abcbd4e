// Close ties of the selected customers to people who have not ordered for long: what a network loses next.
// mode   picture
// param  nodes         list<string>     element ids of what is selected in the scene
// param  minCloseness  float = 0.3
// param  days          integer = 90     without an order
// param  limit         integer = 100
// row    tie           path
// phrase Close ties at risk
// phraseZh 可能流失的亲近关系
// try    :param nodes => [];
// try    :param minCloseness => 0.3;
// try    :param days => 90;
// try    :param limit => 100;
MATCH (person:Profiled)
WHERE elementId(person) IN $nodes
MATCH tie = (person)-[knows:KNOWS]-(quiet:Profiled)
WHERE knows.closeness >= $minCloseness AND quiet.lastOrderAt < datetime() - duration({days: $days})
RETURN tie
ORDER BY knows.closeness DESC, quiet.id
LIMIT $limit;
