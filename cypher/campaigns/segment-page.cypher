// The next customers of a segment in the order of their ids, whether they may be contacted or not.
// mode   read
// param  segmentId   string          a segment's id, or all for every customer
// param  after       string = ''     customer id of the last row of the page before
// param  limit       integer = 5000
// row    customerId  string          unique
// needs  index customer_id
// try    :params {segmentId: 'all', after: '', limit: 20}
CALL () {
  MATCH (:Segment {id: $segmentId})<-[:IN_SEGMENT]-(customer:Customer)
  WHERE $segmentId <> 'all' AND customer.id > $after
  WITH DISTINCT customer.id AS customerId
  RETURN customerId ORDER BY customerId LIMIT $limit
  UNION ALL
  UNWIND CASE $segmentId WHEN 'all' THEN [true] ELSE [] END AS everyone
  MATCH (customer:Customer)
  WHERE customer.id > $after
  RETURN customer.id AS customerId ORDER BY customerId LIMIT $limit
}
RETURN customerId
ORDER BY customerId;
