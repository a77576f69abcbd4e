// From which RFM segment customers moved to which between two dates: the migration matrix. Who came or left in between has null at one end.
// mode   read
// param  from       datetime
// param  to         datetime
// row    before     string?    segment at the first date; null for who was not graded then
// row    after      string?    segment at the second date; null for who was not graded any more
// row    customers  integer
// row    share      float      of those who were in the segment before, 0..1
// needs  run rfm               at both dates
// api    rfmMigration
// titleZh 两个日期之间客户在 RFM 分群间的迁移矩阵；期间新增或离开的客户一端为空。
// for    analyst marketer admin service
// try    :param from => datetime() - duration({months: 3});
// try    :param to => datetime();
MATCH (customer:Profiled)-[stay:IN_SEGMENT|WAS_IN_SEGMENT]->(segment:Segment {kind: 'RFM'})
WHERE stay.since <= $to AND (stay.until IS NULL OR stay.until > $from)
WITH customer, segment, stay
ORDER BY stay.since DESC
WITH customer,
     head(collect(CASE WHEN stay.since <= $from THEN segment.id END)) AS before,
     head(collect(CASE WHEN stay.until IS NULL OR stay.until > $to THEN segment.id END)) AS after
WHERE before IS NOT NULL OR after IS NOT NULL
WITH before, after, count(customer) AS customers
WITH before, collect({after: after, customers: customers}) AS ends, sum(customers) AS all
UNWIND ends AS end
RETURN before, end.after AS after, end.customers AS customers, toFloat(end.customers) / all AS share
ORDER BY before, customers DESC, after;
