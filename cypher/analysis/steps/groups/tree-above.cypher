// A community and the two levels above it.
// mode   read
// param  community  string
// row    level      integer  2, 1 and 0 for the community itself
// row    id         string   unique
// row    name       string?
// row    nameZh     string?
// row    size       integer  people
// row    parts      integer  groups or communities in it
// try    :param community => 'k-1';
MATCH path = (community:Community {id: $community})-[:PART_OF*0..2]->(node:Community|CommunityGroup)
RETURN length(path) AS level, node.id AS id, node.name AS name, node.nameZh AS nameZh, node.size AS size,
  coalesce(node.parts, 0) AS parts
ORDER BY level DESC;
