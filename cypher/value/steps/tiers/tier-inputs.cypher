// What loyalty tiers are told by, of a page of profiled customers who bought or are in a tier: orders that were not refunded, and the tier held.
// mode   read
// param  after        string = ''      customer id of the last row of the page before
// param  limit        integer = 2000
// param  since        datetime         orders from then on
// param  now          datetime         and until then
// param  currency     string
// row    customerId   string           unique
// row    times        list<integer>    of the orders, ms since 1970
// row    amounts      list<integer>    minor units
// row    tier         string?          of the last review
// row    tierSince    datetime?
// row    noticedAt    datetime?
// row    fallsAt      datetime?
// row    clvMinor     integer?
// row    history      list<string>     every move: tier, a bar, ISO date
// needs  constraint customer_id
// try    :param after => '';
// try    :param limit => 20;
// try    :param since => datetime('2025-11-01');
// try    :param now => datetime();
// try    :param currency => 'CNY';
MATCH (customer:Customer)
WHERE customer.id > $after AND customer:Profiled AND (customer.loyaltyTier IS NOT NULL OR EXISTS { (customer)-[:PLACED]->() })
WITH customer
ORDER BY customer.id
LIMIT $limit
CALL (customer) {
  OPTIONAL MATCH (customer)-[:PLACED]->(order:Order)
  WHERE order.at >= $since AND order.at <= $now AND order.refundedAt IS NULL AND order.currency = $currency
  RETURN collect(order.at.epochMillis) AS times, collect(order.amountMinor) AS amounts
}
RETURN customer.id AS customerId, times, amounts, customer.loyaltyTier AS tier, customer.loyaltySince AS tierSince,
  customer.loyaltyNoticedAt AS noticedAt, customer.loyaltyFallsAt AS fallsAt, customer.clvMinor AS clvMinor,
  coalesce(customer.loyaltyHistory, []) AS history
ORDER BY customerId;
