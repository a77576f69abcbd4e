// The largest communities: how tight they are, where they are, who leads them.
// mode   read
// param  limit    integer = 20
// row    id       string        unique
// row    size     integer       members
// row    ties     integer       pairs of members who know each other
// row    density  float         those pairs as a share of all pairs, 0..1
// row    topCity  string?       where most members live
// row    since    datetime      when it was first found
// row    name     string?       made from what its members share, or as a person named it
// row    nameZh   string?
// row    leaders  list<customer>  the three most influential
// needs  run analysis
// api    topCommunities
// titleZh 最大的社群：紧密程度、所在城市、核心人物。
// for    analyst marketer admin
// try    :param limit => 20;
MATCH (community:Community)
WHERE community.size > 0
WITH community
ORDER BY community.size DESC, community.id
LIMIT $limit
CALL (community) {
  MATCH (leader:Profiled)
  WHERE leader.communityId = community.id AND leader.influence IS NOT NULL
  WITH leader
  ORDER BY leader.influence DESC, leader.id
  LIMIT 3
  RETURN collect(leader.id) AS leaders
}
RETURN community.id AS id, community.size AS size, community.ties AS ties, community.density AS density,
  community.topCity AS topCity, community.since AS since, community.name AS name,
  community.nameZh AS nameZh, leaders
ORDER BY size DESC, id;
