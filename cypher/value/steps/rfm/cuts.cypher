// Quintile cuts of recency, orders and spend inside the window, one row per currency: totals compare only within one.
// A cut is given times five, by type 7 and in whole numbers, so that a value on it is seen exactly: x lies above when 5x > cut.
// Refunded orders do not count; negative ones are no purchase and lower the spend.
// mode   read
// param  since         datetime       start of the window
// param  asOf          datetime       its end, exclusive
// param  currency      string?        of this currency only
// param  store         string?        id: orders at this store only
// param  category      string?        id: orders with something of this category only
// row    currency      string         unique
// row    customers     integer        profiled customers with a purchase in it
// row    orders        integer        purchases
// row    recencyCuts   list<integer>  fifths of a day
// row    orderCuts     list<integer>
// row    spendCuts     list<integer>  fifths of a minor unit
// needs  apoc
// try    :param since => datetime('2025-01-01');
// try    :param asOf => datetime('2026-01-01');
// try    :param currency => null;
// try    :param store => null;
// try    :param category => null;
MATCH (customer:Profiled)-[:PLACED]->(order:Order)
WHERE order.at >= $since AND order.at < $asOf AND order.refundedAt IS NULL
  AND ($currency IS NULL OR order.currency = $currency)
  AND ($store IS NULL OR EXISTS { (order)-[:AT_STORE]->(:Store {id: $store}) })
  AND ($category IS NULL OR EXISTS { (order)-[:CONTAINS]->(:Product)-[:IN_CATEGORY]->(:Category {id: $category}) })
WITH order.currency AS currency,
     customer,
     max(CASE WHEN order.amountMinor >= 0 THEN order.at END) AS lastAt,
     sum(CASE WHEN order.amountMinor >= 0 THEN 1 ELSE 0 END) AS orders,
     sum(order.amountMinor) AS spend
WHERE orders > 0
WITH currency,
     count(customer) AS customers,
     sum(orders) AS allOrders,
     [collect(duration.inDays(lastAt, $asOf).days), collect(orders), collect(spend)] AS measures
WITH currency, customers, allOrders, [values IN measures | apoc.coll.sort(values)] AS measures,
     [fifth IN [1, 2, 3, 4] | (customers - 1) * fifth] AS positions
WITH currency, customers, allOrders, [values IN measures |
       [position IN positions |
         (5 - position % 5) * values[position / 5] + position % 5 * values[(position + 4) / 5]]] AS cuts
RETURN currency,
       customers,
       allOrders AS orders,
       cuts[0] AS recencyCuts,
       cuts[1] AS orderCuts,
       cuts[2] AS spendCuts
ORDER BY orders DESC, currency;
