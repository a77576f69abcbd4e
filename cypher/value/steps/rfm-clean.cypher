// Takes scores and segments from customers the run did not score: withdrawn from profiling, or without orders in the window.
// mode   write
// param  at       datetime   when the run began
// row    cleaned  integer
// needs  auto-commit
// try    :params {at: datetime()}
MATCH (customer:Customer)
WHERE customer.rfmScoredAt IS NOT NULL AND (customer.rfmScoredAt <> $at OR NOT customer:Profiled)
CALL (customer) {
  // each property run=rfm: REMOVE <<customer.{property}>>
  REMOVE customer.recency, customer.frequency, customer.monetary, customer.rfmDays, customer.rfmOrders,
    customer.rfmSpendMinor, customer.rfmLevel, customer.rfmSegment, customer.rfmScoredAt
  // each end
  WITH customer
  OPTIONAL MATCH (customer)-[left:IN_SEGMENT]->(:Segment {kind: 'RFM'})
  DELETE left
  RETURN DISTINCT 1 AS one
} IN TRANSACTIONS OF 2000 ROWS
RETURN sum(one) AS cleaned;
