// Quintile cuts of recency, orders and spend inside the window, one row per currency: totals compare only within one.
// A cut is given times five, by type 7 and in whole numbers, so that a value on it is seen exactly: x lies above when 5x > cut.
// mode   read
// param  since         datetime       start of the window
// param  asOf          datetime       its end, exclusive
// row    currency      string         unique
// row    customers     integer        profiled customers who bought in it
// row    orders        integer        refunded orders do not count
// row    recencyCuts   list<integer>  fifths of a day
// row    orderCuts     list<integer>
// row    spendCuts     list<integer>  fifths of a minor unit
// needs  apoc
// try    :params {since: datetime('2025-01-01'), asOf: datetime('2026-01-01')}
MATCH (customer:Profiled)-[:PLACED]->(order:Order)
WHERE order.at >= $since AND order.at < $asOf AND order.refundedAt IS NULL
WITH order.currency AS currency,
     customer,
     duration.inDays(max(order.at), $asOf).days AS recency,
     count(order) AS orders,
     sum(order.amountMinor) AS spend
WITH currency,
     count(customer) AS customers,
     sum(orders) AS allOrders,
     [collect(recency), collect(orders), collect(spend)] AS measures
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
