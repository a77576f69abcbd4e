// Groups of communities that touch each other more than others: the level above communities, by Leiden on closeness.
// mode   write
// param  graph   string
// param  gamma   float = 1.0
// param  seed    integer = 42
// row    groups  integer
// needs  constraint community_group_id
// try    :param graph => 'try';
// try    :param gamma => 1.0;
// try    :param seed => 42;
CALL gds.leiden.stream($graph, {relationshipWeightProperty: 'closeness', gamma: $gamma, randomSeed: $seed, concurrency: 1})
YIELD nodeId, communityId
WITH communityId AS raw, gds.util.asNode(nodeId) AS community
ORDER BY community.size DESC, community.id
WITH raw, collect(community) AS communities, sum(community.size) AS people
WITH communities, people, head(communities) AS first
MERGE (group:CommunityGroup {id: 'g1-' + first.id})
SET group.level = 1, group.size = people, group.parts = size(communities),
  group.name = coalesce(first.name, first.id) + CASE size(communities) WHEN 1 THEN '' ELSE ' and ' + toString(size(communities) - 1) + ' more' END,
  group.nameZh = coalesce(first.nameZh, first.id) + CASE size(communities) WHEN 1 THEN '' ELSE '等' + toString(size(communities)) + '个社群' END
FOREACH (community IN communities | MERGE (community)-[:PART_OF]->(group))
RETURN count(group) AS groups;
