// Takes grades and segments from customers who are not profiled any more, should a withdrawal have left some.
// mode   write
// row    cleaned  integer
// needs  auto-commit
MATCH (customer:Customer)
WHERE customer.rfmScoredAt IS NOT NULL AND NOT customer:Profiled
CALL (customer) {
  // each property run=rfm: REMOVE <<customer.{property}>>
  REMOVE customer.recency, customer.frequency, customer.monetary, customer.rfmDays, customer.rfmOrders,
    customer.rfmSpendMinor, customer.rfmLevel, customer.rfmSegment, customer.rfmCurrency, customer.rfmScoredAt
  // each end
  WITH customer
  OPTIONAL MATCH (customer)-[left:IN_SEGMENT|WAS_IN_SEGMENT]->(:Segment {kind: 'RFM'})
  DELETE left
  RETURN DISTINCT 1 AS one
} IN TRANSACTIONS OF 2000 ROWS
RETURN coalesce(sum(one), 0) AS cleaned;
