// What some people did in a time: sums over each community, to plan an experiment by.
// mode   read
// param  customerIds   list<string>
// param  since         datetime
// param  until         datetime
// param  currency      string?       only orders in it; null for all
// row    cluster       string        the community, or the person
// row    people        integer
// row    buyers        integer
// row    orders        integer
// row    ordersSquare  float
// row    spendMinor    integer
// row    spendSquare   float
// row    refunders     integer
// row    withdrew      integer
// needs  constraint customer_id
// try    :param customerIds => ['C0000001'];
// try    :param since => datetime('2026-01-01');
// try    :param until => datetime();
// try    :param currency => 'CNY';
UNWIND $customerIds AS id
MATCH (customer:Customer {id: id})
WHERE customer:Profiled AND NOT customer:Restricted
CALL (customer) {
  MATCH (customer)-[:PLACED]->(order:Order)
  WHERE $since <= order.at < $until AND ($currency IS NULL OR order.currency = $currency)
  RETURN count(CASE WHEN order.refundedAt IS NULL THEN 1 END) AS orders, count(order.refundedAt) AS refunds,
    sum(CASE WHEN order.refundedAt IS NULL THEN order.amountMinor ELSE 0 END) AS spend
}
WITH coalesce(customer.communityId, customer.id) AS cluster, orders, refunds, spend, EXISTS {
  MATCH (customer)-[:HAS_CONSENT_EVENT]->(event:ConsentEvent)
  WHERE event.action IN ['WITHDRAWN', 'OBJECTED'] AND $since <= event.at < $until
} AS withdrew
RETURN cluster, count(*) AS people, count(CASE WHEN orders > 0 THEN 1 END) AS buyers, sum(orders) AS orders,
  sum(toFloat(orders) * orders) AS ordersSquare, sum(spend) AS spendMinor, sum(toFloat(spend) * spend) AS spendSquare,
  count(CASE WHEN refunds > 0 THEN 1 END) AS refunders, count(CASE WHEN withdrew THEN 1 END) AS withdrew
ORDER BY cluster;
