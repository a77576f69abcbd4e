// Groups of groups: the second level above communities, by Leiden at a lower resolution. A group goes where most of its people go.
// mode   write
// param  graph   string
// param  gamma   float = 0.25
// param  seed    integer = 42
// row    groups  integer
// needs  constraint community_group_id
// try    :param graph => 'try';
// try    :param gamma => 0.25;
// try    :param seed => 42;
CALL gds.leiden.stream($graph, {relationshipWeightProperty: 'closeness', gamma: $gamma, randomSeed: $seed, concurrency: 1})
YIELD nodeId, communityId
WITH communityId AS raw, gds.util.asNode(nodeId) AS community
MATCH (community)-[:PART_OF]->(child:CommunityGroup {level: 1})
WITH child, raw, sum(community.size) AS people
ORDER BY people DESC, raw
WITH child, head(collect(raw)) AS raw
ORDER BY child.size DESC, child.id
WITH raw, collect(child) AS children, sum(child.size) AS people
WITH children, people, head(children) AS first
MERGE (group:CommunityGroup {id: 'g2-' + substring(first.id, 3)})
SET group.level = 2, group.size = people, group.parts = size(children),
  group.name = first.name + CASE size(children) WHEN 1 THEN '' ELSE ', and ' + toString(size(children) - 1) + ' groups more' END,
  group.nameZh = first.nameZh + CASE size(children) WHEN 1 THEN '' ELSE '，等' + toString(size(children)) + '组' END
FOREACH (child IN children | MERGE (child)-[:PART_OF]->(group))
RETURN count(group) AS groups;
