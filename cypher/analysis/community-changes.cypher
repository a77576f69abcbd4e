// Which communities were born, ended, merged or split in a run, and why it is said.
// mode   read
// param  run      string? = null  id of a run; none takes the last that changed anything
// param  limit    integer = 100
// row    kind     string          BORN, GONE, MERGED or SPLIT
// row    from     list<string>    communities of the run before
// row    into     list<string>    communities of this run
// row    members  integer         of the new community, or of the old one when it split or ended
// row    run      string
// row    at       datetime
// row    why      string
// needs  run analysis
// api    communityChanges
// for    analyst marketer admin
// try    :params {run: null, limit: 20}
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
WITH event, reduce(text = '', name IN event.fromNames | text + CASE text WHEN '' THEN '' ELSE ', ' END + name) AS olds,
  reduce(text = '', id IN event.into | text + CASE text WHEN '' THEN '' ELSE ', ' END + id) AS news
RETURN event.kind AS kind, event.from AS from, event.into AS into, event.members AS members, event.run AS run,
  event.at AS at, CASE event.kind
    WHEN 'BORN' THEN toString(event.members) + CASE event.members WHEN 1 THEN ' person' ELSE ' people' END + ' whom no earlier community accounts for'
    WHEN 'GONE' THEN 'no part of ' + olds + ' that is large enough stayed together'
    WHEN 'MERGED' THEN 'large parts of ' + olds + ' are now together in ' + news
    ELSE 'large parts of ' + olds + ' are now apart in ' + news END AS why
ORDER BY CASE kind WHEN 'MERGED' THEN 1 WHEN 'SPLIT' THEN 2 WHEN 'BORN' THEN 3 ELSE 4 END, members DESC, from, into
LIMIT $limit;
