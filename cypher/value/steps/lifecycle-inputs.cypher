// What the lifecycle is told by, of a page of profiled buyers: first and last order, how many, and spend of the three latest windows.
// mode   read
// param  after        string = ''       customer id of the last row of the page before
// param  limit        integer = 10000
// param  now          datetime
// param  windowDays   integer = 60
// row    customerId   string            unique
// row    orders       integer
// row    firstOrderAt datetime?         null where every order lies ahead
// row    lastOrderAt  datetime?
// row    spend        list<float>       of three windows, oldest first, minor units of the currency of their total
// row    stage        string?           as it was told last
// row    history      list<string>      every move: stage, a bar, ISO date
// needs  constraint customer_id
// try    :param after => '';
// try    :param limit => 20;
// try    :param now => datetime();
// try    :param windowDays => 60;
MATCH (customer:Customer)
WHERE customer.id > $after AND customer.orders > 0 AND customer:Profiled
WITH customer
ORDER BY customer.id
LIMIT $limit
CALL (customer) {
  MATCH (customer)-[:PLACED]->(order:Order)
  WHERE order.at <= $now AND order.refundedAt IS NULL AND order.amountMinor >= 0
  WITH order, (duration.inDays(order.at, $now).days) / $windowDays AS window,
    CASE WHEN order.currency = coalesce(customer.currency, order.currency) THEN order.amountMinor ELSE 0.0 END AS amount
  RETURN count(order) AS orders, min(order.at) AS firstOrderAt, max(order.at) AS lastOrderAt,
    [sum(CASE window WHEN 2 THEN amount ELSE 0.0 END), sum(CASE window WHEN 1 THEN amount ELSE 0.0 END),
      sum(CASE window WHEN 0 THEN amount ELSE 0.0 END)] AS spend
}
RETURN customer.id AS customerId, orders, firstOrderAt, lastOrderAt, spend, customer.lifecycle AS stage,
  coalesce(customer.lifecycleHistory, []) AS history
ORDER BY customerId;
