// The name that a person gives a community; runs leave it as it is from then on.
// mode   write
// param  id      string
// param  name    string
// param  nameZh  string
// param  by      string
// param  now     datetime
// row    id      string
// row    name    string
// row    nameZh  string
// needs  constraint community_id
// try    :param id => 'k-1';
// try    :param name => 'Hikers';
// try    :param nameZh => '徒步';
// try    :param by => 'me';
// try    :param now => datetime();
MATCH (community:Community {id: $id})
SET community.name = $name, community.nameZh = $nameZh, community.namedBy = $by, community.namedAt = $now,
  community.nameBasis = []
RETURN community.id AS id, community.name AS name, community.nameZh AS nameZh;
