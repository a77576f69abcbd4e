// Recounts the running totals of these customers from all their orders; refunded ones do not count. What was spent is told in
// the currency of most purchases; orders in another are counted, and no part of it.
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
  WITH o.currency AS currency, count(boughtAt) AS bought, sum(o.amountMinor) AS spent, min(boughtAt) AS firstAt,
    max(boughtAt) AS lastAt
  ORDER BY bought DESC, currency
  RETURN sum(bought) AS orders, head(collect(spent)) AS spendMinor, head(collect(currency)) AS currency,
    min(firstAt) AS firstOrderAt, max(lastAt) AS lastOrderAt
}
SET c:Changed, c.orders = orders, c.spendMinor = spendMinor, c.currency = currency,
  c.firstOrderAt = firstOrderAt, c.lastOrderAt = lastOrderAt
RETURN count(c) AS written;
