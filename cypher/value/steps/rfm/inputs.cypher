// What RFM knows of each profiled customer who bought in the window: last purchase, purchases and spend.
// mode   read
// param  since         datetime   start of the window
// param  asOf          datetime   its end, exclusive
// param  currency      string
// row    customerId    string     unique
// row    recencyDays   integer    whole days from the last purchase to asOf
// row    orders        integer    refunded and negative orders do not count
// row    spendMinor    integer    minor units of the currency; negative orders lower it
// try    :param since => datetime('2025-01-01');
// try    :param asOf => datetime('2026-01-01');
// try    :param currency => 'CNY';
MATCH (customer:Profiled)-[:PLACED]->(order:Order)
WHERE order.at >= $since AND order.at < $asOf AND order.refundedAt IS NULL AND order.currency = $currency
WITH customer,
     max(CASE WHEN order.amountMinor >= 0 THEN order.at END) AS lastOrderAt,
     sum(CASE WHEN order.amountMinor >= 0 THEN 1 ELSE 0 END) AS orders,
     sum(order.amountMinor) AS spendMinor
WHERE orders > 0
RETURN customer.id AS customerId,
       duration.inDays(lastOrderAt, $asOf).days AS recencyDays,
       orders,
       spendMinor
ORDER BY customerId;
