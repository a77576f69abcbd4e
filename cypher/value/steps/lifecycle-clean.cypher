// Takes the stage from customers without an order that counts any more: refunded, negative or ahead.
// mode   write
// param  now      datetime
// row    cleaned  integer
// needs  auto-commit
// try    :param now => datetime();
MATCH (customer:Profiled)
WHERE customer.lifecycle IS NOT NULL AND NOT EXISTS {
  (customer)-[:PLACED]->(order:Order) WHERE order.at <= $now AND order.refundedAt IS NULL AND order.amountMinor >= 0
}
CALL (customer) {
  // each property run=lifecycle: REMOVE <<customer.{property}>>
  REMOVE customer.lifecycle, customer.lifecycleHistory, customer.lifecycleAt
  // each end
  RETURN 1 AS one
} IN TRANSACTIONS OF 2000 ROWS
RETURN coalesce(sum(one), 0) AS cleaned;
