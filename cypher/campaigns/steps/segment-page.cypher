// The next customers of a segment in the order of their ids, whether they may be contacted or not.
// mode   read
// param  segmentId   string          a segment's id, or all for every customer
// param  after       string = ''     customer id of the last row of the page before
// param  limit       integer = 5000
// row    customerId  string          unique
// needs  index customer_id
// try    :params {segmentId: 'all', after: '', limit: 20}
CALL () {
  // a bound of null makes the branch that is not meant empty without a look at any customer
  MATCH (:Segment {id: $segmentId})<-[:IN_SEGMENT]-(customer:Customer)
  WHERE customer.id > CASE WHEN $segmentId <> 'all' THEN $after END
  WITH DISTINCT customer.id AS customerId
  RETURN customerId ORDER BY customerId LIMIT $limit
  UNION ALL
  MATCH (customer:Customer)
  WHERE customer.id > CASE WHEN $segmentId = 'all' THEN $after END
  RETURN customer.id AS customerId ORDER BY customerId LIMIT $limit
}
RETURN customerId
ORDER BY customerId;
