// Requests of people and accesses to personal fields since a time, and how many were as they should be.
// mode   read
// param  since      datetime
// param  now        datetime
// row    requests   integer  answered, or still open past their day
// row    inTime     integer
// row    accesses   integer  openings of personal fields, look-ups and copies
// row    explained  integer  with a purpose, or by a request
// needs  index data_request_state
// needs  index audit_entry_at
// try    :param since => datetime() - duration('P365D');
// try    :param now => datetime();
CALL () {
  MATCH (request:DataRequest)
  WHERE request.openedAt >= $since AND (request.closedAt IS NOT NULL OR request.dueAt < $now)
  RETURN count(*) AS requests, count(CASE WHEN request.closedAt <= request.dueAt THEN 1 END) AS inTime
}
CALL () {
  MATCH (entry:AuditEntry)
  WHERE entry.at >= $since AND entry.action IN ['OPENED', 'LOOKED_UP', 'BREAK_GLASS', 'EXPORTED']
  RETURN count(*) AS accesses, count(CASE WHEN entry.purpose IS NOT NULL OR entry.action = 'EXPORTED' THEN 1 END) AS explained
}
RETURN requests, inTime, accesses, explained;
