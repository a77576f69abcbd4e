// Who entered or left segments in a time, in the order of their moves; both moves of who came and went. Page on by the last row.
// mode   read
// param  segmentIds  list<string>    of any segments; empty for all
// param  since       datetime        exclusive
// param  until       datetime        inclusive
// param  after       string = ''     key of the last row of the page before
// param  limit       integer = 1000
// row    key         string          unique, by which rows are ordered
// row    segmentId   string
// row    customerId  customer
// row    move        string          ENTERED or LEFT
// row    at          datetime
// row    because     string?         MEETS_RULE; of who left NO_LONGER_MET, RULE_CHANGED or ARCHIVED
// try    :param segmentIds => [];
// try    :param since => datetime('2026-01-01');
// try    :param until => datetime();
// try    :param after => '';
// try    :param limit => 20;
CALL () {
  MATCH (customer:Customer)-[stay:IN_SEGMENT]->(segment:Segment)
  WHERE stay.since > $since AND stay.since <= $until
  RETURN customer, segment, 'ENTERED' AS move, stay.since AS at, stay.because AS because
  UNION ALL
  MATCH (customer:Customer)-[stay:WAS_IN_SEGMENT]->(segment:Segment)
  WHERE stay.since > $since AND stay.since <= $until
  RETURN customer, segment, 'ENTERED' AS move, stay.since AS at, stay.because AS because
  UNION ALL
  MATCH (customer:Customer)-[stay:WAS_IN_SEGMENT]->(segment:Segment)
  WHERE stay.until > $since AND stay.until <= $until
  RETURN customer, segment, 'LEFT' AS move, stay.until AS at, stay.left AS because
}
WITH customer.id AS customerId, segment.id AS segmentId, move, at, because
WHERE $segmentIds = [] OR segmentId IN $segmentIds
WITH toString(at.epochMillis) + '|' + segmentId + '|' + customerId + '|' + move AS key, customerId, segmentId, move, at, because
WHERE key > $after
RETURN key, segmentId, customerId, move, at, because
ORDER BY key
LIMIT $limit;
