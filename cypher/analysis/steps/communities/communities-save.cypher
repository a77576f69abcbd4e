// New communities, and the new sizes and numbers of those that live on.
// mode   write
// param  rows     list<record>
// .      id       string
// .      raw      integer        the number that the run gave it
// .      size     integer        members
// .      ties     integer        pairs of members who know each other
// .      density  float          those pairs as a share of all pairs, 0..1
// .      number   integer        lasting, for history; taken by new ones only
// param  run      string
// param  number   integer        of the run, for history
// row    saved    integer
// row    born     integer
// needs  constraint community_id
// try    :param rows => [{id: 'try', raw: 1, size: 2, ties: 1, density: 1.0, number: 1}];
// try    :param run => 'try';
// try    :param number => 1;
UNWIND $rows AS row
MERGE (community:Community {id: row.id})
  ON CREATE SET community.since = datetime(), community.bornIn = $run
SET community.raw = row.raw, community.size = row.size, community.ties = row.ties, community.density = row.density,
  community.run = $run, community.number = coalesce(community.number, row.number),
  community.history = CASE
    WHEN community.history[-2] = row.size AND community.history[-1] = row.ties THEN community.history
    ELSE coalesce(community.history, [])[-150..] + [$number, row.size, row.ties] END
RETURN count(community) AS saved, count(CASE WHEN community.bornIn = $run THEN 1 END) AS born;
