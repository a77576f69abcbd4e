// Which communities were born, ended, merged or split in a run, and by what this is told.
// mode   read
// param  run      string? = null  id of a run; none takes the last that changed anything
// param  limit    integer = 100
// row    kind     string          BORN, GONE, MERGED or SPLIT
// row    from     list<string>    communities of the run before
// row    into     list<string>    communities of this run
// row    members  integer         of the new community, or of the old one when it split or ended
// row    run      string
// row    at       datetime
// row    names    list<string>    of those of the run before
// needs  run analysis
// api    communityChanges
// titleZh 一次运行中新生、消亡、合并或分裂的社群，以及依据。
// for    analyst marketer admin
// try    :param run => null;
// try    :param limit => 20;
CALL () {
  MATCH (event:CommunityEvent)
  WHERE $run IS NULL
  RETURN event.run AS chosen
  ORDER BY event.at DESC
  LIMIT 1
  UNION
  WITH * WHERE $run IS NOT NULL
  RETURN $run AS chosen
}
MATCH (event:CommunityEvent {run: chosen})
RETURN event.kind AS kind, event.from AS from, event.into AS into, event.members AS members, event.run AS run,
  event.at AS at, event.fromNames AS names
ORDER BY CASE kind WHEN 'MERGED' THEN 1 WHEN 'SPLIT' THEN 2 WHEN 'BORN' THEN 3 ELSE 4 END, members DESC, from, into
LIMIT $limit;
