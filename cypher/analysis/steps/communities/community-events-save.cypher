// What happened to communities since the run before, one node for each birth, end, merger and split.
// mode   write
// param  rows       list<record>
// .      id         string        run|position
// .      kind       string        BORN, GONE, MERGED or SPLIT
// .      from       list<string>  ids of the run before
// .      into       list<string>  ids of this run
// .      fromNames  list<string>  as they were called then
// .      members    integer
// param  run        string
// row    saved      integer
// needs  constraint community_event_id
// try    :param rows => [{id: 'try|1', kind: 'BORN', from: [], into: ['k-1'], fromNames: [], members: 3}];
// try    :param run => 'try';
UNWIND $rows AS row
MERGE (event:CommunityEvent {id: row.id})
SET event.run = $run, event.kind = row.kind, event.from = row.from, event.into = row.into,
  event.fromNames = row.fromNames, event.members = row.members, event.at = datetime()
RETURN count(event) AS saved;
