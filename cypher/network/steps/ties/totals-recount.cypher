// Recounts the running totals of these customers from all their orders; refunded ones do not count.
// mode  write
// param customerIds  list<string>
// row   written      integer
// needs constraint customer_id
// try   :param customerIds => ['C0000001'];
UNWIND $customerIds AS customerId
MATCH (c:Customer {id: customerId})
CALL (c) {
  OPTIONAL MATCH (c)-[:PLACED]->(o:Order)
  WHERE o.refundedAt IS NULL
  WITH o, CASE WHEN o.amountMinor >= 0 THEN o.at END AS boughtAt
  RETURN count(boughtAt) AS orders, sum(o.amountMinor) AS spendMinor, min(boughtAt) AS firstOrderAt,
    max(boughtAt) AS lastOrderAt
}
SET c:Changed, c.orders = orders, c.spendMinor = spendMinor, c.firstOrderAt = firstOrderAt, c.lastOrderAt = lastOrderAt
RETURN count(c) AS written;
