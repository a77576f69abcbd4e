// Names of communities and the topics of their members. What a person called a community stays.
// mode   write
// param  rows    list<record>
// .      id      string
// .      name    string
// .      nameZh  string
// .      basis   list<string>  keys of the topics in the name
// .      kinds   list<string>  topics, side by side: interest, city, product, category or company
// .      topics  list<string>
// .      topicsZh  list<string>
// .      shares  list<float>   of members, 0..1
// .      lifts   list<float>   over the share in all communities
// row    named   integer
// needs  constraint community_id
// try    :param rows => [{id: 'try', name: 'n', nameZh: 'n', basis: [], kinds: [], topics: [], topicsZh: [], shares: [], lifts: []}];
UNWIND $rows AS row
MATCH (community:Community {id: row.id})
SET community.topicKinds = row.kinds, community.topics = row.topics, community.topicsZh = row.topicsZh,
  community.topicShares = row.shares, community.topicLifts = row.lifts,
  community.name = CASE WHEN community.namedBy IS NULL THEN row.name ELSE community.name END,
  community.nameZh = CASE WHEN community.namedBy IS NULL THEN row.nameZh ELSE community.nameZh END,
  community.nameBasis = CASE WHEN community.namedBy IS NULL THEN row.basis ELSE [] END
RETURN count(community) AS named;
