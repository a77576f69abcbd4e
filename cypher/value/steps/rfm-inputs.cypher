// What RFM knows of each profiled customer who bought in the window: last order, orders and spend.
// mode   read
// param  since         datetime   start of the window
// param  asOf          datetime   its end, exclusive
// param  currency      string
// row    customerId    string     unique
// row    recencyDays   integer    whole days from the last order to asOf
// row    orders        integer    refunded orders do not count
// row    spendMinor    integer    minor units of the currency
// try    :params {since: datetime('2025-01-01'), asOf: datetime('2026-01-01'), currency: 'CNY'}
MATCH (customer:Profiled)-[:PLACED]->(order:Order)
WHERE order.at >= $since AND order.at < $asOf AND order.refundedAt IS NULL AND order.currency = $currency
WITH customer, max(order.at) AS lastOrderAt, count(order) AS orders, sum(order.amountMinor) AS spendMinor
RETURN customer.id AS customerId,
       duration.inDays(lastOrderAt, $asOf).days AS recencyDays,
       orders,
       spendMinor
ORDER BY customerId;
