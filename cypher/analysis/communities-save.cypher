// New communities, and the new sizes and numbers of those that live on.
// mode   write
// param  rows     list<record>
// .      id       string
// .      raw      integer        the number that the run gave it
// .      size     integer        members
// .      ties     integer        pairs of members who know each other
// .      density  float          those pairs as a share of all pairs, 0..1
// param  run      string
// row    saved    integer
// row    born     integer
// needs  constraint community_id
// try    :params {run: 'try', rows: [{id: 'try', raw: 1, size: 2, ties: 1, density: 1.0}]}
UNWIND $rows AS row
MERGE (community:Community {id: row.id})
  ON CREATE SET community.since = datetime(), community.bornIn = $run
SET community.raw = row.raw, community.size = row.size, community.ties = row.ties, community.density = row.density,
  community.run = $run
RETURN count(community) AS saved, count(CASE WHEN community.bornIn = $run THEN 1 END) AS born;
