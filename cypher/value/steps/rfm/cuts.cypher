// Quintile cuts of recency, orders and spend inside the window, in one currency: totals compare only within one. No row where nobody bought.
// A cut is given times five, by type 7 and in whole numbers, so that a value on it is seen exactly: x lies above when 5x > cut.
// Refunded orders do not count; negative ones are no purchase and lower the spend.
// mode   read
// param  since         datetime         start of the window
// param  asOf          datetime         its end, exclusive
// param  currency      string
// param  store         string?          id: orders at this store only
// param  category      string?          id: orders with something of this category only
// param  counted       boolean = false  customers graded in the currency were counted just now: what stands on them is taken
// row    currency      string           unique
// row    customers     integer          profiled customers with a purchase in it
// row    orders        integer          purchases
// row    recencyCuts   list<integer>    fifths of a day
// row    orderCuts     list<integer>
// row    spendCuts     list<integer>    fifths of a minor unit
// needs  apoc
// try    :param since => datetime('2025-01-01');
// try    :param asOf => datetime('2026-01-01');
// try    :param currency => 'CNY';
// try    :param store => null;
// try    :param category => null;
// try    :param counted => false;
CALL () {
  MATCH (customer:Profiled)
  WHERE customer.rfmCurrency = CASE WHEN $counted THEN $currency END
  RETURN customer.rfmDays AS days, customer.rfmOrders AS orders, customer.rfmSpendMinor AS spend
  UNION ALL
  MATCH (customer:Profiled)
  WHERE NOT $counted OR customer.rfmCurrency <> $currency
  WITH customer
  MATCH (customer)-[:PLACED]->(order)
  WHERE order.at >= $since AND order.at < $asOf AND order.refundedAt IS NULL AND order.currency = $currency
    AND ($store IS NULL OR EXISTS { (order)-[:AT_STORE]->(:Store {id: $store}) })
    AND ($category IS NULL OR EXISTS { (order)-[:CONTAINS]->(:Product)-[:IN_CATEGORY]->(:Category {id: $category}) })
  WITH customer,
       max(CASE WHEN order.amountMinor >= 0 THEN order.at END) AS lastAt,
       sum(CASE WHEN order.amountMinor >= 0 THEN 1 ELSE 0 END) AS orders,
       sum(order.amountMinor) AS spend
  RETURN duration.inDays(lastAt, $asOf).days AS days, orders, spend
}
WITH days, orders, spend
WHERE orders > 0
WITH count(*) AS customers,
     sum(orders) AS orders,
     [collect(days), collect(orders), collect(spend)] AS measures
WHERE customers > 0
WITH customers, orders, [values IN measures | apoc.coll.sort(values)] AS measures,
     [fifth IN [1, 2, 3, 4] | (customers - 1) * fifth] AS positions
WITH customers, orders, [values IN measures |
       [position IN positions |
         (5 - position % 5) * values[position / 5] + position % 5 * values[(position + 4) / 5]]] AS cuts
RETURN $currency AS currency, customers, orders, cuts[0] AS recencyCuts, cuts[1] AS orderCuts, cuts[2] AS spendCuts;
