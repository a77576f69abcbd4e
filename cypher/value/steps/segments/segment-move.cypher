// Of some customers, puts those who fit a rule, which stands in place of the marked line, into its segment, and takes those who do not fit
// out of it. The ten latest stays are kept.
// mode   write
// param  segmentId    string
// param  version      integer       of the rule: who came in by another leaves since the rule changed
// param  given        record        in one map: a list by itself has the statement planned anew for each of its sizes
// .  customerIds  list<string>  some thousands at most
// param  at           datetime
// row    entered      integer
// row    left         integer
// needs  constraint segment_id
// try    :param segmentId => 'none';
// try    :param version => 1;
// try    :param given => ({customerIds: ['C0000001']});
// try    :param at => datetime();
MATCH (segment:Segment {id: $segmentId, kind: 'RULE'})
UNWIND $given.customerIds AS customerId
MATCH (customer:Customer {id: customerId})
CALL (customer) {
  WITH customer
  WHERE true // rule
  RETURN count(*) > 0 AS fits
}
CALL (customer) {
  OPTIONAL MATCH (customer)-[stay:IN_SEGMENT]->(held:Segment)
  WHERE coalesce(held.id, '') = $segmentId
  RETURN head(collect(stay)) AS stay
}
WITH segment, customer, stay, fits
WHERE fits = (stay IS NULL)
FOREACH (_ IN CASE WHEN fits THEN [1] ELSE [] END |
  CREATE (customer)-[:IN_SEGMENT {since: $at, because: 'MEETS_RULE', version: $version}]->(segment))
FOREACH (old IN CASE WHEN fits THEN [] ELSE [stay] END |
  CREATE (customer)-[:WAS_IN_SEGMENT {since: old.since, until: $at, because: old.because, version: old.version,
    left: CASE WHEN old.version = $version THEN 'NO_LONGER_MET' ELSE 'RULE_CHANGED' END}]->(segment)
  DELETE old)
WITH customer, fits
CALL (customer, fits) {
  MATCH (customer)-[old:WAS_IN_SEGMENT]->(past:Segment)
  WHERE NOT fits AND coalesce(past.id, '') = $segmentId
  WITH old ORDER BY old.until DESC SKIP 10
  DELETE old
}
RETURN count(CASE WHEN fits THEN 1 END) AS entered, count(CASE WHEN NOT fits THEN 1 END) AS left;
