// Customers from before say in which currency their total is: it is counted anew from their orders (totals-recount).
// mode schema
MATCH (customer:Customer)
WHERE customer.currency IS NULL AND EXISTS { (customer)-[:PLACED]->(:Order) }
CALL (customer) {
  OPTIONAL MATCH (customer)-[:PLACED]->(o:Order)
  WHERE o.refundedAt IS NULL
  WITH o, CASE WHEN o.amountMinor >= 0 THEN o.at END AS boughtAt
  WITH o.currency AS currency, count(boughtAt) AS bought, sum(o.amountMinor) AS spent
  ORDER BY bought DESC, currency
  WITH head(collect(spent)) AS spendMinor, head(collect(currency)) AS currency
  SET customer.spendMinor = spendMinor, customer.currency = currency
} IN TRANSACTIONS OF 1000 ROWS;
